import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { type DefinitionInfo, type Document, deleteDefinition, newDefinition, suggestCode } from "@/api/definitions";
import { keys } from "@/api/keys";
import { useToast } from "@/app/toast";
import type { Words } from "@/core/layout/layout";
import { useLanguage } from "@/i18n";
import { words } from "../form/new-parts";

/** A kind whose definitions the page of an app lists; `T` is what a new one is made of. */
type Listed<T> = {
  kind: string;
  definitions: readonly DefinitionInfo[];
  /** What a new one is called. */
  name: (of: T) => string;
  /** Stands before the name where its code is made of it: a name that says nothing of what it is for. */
  before?: string;
  make: (code: string, label: Words, of: T) => Document;
  path: (code: string) => string;
};

/** Makes a definition and opens its builder, and deletes one. */
export function useListed<T>({ kind, definitions, name, before = "", make, path }: Listed<T>) {
  const { language } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const create = useMutation({
    onError: toast.failed,
    mutationFn: async (of: T) => {
      const label = name(of);
      const taken = definitions.filter((one) => one.kind === kind).map((one) => one.code);
      const code = await suggestCode(`${before} ${label}`.trim(), taken);
      await newDefinition(make(code, words(label, language), of));
      return code;
    },
    onSuccess: async (code) => {
      await cache.invalidateQueries({ queryKey: keys.allDefinitions });
      await navigate(path(code));
    },
  });
  const remove = useMutation({
    onError: toast.failed,
    mutationFn: (code: string) => deleteDefinition(kind, code),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.allDefinitions }),
  });
  return { create, remove };
}
