import { Button, Tooltip } from "antd";
import { useState } from "react";
import type { Change, ChangedField, EntityInfo } from "@/api/types";
import { isBlank, type Value } from "@/core/value";
import { FieldValue } from "@/field/field-value";
import type { ValueLabel } from "@/field/kind";
import { Person } from "@/field/people";
import { useFormats } from "@/field/use-formats";
import { labelText, useLanguage } from "@/i18n";
import css from "./history.module.css";

const FOLDED = 4;

function Side({ entity, code, value, label }: { entity: EntityInfo; code: string; value: Value; label: ValueLabel }) {
  const { t } = useLanguage();
  const formats = useFormats();
  const field = entity.fields.find((one) => one.code === code);
  if (isBlank(value)) return <span className="faint">{t("common.blank")}</span>;
  if (field?.type === "datetime") {
    // Not how long ago: of two moments that are near, both sides would read the same.
    return <time className="num">{formats.moment(String(value))}</time>;
  }
  return field ? <FieldValue field={field} value={value} label={label} /> : <span>{String(value)}</span>;
}

function FieldChange({ entity, change, fresh }: { entity: EntityInfo; change: ChangedField; fresh: boolean }) {
  const { language } = useLanguage();
  const field = entity.fields.find((one) => one.code === change.code);
  return (
    <div className={css.field}>
      <span className={css.name}>{field ? labelText(field.label, language) : change.code}</span>
      {!fresh && (
        <>
          <span className={css.before}>
            <Side entity={entity} code={change.code} value={change.before} label={change.beforeLabel} />
          </span>
          <span className="faint" aria-hidden>
            →
          </span>
        </>
      )}
      <span className={css.after}>
        <Side entity={entity} code={change.code} value={change.after} label={change.afterLabel} />
      </span>
    </div>
  );
}

const ORIGINS = [
  "form",
  "public_form",
  "webhook",
  "import",
  "api",
  "bulk",
  "undo",
  "erasure",
  "sample",
  "system",
  "rule",
  "flow",
] as const;

/** What somebody changed and when. */
export function ChangeEntry({ entity, change }: { entity: EntityInfo; change: Change }) {
  const { t, language } = useLanguage();
  const formats = useFormats();
  const [open, setOpen] = useState(change.kind !== "create" && change.fields.length <= FOLDED);
  const origin = ORIGINS.find((one) => one === change.origin);
  const by = change.by?.name ?? t("common.system");
  return (
    <li className={css.entry}>
      <div className={css.head}>
        <Person id={change.by?.id ?? "system"} name={by} />
        <span>{t(`record.change.${change.kind}`, { n: change.fields.length })}</span>
        {origin && origin !== "form" && <span className={css.origin}>{t(`record.origin.${origin}`)}</span>}
        {change.because && (
          <span className={css.origin}>{t("record.because", { name: labelText(change.because.label, language) })}</span>
        )}
        <Tooltip title={formats.moment(change.at)}>
          <time dateTime={change.at} className={css.time}>
            {formats.relative(change.at)}
          </time>
        </Tooltip>
      </div>
      {open &&
        change.fields.map((field) => (
          <FieldChange key={field.code} entity={entity} change={field} fresh={change.kind === "create"} />
        ))}
      {!open && change.fields.length > 0 && (
        <Button type="link" size="small" className={css.unfold} onClick={() => setOpen(true)}>
          {t("record.showFields", { n: change.fields.length })}
        </Button>
      )}
    </li>
  );
}
