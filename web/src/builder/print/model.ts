import type { JSONContent } from "@tiptap/core";
import type { DefinitionInfo, Document } from "@/api/definitions";
import type { EntityInfo, FieldInfo, Label } from "@/api/types";
import { fieldsOf, type Layout, type Words } from "@/core/layout/layout";
import { waysOfOne } from "../draft/one-document";

export const PAPERS = ["a4", "a4_landscape", "a5", "a5_landscape", "receipt"] as const;
export type Paper = (typeof PAPERS)[number];
export const FORMATS = ["usual", "date", "long_date", "date_time", "money", "whole", "capitals"] as const;
export type Format = (typeof FORMATS)[number];
export const SIDES = ["top", "right", "bottom", "left"] as const;
export type Side = (typeof SIDES)[number];
export type Margins = Record<Side, number>;
export const SLOTS = ["left", "center", "right"] as const;
export type Band = Partial<Record<(typeof SLOTS)[number], string>>;

/** A definition of kind `print_template`. Its body is what the editor writes. */
export type PrintDoc = {
  kind: "print_template";
  code: string;
  app?: string;
  label: Words;
  entity: string;
  paper?: Paper;
  margins?: Partial<Margins>;
  header?: Band;
  footer?: Band;
  body: JSONContent;
} & Document;

/** Of paper, in millimetres. */
export const SIZES: Record<Paper, { width: number; height: number }> = {
  a4: { width: 210, height: 297 },
  a4_landscape: { width: 297, height: 210 },
  a5: { width: 148, height: 210 },
  a5_landscape: { width: 210, height: 148 },
  receipt: { width: 80, height: 297 },
};

export const paperOf = (doc: PrintDoc): Paper => doc.paper ?? "a4";

export function marginsOf(doc: PrintDoc): Margins {
  const usual = paperOf(doc) === "receipt" ? 4 : 20;
  return { top: usual, right: usual, bottom: usual, left: usual, ...doc.margins };
}

export const docOf = (info: DefinitionInfo | undefined) => info?.definition as PrintDoc | undefined;

/** The document with blank texts left out. */
export function tidy(doc: PrintDoc): PrintDoc {
  const band = (given: Band | undefined) => {
    const slots = Object.entries(given ?? {}).filter(([, text]) => text !== "");
    return slots.length > 0 ? Object.fromEntries(slots) : undefined;
  };
  const next: PrintDoc = { ...doc, header: band(doc.header), footer: band(doc.footer) };
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) as PrintDoc;
}

/** How the builder keeps a print template. */
export const PRINT_WAYS = waysOfOne("print_template", tidy);

export const textNode = (text: string): JSONContent => ({ type: "text", text });
export const paragraph = (...content: JSONContent[]): JSONContent => ({ type: "paragraph", content });
export const fieldNode = (path: string, format: Format = "usual"): JSONContent => ({
  type: "field",
  attrs: { path, formula: "", format },
});

/** How a field's values are usually written on paper. */
export function formatOf(field: FieldInfo): Format {
  const type = field.result ?? field.type;
  if (type === "money") return "money";
  return "usual";
}

/** Fields that say something on paper: no machinery, no tables, which have rows of their own. */
const MUTE: ReadonlySet<string> = new Set(["child_table", "image", "file", "signature", "version", "search"]);
export const isPrintable = (field: FieldInfo): boolean => !MUTE.has(field.type) && !field.many;

/** Of columns, in the editor's pixels: what a fact is called, and what it is. */
const HEAD = 100;
const VALUE = 220;
const REST = [VALUE, HEAD, VALUE];

const cell = (type: "tableCell" | "tableHeader", content: JSONContent, colwidth: number[]): JSONContent => ({
  type,
  attrs: { colspan: colwidth.length, rowspan: 1, colwidth },
  content: [content],
});

