import type { DefinitionInfo, Document } from "@/api/definitions";
import type { Words } from "@/core/layout/layout";
import { waysOfOne } from "../draft/one-document";
import type { EntityDoc, FieldDoc } from "../model/design";

export type Asked = { field: string; required?: boolean; label?: Words; help?: Words };
export type Given = { field: string; value: string | number | boolean };
export type Duplicates = { by: string; known: "fill" | "skip" };

/** A definition of kind `public_form`. */
export type PublicFormDoc = {
  kind: "public_form";
  code: string;
  app?: string;
  label: Words;
  entity: string;
  intro?: Words;
  thanks?: Words;
  fields: Asked[];
  from_link?: string[];
  given?: Given[];
  opens?: string;
  closes?: string;
  quota?: number;
  duplicates?: Duplicates;
} & Document;

/** A step of the builder; steps in a row with the same tag are undone as one. */
export type Change = (doc: PublicFormDoc, tag?: string) => void;

/** Types that people outside can fill in: their inputs need no list of our people, records or files. */
const ASKABLE: ReadonlySet<string> = new Set([
  "text",
  "long_text",
  "number",
  "money",
  "percent",
  "boolean",
  "date",
  "datetime",
  "select",
  "multi_select",
  "phone",
  "email",
  "url",
  "rating",
  "barcode",
]);
/** What one asks a stranger at first; amounts and dates are usually for those who work with the record. */
const USUALLY: ReadonlySet<string> = new Set(["text", "long_text", "phone", "email"]);
const KEYS: ReadonlySet<string> = new Set(["text", "phone", "email", "number", "barcode"]);

export const isAskable = (field: FieldDoc): boolean => ASKABLE.has(field.type);

/** Whether people can be recognised by it. */
export const isKey = (field: FieldDoc): boolean => KEYS.has(field.type);

export function docOf(info: DefinitionInfo | undefined): PublicFormDoc | undefined {
  return info?.definition as PublicFormDoc | undefined;
}

/** A new form of an entity: who one is and what one wants, and what tells people apart where it must. */
export function newPublicForm(code: string, app: string, label: Words, entity: EntityDoc): PublicFormDoc {
  const asked = entity.fields.filter(
    (field) => isAskable(field) && (field.required === true || USUALLY.has(field.type)),
  );
  const unique = asked.find((field) => field.unique === true);
  return {
    kind: "public_form",
    code,
    app,
    label,
    entity: entity.code,
    fields: asked.map((field) => ({ field: field.code, ...(field.required === true ? { required: true } : {}) })),
    ...(unique ? { duplicates: { by: unique.code, known: "fill" as const } } : {}),
  };
}

/** The document with what is blank left out, as the server keeps it. */
export function tidy(doc: PublicFormDoc): PublicFormDoc {
  const entries = Object.entries(doc).filter(
    ([key, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0 && key !== "fields"),
  );
  return Object.fromEntries(entries) as PublicFormDoc;
}

export function toggleAsked(doc: PublicFormDoc, field: FieldDoc, on: boolean): PublicFormDoc {
  const others = doc.fields.filter((asked) => asked.field !== field.code);
  const asked: Asked = { field: field.code, ...(field.required === true ? { required: true } : {}) };
  const gone = !on && doc.duplicates?.by === field.code;
  return { ...doc, fields: on ? [...others, asked] : others, ...(gone ? { duplicates: undefined } : {}) };
}

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  if (to < 0 || to >= list.length || from === to) return [...list];
  const rest = list.filter((_, at) => at !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}

/** How the builder keeps a public form. */
export const PUBLIC_FORM_WAYS = waysOfOne("public_form", tidy);

/** The one line that puts a form into a website. */
export function embedding(address: string, title: string): string {
  const safe = title.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<iframe src="${address}" title="${safe}" style="width:100%;height:720px;border:0"></iframe>`;
}
