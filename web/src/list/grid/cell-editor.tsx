import { type KeyboardEvent, useEffect, useRef } from "react";
import type { FieldInfo, Row } from "@/api/types";
import type { Value } from "@/core/value";
import type { ValueLabel } from "@/field/kind";
import { kindOf } from "@/field/registry";
import { labelText, useLanguage } from "@/i18n";
import css from "./grid.module.css";
import type { Commit } from "./types";

type Props = { field: FieldInfo; row: Row; commit: Commit; leave: () => void; next: (step: 1 | -1) => void };

/** Lists and calendars open outside the cell; while the focus is in one of them the edit goes on. */
const inPopup = (node: Element | null) =>
  node?.closest(".ant-select-dropdown, .ant-picker-dropdown, .ant-tree-select-dropdown, .ant-cascader-dropdown") !=
  null;

/** Edits one field in its cell: Enter and Tab save, Escape leaves, a click elsewhere saves. */
export function CellEditor({ field, row, commit, leave, next }: Props) {
  const { language } = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const draft = useRef<{ value: Value; label: ValueLabel } | null>(null);
  const finished = useRef(false);
  const { Input, instant } = kindOf(field);
  const finish = () => {
    if (finished.current) return;
    finished.current = true;
    if (draft.current) commit(draft.current.value, draft.current.label);
    else leave();
  };
  useEffect(() => {
    const listen = (event: PointerEvent) => {
      const target = event.target as Element;
      if (!place.current?.contains(target) && !inPopup(target)) finishRef.current();
    };
    document.addEventListener("pointerdown", listen, true);
    return () => document.removeEventListener("pointerdown", listen, true);
  }, []);
  const finishRef = useRef(finish);
  finishRef.current = finish;
  const onKey = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      finished.current = true;
      leave();
    } else if (event.key === "Tab" || (event.key === "Enter" && !instant)) {
      event.preventDefault();
      finish();
      if (event.key === "Tab") next(event.shiftKey ? -1 : 1);
    }
  };
  if (!Input) return null;
  return (
    <div
      ref={place}
      className={css.editor}
      role="group"
      aria-label={labelText(field.label, language)}
      onKeyDown={onKey}
    >
      <Input
        field={field}
        value={row.values[field.code] ?? null}
        label={row.labels[field.code]}
        autoFocus
        inCell
        onChange={(value, label) => {
          draft.current = { value, label };
          if (instant) finish();
        }}
      />
    </div>
  );
}
