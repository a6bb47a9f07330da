import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { FieldInfo, Row } from "@/api/types";
import { sameValue, type Value } from "@/core/value";
import { labelText, useLanguage } from "@/i18n";
import type { ValueLabel } from "./kind";
import { kindOf } from "./registry";

export type Commit = (value: Value, label: ValueLabel) => void;

type Props = {
  field: FieldInfo;
  row: Row;
  commit: Commit;
  /** Ends the edit without a change. */
  leave: () => void;
  /** Where Tab leads; without it Tab only saves. */
  next?: (step: 1 | -1) => void;
  inCell?: boolean;
  className?: string;
};

const POPUPS =
  ".ant-select-dropdown, .ant-picker-dropdown, .ant-tree-select-dropdown, .ant-cascader-dropdown, .ant-modal-root";

/** Lists and calendars open outside the editor; while the focus is in one of them the edit goes on. */
const inPopup = (node: Element | null) => node?.closest(POPUPS) != null;

/** Edits one field in its place: Enter and Tab save, Escape leaves, a click elsewhere saves; a choice saves at once. */
export function InlineEditor({ field, row, commit, leave, next, inCell, className }: Props) {
  const { language } = useLanguage();
  const place = useRef<HTMLFieldSetElement>(null);
  const draft = useRef<{ value: Value; label: ValueLabel } | null>(null);
  const [shown, setShown] = useState({ value: row.values[field.code] ?? null, label: row.labels[field.code] });
  const finished = useRef(false);
  const { Input, instant, editing } = kindOf(field);
  const finish = () => {
    if (finished.current) return;
    finished.current = true;
    const { current } = draft;
    if (current && !sameValue(current.value, row.values[field.code])) commit(current.value, current.label);
    else leave();
  };
  const latest = useRef(finish);
  latest.current = finish;
  useEffect(() => {
    const listen = (event: PointerEvent) => {
      const target = event.target as Element;
      // Files on their way would be lost.
      if (place.current?.querySelector("[aria-busy=true]")) return;
      if (!place.current?.contains(target) && !inPopup(target)) latest.current();
    };
    document.addEventListener("pointerdown", listen, true);
    return () => document.removeEventListener("pointerdown", listen, true);
  }, []);
  const onKey = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const saves = event.key === "Enter" && !instant && (editing === "inline" || event.ctrlKey || event.metaKey);
    if (event.key === "Escape") {
      finished.current = true;
      leave();
    } else if (saves || (event.key === "Tab" && next)) {
      event.preventDefault();
      finish();
      if (event.key === "Tab") next?.(event.shiftKey ? -1 : 1);
    }
  };
  if (!Input) return null;
  return (
    <fieldset ref={place} className={className} aria-label={labelText(field.label, language)} onKeyDown={onKey}>
      <Input
        field={field}
        value={shown.value}
        label={shown.label}
        autoFocus
        inCell={inCell}
        onChange={(value, label) => {
          draft.current = { value, label };
          setShown({ value, label: label as Row["labels"][string] });
          if (instant) finish();
        }}
      />
    </fieldset>
  );
}
