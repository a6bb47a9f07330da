import { Radio, Select } from "antd";
import type { EntityInfo } from "@/api/types";
import { labelText, useLanguage } from "@/i18n";
import { fieldOf, importable, type Mapping } from "./mapping";
import css from "./wizard.module.css";

const MODES = ["create", "upsert", "update"] as const;
const MATCH_TYPES = new Set([
  "text",
  "phone",
  "email",
  "number",
  "barcode",
  "autonumber",
  "date",
  "url",
  "select",
  "relation",
]);

type Props = { entity: EntityInfo; mapping: Mapping; change: (mapping: Mapping) => void };

/** What happens with records that exist, and how they are recognised. */
export function ModeChoice({ entity, mapping, change }: Props) {
  const { t, language } = useLanguage();
  const mapped = new Set(Object.values(mapping.targets).map(fieldOf));
  const keys = importable(entity).filter((field) => mapped.has(field.code) && MATCH_TYPES.has(field.type));
  return (
    <section className={css.section}>
      <h2>{t("imports.wizard.modeTitle")}</h2>
      <Radio.Group
        value={mapping.mode}
        onChange={(event) => change({ ...mapping, mode: event.target.value as Mapping["mode"] })}
        className={css.modes}
      >
        {MODES.map((mode) => (
          <Radio key={mode} value={mode}>
            <span className={css.mode}>
              {t(`imports.wizard.${mode}`)}
              <span className="faint">{t(`imports.wizard.${mode}Text`)}</span>
            </span>
          </Radio>
        ))}
      </Radio.Group>
      {mapping.mode !== "create" && (
        <div className={css.match}>
          <span>{t("imports.wizard.match")}</span>
          <Select
            mode="multiple"
            value={mapping.match}
            aria-label={t("imports.wizard.match")}
            status={mapping.match.length === 0 ? "error" : undefined}
            placeholder={t("imports.wizard.matchRequired")}
            options={keys.map((field) => ({ value: field.code, label: labelText(field.label, language) }))}
            onChange={(match) => change({ ...mapping, match })}
          />
        </div>
      )}
    </section>
  );
}
