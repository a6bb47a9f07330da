import { Skeleton } from "antd";
import { createElement, Fragment, lazy, type ReactNode, Suspense, useMemo } from "react";
import css from "./field.module.css";
import { type DisplayProps, type InputProps, kind, TEXT_OPERATORS } from "./kind";

const ALLOWED = new Set([
  "P",
  "B",
  "STRONG",
  "I",
  "EM",
  "U",
  "S",
  "UL",
  "OL",
  "LI",
  "BR",
  "H2",
  "H3",
  "BLOCKQUOTE",
  "CODE",
  "A",
  "DIV",
  "SPAN",
]);

/** Builds elements from allowed tags only; no attribute but a web link's address comes through, so no markup can act. */
function draw(node: Node, key: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;
  const children = [...node.childNodes].map(draw);
  if (!ALLOWED.has(node.tagName))
    return node.tagName === "SCRIPT" || node.tagName === "STYLE" ? null : createElement(Fragment, { key }, ...children);
  if (node.tagName === "BR") return createElement("br", { key });
  const href = node.getAttribute("href") ?? "";
  const link = node.tagName === "A" && /^https?:\/\//i.test(href) ? { href, target: "_blank", rel: "noreferrer" } : {};
  return createElement(node.tagName.toLowerCase(), { key, ...link }, ...children);
}

const parsed = (html: string) => new DOMParser().parseFromString(html, "text/html").body;

export function RichText({ html }: { html: string }) {
  const body = useMemo(() => parsed(html), [html]);
  return <div className={css.rich}>{[...body.childNodes].map(draw)}</div>;
}

/** In a list only the words. */
function Words({ value }: DisplayProps) {
  const text = useMemo(() => parsed(String(value ?? "")).textContent ?? "", [value]);
  return <span className="ellipsis">{text}</span>;
}

const RichEditor = lazy(() => import("./rich-editor"));

const RichInput = (props: InputProps) => (
  <Suspense fallback={<Skeleton active title={false} paragraph={{ rows: 4 }} />}>
    <RichEditor {...props} />
  </Suspense>
);

export const richText = kind({
  types: ["rich_text"],
  Display: Words,
  Input: RichInput,
  operators: TEXT_OPERATORS,
  editing: "form",
  wide: true,
  sortable: false,
  width: 240,
});
