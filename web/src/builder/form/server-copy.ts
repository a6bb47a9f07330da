import { type DefinitionInfo, putDefinition } from "@/api/definitions";
import type { InputIssue } from "@/api/problem";
import { same } from "@/core/merge";
import type { Ways } from "../draft/ways";
import { type Design, type Documents, type EntityDoc, type FormDoc, toDesign, toDocuments } from "../model/design";
import { clashesOf, mergeDesign } from "../model/merge-design";

/** What the server has of a form: the documents and the versions they bear. */
export type ServerCopy = Documents & { entityVersion: number; formVersion: number };

/** The server's copy among the definitions of an app; null where the form is not there or is to go. */
export function copyOf(items: DefinitionInfo[], code: string): ServerCopy | null {
  const find = (kind: string) => items.find((one) => one.kind === kind && one.code === code);
  const entity = find("entity");
  const form = find("form");
  if (!entity?.definition || entity.state === "deleted") return null;
  return {
    entity: entity.definition as EntityDoc,
    form: form?.definition && form.state !== "deleted" ? (form.definition as FormDoc) : null,
    entityVersion: entity.version,
    formVersion: form?.version ?? 0,
  };
}

/** Who changed the form last; undefined where it is as it was published. */
export function lastBy(items: DefinitionInfo[], code: string): string | undefined {
  const drafts = items.filter((one) => one.code === code && ["entity", "form"].includes(one.kind));
  return drafts.sort((a, b) => (b.changedAt ?? "").localeCompare(a.changedAt ?? ""))[0]?.changedBy;
}

export const isNewer = (one: ServerCopy, than: ServerCopy): boolean =>
  one.entityVersion > than.entityVersion || one.formVersion > than.formVersion;

/** Whether the server has what the design says. */
export function holds(copy: ServerCopy, design: Design): boolean {
  const next = toDocuments(design, copy.form);
  return same(next.entity, copy.entity) && same(next.form, copy.form);
}

/** Whether a design is just what the server's copy says. */
export const says = (copy: ServerCopy, other: ServerCopy): boolean => same(toDesign(copy), toDesign(other));

/**
 * Saves what differs. The form goes first: what the answer about the entity says then counts its form in. Issues are null
 * where there was nothing to save.
 */
export async function put(
  copy: ServerCopy,
  design: Design,
  keep: (copy: ServerCopy) => void,
): Promise<InputIssue[] | null> {
  const { code } = design.entity;
  const next = toDocuments(design, copy.form);
  let now = copy;
  let issues: InputIssue[] | null = null;
  if (next.form !== null && !same(next.form, copy.form)) {
    const saved = await putDefinition(next.form, copy.formVersion);
    now = { ...now, form: next.form, formVersion: saved.version };
    keep(now);
    issues = (saved.issues ?? []).map((one) => ({ ...one, path: `form/${code}.${one.path}` }));
  }
  if (!same(next.entity, copy.entity)) {
    const saved = await putDefinition(next.entity, copy.entityVersion);
    now = { ...now, entity: next.entity, entityVersion: saved.version };
    keep(now);
    issues = saved.issues ?? [];
  }
  return issues;
}

/** How the form builder keeps its design. */
export const FORM_WAYS: Ways<Design, ServerCopy> = {
  copyOf,
  lastBy,
  isNewer,
  open: toDesign,
  holds,
  says,
  put,
  merge: mergeDesign,
  clashes: clashesOf,
};
