import { PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Input, type InputRef } from "antd";
import { type KeyboardEvent, useRef, useState } from "react";
import { keys } from "@/api/keys";
import { createRecord } from "@/api/records";
import type { EntityInfo } from "@/api/types";
import { useToast } from "@/app/toast";
import type { Value } from "@/core/value";
import { callingField } from "@/field/relation";
import { labelText, useLanguage } from "@/i18n";
import { issuesByField } from "@/record/issues";
import css from "./list.module.css";

type Props = {
  entity: EntityInfo;
  /** Values that every record of this list has, as those of its view. */
  given: Record<string, Value>;
  /** Opens the whole form, where more has to be said than the name. */
  create: (given: Record<string, Value>) => void;
};

/** Records can be made by this line where their name is a text that people write. */
export function canAdd(entity: EntityInfo): boolean {
  const field = callingField(entity);
  return entity.rights.create && field?.type === "text" && !field.readonly;
}

/** The last line of a list: type a name, Enter saves it, and the next one can be typed. */
export function AddRow({ entity, given, create }: Props) {
  const { t, language } = useLanguage();
  const cache = useQueryClient();
  const toast = useToast();
  const input = useRef<InputRef>(null);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const field = callingField(entity);
  if (!field) return null;
  const values = { ...given, [field.code]: name.trim() };
  const save = async () => {
    if (name.trim() === "" || busy) return;
    setBusy(true);
    try {
      await createRecord(entity.code, values);
      setName("");
      await cache.invalidateQueries({ queryKey: keys.records(entity.code) });
    } catch (error) {
      const others = entity.fields.filter((one) => one !== field).map((one) => one.code);
      if (issuesByField(error, others).size > 0) create(values);
      else toast.failed(error);
    } finally {
      setBusy(false);
      input.current?.focus();
    }
  };
  const key = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") void save();
    if (event.key === "Escape") setOpen(false);
  };
  if (!open) {
    return (
      <button type="button" className={`plain ${css.add}`} onClick={() => setOpen(true)}>
        <PlusOutlined /> {t("views.addRow")}
      </button>
    );
  }
  return (
    <div className={css.adding}>
      <Input
        ref={input}
        autoFocus
        size="small"
        value={name}
        placeholder={t("views.addHint", { name: labelText(field.label, language) })}
        aria-label={labelText(field.label, language)}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={key}
        onBlur={() => name === "" && !busy && setOpen(false)}
      />
    </div>
  );
}
