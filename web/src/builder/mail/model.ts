import type { JSONContent } from "@tiptap/core";
import type { DefinitionInfo, Document } from "@/api/definitions";
import type { EntityInfo, Label } from "@/api/types";
import type { Words } from "@/core/layout/layout";
import { waysOfOne } from "../draft/one-document";
import { fieldNode, type PrintDoc, paragraph, textNode } from "../print/model";

/** A definition of kind `mail_template`: a mail that is filled in from a record, its body written as that of a print template. */
export type MailDoc = {
  kind: "mail_template";
  code: string;
  app?: string;
  label: Words;
  entity: string;
  /** One line; what stands between braces is an expression. */
  subject: string;
  body: JSONContent;
} & Document;

export const LONGEST_SUBJECT = 1_000;

export const mailOf = (info: DefinitionInfo | undefined) => info?.definition as MailDoc | undefined;

/** How the builder keeps a mail template. */
export const MAIL_WAYS = waysOfOne<MailDoc>("mail_template", (doc) => doc);

/** Where the brace at `open` is closed; -1 where it is not. Quoted texts keep their braces. */
function closing(text: string, open: number): number {
  let depth = 0;
  let quoted = false;
  for (let i = open; i < text.length; i++) {
    const sign = text[i];
    if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === "{") depth++;
    else if (!quoted && sign === "}" && --depth === 0) return i;
  }
  return -1;
}

export type SubjectPart = { text: string } | { expression: string };

/** A subject in its parts, as the server reads it; null where its braces do not match or hold nothing. */
export function subjectParts(subject: string): SubjectPart[] | null {
  const parts: SubjectPart[] = [];
  let at = 0;
  while (at < subject.length) {
    const open = subject.indexOf("{", at);
    const text = subject.slice(at, open < 0 ? undefined : open);
    if (text.includes("}")) return null;
    if (text !== "") parts.push({ text });
    if (open < 0) break;
    const close = closing(subject, open);
    const expression = subject.slice(open + 1, close);
    if (close < 0 || expression.trim() === "") return null;
    parts.push({ expression });
    at = close + 1;
  }
  return parts;
}

/** A text with something put in where the cursor is, and where the cursor then stands. */
export function putIn(text: string, what: string, from: number, to: number): { text: string; cursor: number } {
  return { text: text.slice(0, from) + what + text.slice(to), cursor: from + what.length };
}

/** The mail as a page for the preview, its subject on top; null where the subject cannot be read. */
export function asPage(doc: MailDoc): PrintDoc | null {
  const parts = subjectParts(doc.subject);
  if (parts === null) return null;
  const subject = parts.map((part) =>
    "text" in part
      ? textNode(part.text)
      : { type: "field", attrs: { path: "", formula: part.expression, format: "usual" } },
  );
  const head: JSONContent = { type: "heading", attrs: { level: 3, align: "left" }, content: subject };
  return {
    kind: "print_template",
    code: doc.code,
    ...(doc.app === undefined ? {} : { app: doc.app }),
    label: doc.label,
    entity: doc.entity,
    paper: "a5",
    body: { type: "doc", content: [head, { type: "horizontalRule" }, ...(doc.body.content ?? [])] },
  };
}

type Start = {
  code: string;
  app: string;
  label: Words;
  entity: EntityInfo;
  say: { name: (label: Label) => string; dear: string; end: string; subject: string };
};

/** A new template: a greeting that names the record, so that nobody begins with an empty page. */
export function newMailTemplate({ code, app, label, entity, say }: Start): MailDoc {
  const title = entity.fields.find((field) => field.code === entity.titleField)?.code;
  const greeting = title
    ? paragraph(textNode(`${say.dear} `), fieldNode(title), textNode(say.end))
    : paragraph(textNode(`${say.dear}${say.end}`));
  return {
    kind: "mail_template",
    code,
    app,
    label,
    entity: entity.code,
    subject: title ? `${say.subject} {${title}}` : `${say.subject} ${say.name(entity.label)}`,
    body: { type: "doc", content: [greeting, paragraph()] },
  };
}
