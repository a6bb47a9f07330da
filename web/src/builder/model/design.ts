import type { Document } from "@/api/definitions";
import type { FieldInfo, FieldType } from "@/api/types";
import {
  codesOf,
  FORM,
  fieldsOf,
  insert,
  isPlaced,
  isUsual,
  type Layout,
  type Part,
  type Place,
  partsOf,
  rename,
  take,
  usual,
  type Words,
} from "@/core/layout/layout";
import { same } from "@/core/merge";

/** A field as its entity's document holds it: what all have, and what only its type has. */
export type FieldDoc = { code: string; type: FieldType; label: Words } & Record<string, unknown>;
export type EntityDoc = { kind: "entity"; code: string; app?: string; label: Words; fields: FieldDoc[] } & Document;
export type FormDoc = { kind: "form"; code: string; entity: string; layout: Part[] } & Document;

/** What is built: an entity and the standard form of it, as one thing. */
export type Design = { entity: EntityDoc; layout: Layout };
export type Documents = { entity: EntityDoc; form: FormDoc | null };

export function toDesign({ entity, form }: Documents): Design {
  return { entity, layout: form ? form.layout : usual(entity.fields.map((field) => field.code)) };
}

/** Fields in the order in which the form shows them, those it does not show behind: so lists have them in that order too. */
function ordered(fields: FieldDoc[], layout: Layout): FieldDoc[] {
  const codes = fieldsOf(layout);
  const shown = codes.flatMap((code) => fields.filter((field) => field.code === code));
  const sorted = [...shown, ...fields.filter((field) => !codes.includes(field.code))];
  return same(sorted, fields) ? fields : sorted;
}

/** The documents to save. A form that says nothing of its own is not made; one that is there stays. */
export function toDocuments(design: Design, form: FormDoc | null): Documents {
  const { entity: given, layout } = design;
  const entity = { ...given, fields: ordered(given.fields, layout) };
  const codes = entity.fields.map((field) => field.code);
  if (form === null && isUsual(layout, codes)) return { entity, form: null };
  const { code, label } = entity;
  const app = entity.app === undefined ? {} : { app: entity.app };
  const own = form ?? { kind: "form" as const, code, ...app, label, entity: code };
  return { entity, form: { ...own, label, layout: [...layout] } as FormDoc };
}

export const fieldOf = (design: Design, code: string): FieldDoc | undefined =>
  design.entity.fields.find((field) => field.code === code);

/** A field of a document as the screens that show fields take it. */
export function asInfo(field: FieldDoc): FieldInfo {
  return { ...field, defaulted: field.default !== undefined } as unknown as FieldInfo;
}

/** Every code that a new field or element must not have. */
export const takenCodes = (design: Design): string[] => [
  ...codesOf(design.layout),
  ...design.entity.fields.map((field) => field.code),
];

/** The first of `base`, `base_2`, `base_3` … that is free. */
export function freeCode(base: string, taken: readonly string[]): string {
  if (!taken.includes(base)) return base;
  let at = 2;
  while (taken.includes(`${base}_${at}`)) at++;
  return `${base}_${at}`;
}

export function addField(design: Design, field: FieldDoc, place: Place): Design {
  const first = design.entity.fields.every((one) => one.title !== true) && field.type === "text";
  const made = first ? { ...field, title: true } : field;
  return {
    entity: { ...design.entity, fields: [...design.entity.fields, made] },
    layout: insert(design.layout, place, [{ field: field.code }]),
  };
}

export function addParts(design: Design, parts: readonly Part[], place: Place): Design {
  return { ...design, layout: insert(design.layout, place, parts) };
}

/** Takes parts away; their fields go with them, those in a group that goes too. */
export function remove(design: Design, keys: ReadonlySet<string>): Design {
  const { layout, taken } = take(design.layout, keys);
  const gone = new Set(partsOf(taken).flatMap((part) => (isPlaced(part) ? [part.field] : [])));
  return { entity: { ...design.entity, fields: design.entity.fields.filter((one) => !gone.has(one.code)) }, layout };
}

