import { HolderOutlined } from "@ant-design/icons";
import { Checkbox, Input } from "antd";
import type { KeyboardEvent } from "react";
import { labelText, useLanguage } from "@/i18n";
import apps from "../apps/apps.module.css";
import type { EntityDoc, FieldDoc } from "../model/design";
import props from "../properties/properties.module.css";
import { useTyped } from "../properties/simple-editors";
import { useSortable } from "../properties/use-sortable";
import { type Asked, type Change, isAskable, moved, type PublicFormDoc, toggleAsked } from "./model";
import css from "./public.module.css";

type RowProps = {
  asked: Asked;
  field: FieldDoc;
  at: number;
  move: (from: number, to: number) => void;
  set: (asked: Asked) => void;
  remove: () => void;
};

function Row({ asked, field, at, move, set, remove }: RowProps) {
  const { t, language } = useLanguage();
  const { ref, handle, edge } = useSortable("asked", at, move);
  const name = labelText(field.label, language);
  const [typed, setTyped] = useTyped(asked.label?.[language] ?? "");
  const keys = (event: KeyboardEvent) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (step === 0 || !event.altKey) return;
    event.preventDefault();
    move(at, at + step);
  };
  const rename = () => {
    const label = { ...asked.label, [language]: typed.trim() };
    if (typed.trim() === "") delete label[language];
    set({ ...asked, label: Object.keys(label).length === 0 ? undefined : label });
  };
  return (
    <li ref={ref} className={`${apps.menuRow} ${edge === null ? "" : edge === "top" ? props.above : props.below}`}>
      <span ref={handle} className={props.holder} aria-hidden>
        <HolderOutlined />
      </span>
      <Checkbox checked onChange={remove} aria-label={t("publicForm.ask", { name })} onKeyDown={keys} />
      <Input
        variant="borderless"
        aria-label={t("publicForm.askedAs", { name })}
        placeholder={name}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={rename}
        onPressEnter={(event) => event.currentTarget.blur()}
        onKeyDown={keys}
      />
      <Checkbox
        className={css.required}
        checked={asked.required === true}
        onChange={(event) => set({ ...asked, required: event.target.checked || undefined })}
      >
        {t("builder.property.required")}
      </Checkbox>
    </li>
  );
}

type Props = { doc: PublicFormDoc; entity: EntityDoc; change: Change };

/** What people outside are asked, in which order and by which words; below it what they could be asked. */
export function AskedFields({ doc, entity, change }: Props) {
  const { t, language } = useLanguage();
  const fieldOf = (code: string) => entity.fields.find((field) => field.code === code);
  const others = entity.fields.filter(
    (field) => isAskable(field) && !doc.fields.some((asked) => asked.field === field.code),
  );
  const set = (at: number, asked: Asked) =>
    change({ ...doc, fields: doc.fields.map((one, i) => (i === at ? asked : one)) });
  return (
    <>
      <ul className={apps.menu}>
        {doc.fields.map((asked, at) => {
          const field = fieldOf(asked.field);
          return (
            field && (
              <Row
                key={asked.field}
                asked={asked}
                field={field}
                at={at}
                move={(from, to) => change({ ...doc, fields: moved(doc.fields, from, to) })}
                set={(next) => set(at, next)}
                remove={() => change(toggleAsked(doc, field, false))}
              />
            )
          );
        })}
      </ul>
      {others.length > 0 && (
        <div className={css.others}>
          <span className="muted">{t("publicForm.notAsked")}</span>
          {others.map((field) => (
            <Checkbox key={field.code} checked={false} onChange={() => change(toggleAsked(doc, field, true))}>
              {labelText(field.label, language)}
            </Checkbox>
          ))}
        </div>
      )}
    </>
  );
}
