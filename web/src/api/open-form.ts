import { queryOptions } from "@tanstack/react-query";
import type { Value } from "@/core/value";
import { call, segment } from "./client";
import { keys } from "./keys";
import type { CheckInfo, EntityInfo, FieldInfo, Label } from "./types";

export type FormState = "open" | "early" | "closed" | "full";

/** What a public form asks for, and its logic as far as that reads nothing else. */
export type AskedOutside = { fields: FieldInfo[]; checks?: CheckInfo[] };

/** A public form as somebody outside sees it, with a task for the browser. */
export type OpenForm = AskedOutside & {
  code: string;
  label: Label;
  intro?: Label;
  state: FormState;
  zone: string;
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
  quota?: number | null;
};

const path = (workspace: string, code: string) => `/public/forms/${segment(workspace)}/${segment(code)}`;

export const openFormQuery = (workspace: string, code: string) =>
  queryOptions({
    queryKey: keys.openForm(workspace, code),
    queryFn: ({ signal }) => call<OpenForm>("GET", path(workspace, code), { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

const NONE = { create: true, update: false, delete: false, import: false, export: false };

/** What a public form asks for, as an entity of its own: so it is filled in like any other. */
export const askedOf = ({ fields, checks }: AskedOutside): EntityInfo => ({
  code: "",
  label: "",
  fields,
  checks,
  rights: NONE,
});

/** What people outside would be asked if the drafts were published; `kept` tells one draft from the next. */
export const draftedOutsideQuery = (code: string, kept: number) =>
  queryOptions({
    queryKey: keys.draftedOutside(code, kept),
    queryFn: ({ signal }) => call<AskedOutside>("GET", `/public-forms/${segment(code)}/draft`, { signal }),
    staleTime: 0,
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