/** All facts as a table of two pairs a line, the long ones on lines of their own. */
export function factsTable(fields: FieldInfo[], name: (field: FieldInfo) => string): JSONContent {
  const rows: JSONContent[] = [];
  let pair: FieldInfo[] = [];
  const head = (field: FieldInfo) => cell("tableHeader", paragraph(textNode(name(field))), [HEAD]);
  const value = (field: FieldInfo, widths = [VALUE]) =>
    cell("tableCell", paragraph(fieldNode(field.code, formatOf(field))), widths);
  const flush = () => {
    const [left, right] = pair;
    if (left) {
      const rest = right ? [value(left), head(right), value(right)] : [value(left, REST)];
      rows.push({ type: "tableRow", content: [head(left), ...rest] });
    }
    pair = [];
  };
  for (const field of fields) {
    if (field.type === "long_text" || field.type === "rich_text") {
      flush();
      rows.push({ type: "tableRow", content: [head(field), value(field, REST)] });
    } else {
      pair.push(field);
      if (pair.length === 2) flush();
    }
  }
  flush();
  return { type: "table", attrs: { lines: true }, content: rows };
}

/** The fields in the order of the standard form, as far as they can be printed. */
export function factsOf(entity: EntityInfo, layout: Layout | null): FieldInfo[] {
  const own = entity.fields.filter((field) => !field.system && isPrintable(field));
  if (layout === null) return own;
  const codes = fieldsOf(layout);
  return codes.flatMap((code) => own.filter((field) => field.code === code));
}

/** What can be written about records that belong to a record, by the code that the language gives them. */
export type Related = { of: string; entity: EntityInfo; via: FieldInfo };

/** Records of other entities that point to one, child tables among them, and those in its own lists. */
export function relatedOf(entities: EntityInfo[], code: string): Related[] {
  const pointing = entities.flatMap((entity) =>
    entity.fields
      .filter((field) => field.type === "relation" && field.entity === code && !field.system)
      .map((via) => ({ of: `${entity.code}_${via.code}`, entity, via })),
  );
  const own = entities.find((one) => one.code === code)?.fields ?? [];
  const listed = own.flatMap((via) => {
    const entity = via.many ? entities.find((one) => one.code === via.entity) : undefined;
    return entity ? [{ of: via.code, entity, via }] : [];
  });
  return [...pointing, ...listed];
}

export type Column = { path: string; label?: string; format?: Format; width?: number; total?: boolean };
const USUAL_COLUMNS = 5;

/** The columns that a table of related records begins with: its first facts, without what leads back here. */
export function usualColumns({ entity, via }: Related): Column[] {
  return entity.fields
    .filter((field) => !field.system && isPrintable(field) && field.code !== via.code)
    .slice(0, USUAL_COLUMNS)
    .map((field) => ({ path: field.code, format: formatOf(field) }));
}

export const rowsNode = (of: string, columns: Column[]): JSONContent => ({
  type: "rows",
  attrs: { of, columns, sort: null },
});

type Start = {
  code: string;
  app: string;
  label: Words;
  entity: EntityInfo;
  layout: Layout | null;
  related: Related[];
  say: { name: (label: Label) => string; footer: string };
};

/** A new template: a sheet with all facts and the records that belong here, so that nobody begins with an empty page. */
export function newPrintTemplate({ code, app, label, entity, layout, related, say }: Start): PrintDoc {
  const title = entity.titleField && entity.fields.some((field) => field.code === entity.titleField);
  const tables = related.flatMap((one) => [
    { type: "heading", attrs: { level: 3, align: "left" }, content: [textNode(say.name(one.entity.label))] },
    rowsNode(one.of, usualColumns(one)),
  ]);
  return {
    kind: "print_template",
    code,
    app,
    label,
    entity: entity.code,
    paper: "a4",
    footer: { center: say.footer },
    body: {
      type: "doc",
      content: [
        {
          type: "heading",
          attrs: { level: 1, align: "center" },
          content: title ? [fieldNode(String(entity.titleField))] : [textNode(say.name(entity.label))],
        },
        factsTable(factsOf(entity, layout), (field) => say.name(field.label)),
        ...tables,
      ],
    },
  };
}
