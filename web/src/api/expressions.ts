import { queryOptions } from "@tanstack/react-query";
import type { Value } from "@/core/value";
import { call, withQuery } from "./client";
import { keys } from "./keys";
import type { Label } from "./types";

/** A name that an expression may use; `to` is the entity whose names may follow it after a dot. */
export type ExpressionName = {
  code: string;
  label: Label;
  type: string;
  to?: string;
  many: boolean;
  options: { code: string; label: Label }[];
};

type Kind = { kindLabel: Label };
export type FunctionInfo = {
  name: string;
  groupLabel: Label;
  title: Label;
  description: Label;
  aliases: string[];
  signatures: { parameters: (Kind & { name: Label; optional: boolean })[]; repeat: number; result: Kind }[];
  examples: { text: string; answer: string }[];
};

export type ExpressionError = { from: number; to: number; message: string };
/** `result` is the answer for the record that was named, as a record with the one value. */
export type CheckedExpression = {
  type?: string;
  tree?: unknown;
  errors?: ExpressionError[];
  result?: { value: Value; labels?: { value?: string | string[] } };
};

/** What an expression is written over; `draft` sees the names of unpublished drafts. */
export type Subject = { entity: string; draft?: boolean };

const LONG = 10 * 60_000;
/** What drafts hold changes while one builds, but not from one key to the next. */
const SHORT = 5_000;

export const functionsQuery = queryOptions({
  queryKey: keys.functions,
  queryFn: async ({ signal }) =>
    (await call<{ items: FunctionInfo[] }>("GET", "/expressions/functions", { signal })).items,
  staleTime: LONG,
});

export const namesQuery = ({ entity, draft = false }: Subject) =>
  queryOptions({
    queryKey: keys.names(entity, draft),
    queryFn: async ({ signal }) =>
      (
        await call<{ items: ExpressionName[] }>(
          "GET",
          withQuery("/expressions/names", { entity, draft: draft || undefined }),
          { signal },
        )
      ).items,
    staleTime: draft ? SHORT : LONG,
  });

export const checkQuery = (subject: Subject, text: string, record: string | null) =>
  queryOptions({
    queryKey: keys.checked(subject.entity, subject.draft ?? false, text, record),
    queryFn: ({ signal }) =>
      call<CheckedExpression>("POST", "/expressions/check", {
        body: { entity: subject.entity, text, draft: subject.draft, record: record ?? undefined },
        signal,
      }),
    staleTime: subject.draft ? 0 : LONG,
  });
