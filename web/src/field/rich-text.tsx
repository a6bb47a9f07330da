import { BoldOutlined, ItalicOutlined, OrderedListOutlined, UnorderedListOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { createElement, Fragment, type ReactNode, useMemo, useRef } from "react";
import { useLanguage } from "@/i18n";
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
  return (
    <span className="ellipsis" title={text}>
      {text}
    </span>
  );
}

const TOOLS = [
  { command: "bold", icon: <BoldOutlined /> },
  { command: "italic", icon: <ItalicOutlined /> },
  { command: "insertUnorderedList", icon: <UnorderedListOutlined /> },
  { command: "insertOrderedList", icon: <OrderedListOutlined /> },
] as const;

function RichInput({ id, field, value, onChange }: InputProps) {
  const { t } = useLanguage();
  const first = useRef(String(value ?? ""));
  const area = useRef<HTMLDivElement>(null);
  const changed = () => {
    const html = area.current?.innerHTML ?? "";
    onChange(area.current?.textContent?.trim() ? html : null);
  };
  const format = (command: string) => {
    area.current?.focus();
    document.execCommand(command);
    changed();
  };
  return (
    <div>
      <div className={css.tools} role="toolbar" aria-controls={id}>
        {TOOLS.map((tool) => (
          <Button
            key={tool.command}
            type="text"
            size="small"
            icon={tool.icon}
            aria-label={t(`field.tool.${tool.command}`)}
            onClick={() => format(tool.command)}
          />
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: formatted text has no native input */}
      <div
        ref={area}
        id={id}
        role="textbox"
        tabIndex={0}
        aria-multiline
        aria-label={field.code}
        className={`${css.editor} ${css.rich}`}
        contentEditable
        suppressContentEditableWarning
        onInput={changed}
      >
        <RichText html={first.current} />
      </div>
    </div>
  );
}

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
