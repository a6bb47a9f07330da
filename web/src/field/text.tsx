import { Input } from "antd";
import { type ReactNode, useState } from "react";
import type { FieldInfo } from "@/api/types";
import { dialable, formatPhone } from "@/core/phone";
import { fitFormat, fitPattern, typedInto } from "@/core/text-format";
import type { Value } from "@/core/value";
import { type DisplayProps, type InputProps, kind, TEXT_OPERATORS } from "./kind";

const shown = (value: Value) => (value === null ? "" : String(value));

function Plain({ value }: DisplayProps) {
  return <span className="ellipsis">{shown(value)}</span>;
}

/** A link that opens beside the list without opening the record under it. */
function Out({ href, children, blank }: { href: string; children: ReactNode; blank?: boolean }) {
  return (
    <a
      href={href}
      className="ellipsis"
      target={blank ? "_blank" : undefined}
      rel="noreferrer"
      tabIndex={-1}
      onClick={(event) => event.stopPropagation()}
    >
      {children}
    </a>
  );
}

const Phone = ({ value }: DisplayProps) => (
  <Out href={`tel:${dialable(shown(value))}`}>
    <span className="num">{formatPhone(shown(value))}</span>
  </Out>
);
const Email = ({ value }: DisplayProps) => <Out href={`mailto:${shown(value)}`}>{shown(value)}</Out>;

/** Only web addresses become links: "javascript:" and the like stay text. */
function Url(props: DisplayProps) {
  const text = shown(props.value);
  const href = /^https?:\/\//i.test(text) ? text : /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text) ? `https://${text}` : null;
  return href === null ? (
    <Plain {...props} />
  ) : (
    <Out href={href} blank>
      {text.replace(/^https?:\/\//i, "")}
    </Out>
  );
}

const MODES = { phone: "tel", email: "email", url: "url" } as const;

/** A text in its field's form; null where it does not fit. */
function keep(text: string, { format, pattern }: FieldInfo): string | null {
  return format ? fitFormat(format, text) : pattern ? fitPattern(pattern, text) : text;
}

/** A text with a form is put into it as far as that goes: a mask at each key, all else when one leaves. */
function Line({ id, field, value, onChange, autoFocus, inCell, invalid }: InputProps) {
  const [typed, setTyped] = useState(shown(value));
  const [left, setLeft] = useState(false);
  const bad = left && typed !== "" && keep(typed, field) === null;
  const put = (text: string) => {
    setTyped(text);
    onChange(text === "" ? null : text);
  };
  return (
    <Input
      id={id}
      value={typed}
      inputMode={MODES[field.type as keyof typeof MODES] ?? "text"}
      autoFocus={autoFocus}
      variant={inCell ? "borderless" : "outlined"}
      placeholder={field.pattern}
      status={invalid || bad ? "error" : undefined}
      onFocus={() => setLeft(false)}
      onBlur={() => {
        setLeft(true);
        const kept = keep(typed, field);
        if (kept !== null && kept !== typed) put(kept);
      }}
      onChange={(event) => {
        const text = event.target.value;
        const composing = (event.nativeEvent as InputEvent).isComposing === true;
        put(field.pattern && !field.format && !composing ? typedInto(field.pattern, text) : text);
      }}
    />
  );
}

function Lines({ id, value, onChange, autoFocus, invalid }: InputProps) {
  const [typed, setTyped] = useState(shown(value));
  return (
    <Input.TextArea
      id={id}
      value={typed}
      autoFocus={autoFocus}
      autoSize={{ minRows: 3, maxRows: 12 }}
      status={invalid ? "error" : undefined}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(event.target.value === "" ? null : event.target.value);
      }}
    />
  );
}

const read = (text: string) => (text.trim() === "" ? null : text.trim());

export const text = kind({
  types: ["text"],
  Display: Plain,
  Input: Line,
  operators: TEXT_OPERATORS,
  width: 180,
  keep,
  read,
});
/** Its format is that of its check digit, which the server alone knows. */
export const barcode = kind({
  types: ["barcode"],
  Display: Plain,
  Input: Line,
  operators: TEXT_OPERATORS,
  width: 180,
  read,
});
export const phone = kind({
  types: ["phone"],
  Display: Phone,
  Input: Line,
  operators: TEXT_OPERATORS,
  width: 144,
  leads: true,
  keep,
  read,
});
export const email = kind({
  types: ["email"],
  Display: Email,
  Input: Line,
  operators: TEXT_OPERATORS,
  width: 200,
  leads: true,
  read,
});
export const url = kind({
  types: ["url"],
  Display: Url,
  Input: Line,
  operators: TEXT_OPERATORS,
  width: 200,
  leads: true,
  read,
});
export const longText = kind({
  types: ["long_text"],
  Display: Plain,
  Input: Lines,
  operators: TEXT_OPERATORS,
  width: 240,
  editing: "form",
  wide: true,
  sortable: false,
  read,
});
export const autonumber = kind({
  types: ["autonumber"],
  Display: Plain,
  Input: null,
  operators: TEXT_OPERATORS,
  width: 120,
});
