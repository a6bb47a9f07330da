import { queryOptions } from "@tanstack/react-query";
import type { Value } from "@/core/value";
import { call, segment } from "./client";
import { keys } from "./keys";
import type { FieldInfo, Label } from "./types";

export type FormState = "open" | "early" | "closed" | "full";

/** A public form as somebody outside sees it, with a task for the browser. */
export type OpenForm = {
  code: string;
  label: Label;
  intro?: Label;
  state: FormState;
  zone: string;
  fields: FieldInfo[];
  /** Codes of fields that the address may fill in. */
  fromLink: string[];
  task: { text: string; bits: number };
};

/** A published public form, for those who hand out its address. */
export type PublicForm = {
  code: string;
  app?: string;
  label: Label;
  entity: string;
  path: string;
  state: FormState;
  taken: number;
  quota?: number;
};

const path = (workspace: string, code: string) => `/public/forms/${segment(workspace)}/${segment(code)}`;

export const openFormQuery = (workspace: string, code: string) =>
  queryOptions({
    queryKey: keys.openForm(workspace, code),
    queryFn: ({ signal }) => call<OpenForm>("GET", path(workspace, code), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const publicFormsQuery = queryOptions({
  queryKey: keys.publicForms,
  queryFn: async ({ signal }) => (await call<{ items: PublicForm[] }>("GET", "/public-forms", { signal })).items,
});

export type Submission = {
  values: Record<string, Value>;
  link: Record<string, string>;
  task: string;
  answer: string;
};

export function submitForm(workspace: string, code: string, sent: Submission): Promise<{ thanks?: Label }> {
  return call("POST", path(workspace, code), { body: sent });
}
