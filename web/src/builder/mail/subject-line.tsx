import { PlusOutlined } from "@ant-design/icons";
import { Button, Input, type InputRef, Popover } from "antd";
import { useId, useRef, useState } from "react";
import type { EntityInfo } from "@/api/types";
import { useLanguage } from "@/i18n";
import { FieldPicker } from "../print/field-picker";
import css from "./mail.module.css";
import { LONGEST_SUBJECT, putIn, subjectParts } from "./model";

type Props = {
  value: string;
  set: (subject: string) => void;
  entities: EntityInfo[];
  entity: string;
};

/** The subject, into which fields are put where the cursor stands. */
export function SubjectLine({ value, set, entities, entity }: Props) {
  const { t } = useLanguage();
  const id = useId();
  const input = useRef<InputRef>(null);
  const [open, setOpen] = useState(false);
  const wrong = value.trim() === "" || subjectParts(value) === null;
  const insert = (path: string) => {
    const box = input.current?.input;
    const next = putIn(value, `{${path}}`, box?.selectionStart ?? value.length, box?.selectionEnd ?? value.length);
    set(next.text);
    setOpen(false);
    requestAnimationFrame(() => {
      input.current?.focus();
      box?.setSelectionRange(next.cursor, next.cursor);
    });
  };
  return (
    <div className={css.subject}>
      <label htmlFor={id}>{t("mailTemplate.subject")}</label>
      <Input
        id={id}
        ref={input}
        value={value}
        maxLength={LONGEST_SUBJECT}
        status={wrong ? "error" : undefined}
        aria-invalid={wrong}
        aria-describedby={`${id}-hint`}
        onChange={(event) => set(event.target.value)}
      />
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomRight"
        destroyOnHidden
        content={<FieldPicker entities={entities} entity={entity} pick={({ path }) => insert(path)} />}
      >
        <Button
          icon={<PlusOutlined />}
          aria-label={t("mailTemplate.intoSubject")}
          title={t("mailTemplate.intoSubject")}
        />
      </Popover>
      <p id={`${id}-hint`} className={wrong ? css.wrong : css.hint}>
        {t(
          value.trim() === ""
            ? "mailTemplate.subjectNeeded"
            : wrong
              ? "mailTemplate.braces"
              : "mailTemplate.subjectHint",
        )}
      </p>
    </div>
  );
}