/** Takes parts out of the form only: their fields stay in the records. */
export function hide(design: Design, keys: ReadonlySet<string>): Design {
  return { ...design, layout: take(design.layout, keys).layout };
}

/** Fields of the entity that the form does not show. */
export function hidden(design: Design): FieldDoc[] {
  const shown = new Set(fieldsOf(design.layout));
  return design.entity.fields.filter((field) => !shown.has(field.code));
}

export function setField(design: Design, code: string, properties: Record<string, unknown>): Design {
  const fields = design.entity.fields.map((field) =>
    field.code === code ? clean({ ...field, ...properties }) : field,
  );
  return { ...design, entity: { ...design.entity, fields } };
}

/** Without what is undefined, which is how a property is taken away. */
function clean(field: FieldDoc): FieldDoc {
  return Object.fromEntries(Object.entries(field).filter(([, value]) => value !== undefined)) as FieldDoc;
}

/** Only one field can be the title. */
export function setTitle(design: Design, code: string): Design {
  const fields = design.entity.fields.map(({ title: _, ...field }) =>
    field.code === code ? { ...field, title: true } : field,
  ) as FieldDoc[];
  return { ...design, entity: { ...design.entity, fields } };
}

/** Another code for a field that no record has yet. Where anything else speaks of it the old one stays. */
export function recode(design: Design, from: string, to: string): Design {
  const field = fieldOf(design, from);
  const spoken = design.entity.fields.some((one) => one.code !== from && mentions(one, from));
  if (field === undefined || spoken || takenCodes(design).includes(to)) return design;
  const fields = design.entity.fields.map((one) => (one.code === from ? { ...one, code: to } : one));
  return { entity: { ...design.entity, fields }, layout: rename(design.layout, from, to) };
}

function mentions(value: unknown, code: string): boolean {
  if (typeof value === "string") return value.includes(code);
  if (Array.isArray(value)) return value.some((one) => mentions(one, code));
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some((one) => mentions(one, code));
}

/** What is copied: parts with the fields they show. */
export type Clip = { parts: Part[]; fields: FieldDoc[] };

export function copy(design: Design, keys: ReadonlySet<string>): Clip {
  const parts = take(design.layout, keys).taken;
  const codes = new Set(partsOf(parts).flatMap((part) => (isPlaced(part) ? [part.field] : [])));
  return { parts, fields: design.entity.fields.filter((field) => codes.has(field.code)) };
}

/** Puts copies in, all under codes of their own; says under which keys. */
export function paste(design: Design, clip: Clip, place: Place): { design: Design; keys: string[] } {
  const taken = takenCodes(design);
  const fresh = (code: string) => {
    const made = freeCode(code, taken);
    taken.push(made);
    return made;
  };
  const codes = new Map(clip.fields.map((field) => [field.code, fresh(field.code)]));
  const copied = (part: Part): Part => {
    if (isPlaced(part)) return { ...part, field: codes.get(part.field) ?? part.field };
    if ("items" in part) return { ...part, code: fresh(part.code), items: part.items.map(copied) as typeof part.items };
    if (!("tabs" in part)) return { ...part, code: fresh(part.code) };
    const tabs = part.tabs.map((tab) => ({
      ...tab,
      code: fresh(tab.code),
      items: tab.items.map(copied) as typeof tab.items,
    }));
    return { ...part, code: fresh(part.code), tabs };
  };
  const parts = clip.parts.map(copied);
  const fields = clip.fields.map(({ title: _, ...field }) => ({ ...field, code: codes.get(field.code) ?? field.code }));
  return {
    design: {
      entity: { ...design.entity, fields: [...design.entity.fields, ...(fields as FieldDoc[])] },
      layout: insert(design.layout, place, parts),
    },
    keys: parts.map((part) => (isPlaced(part) ? part.field : part.code)),
  };
}

export const END = (design: Design): Place => ({ list: FORM, at: design.layout.length });
