import { useCallback, useState } from "react";
import { isEditable, kindOf } from "@/field/registry";
import { useLanguage } from "@/i18n";
import { type Draft, EMPTY_DRAFT, withValue } from "@/record/draft";
import type { SetValue } from "@/record/form-field";
import { LayoutView } from "@/record/layout-view";
import { RecordForm } from "@/record/record-form";
import { asInfo, type Design } from "../model/design";
import css from "./designer.module.css";

const NONE = new Map<string, string>();

/** The form as people will fill it in. What is typed is kept nowhere. */
export function Preview({ design, phone }: { design: Design; phone: boolean }) {
  const { t } = useLanguage();
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const set: SetValue = useCallback((code, value, label) => setDraft((now) => withValue(now, code, value, label)), []);
  const fields = design.entity.fields.map(asInfo).filter(isEditable);
  const isWide = (code: string) => {
    const field = fields.find((one) => one.code === code);
    return field !== undefined && (kindOf(field).wide || kindOf(field).editing === "form");
  };
  return (
    <div className={phone ? `${css.preview} ${css.phone}` : css.preview}>
      {fields.length === 0 && <p className="faint">{t("builder.emptyForm")}</p>}
      <RecordForm
        fields={fields}
        draft={draft}
        set={set}
        issues={NONE}
        layout={(place) => <LayoutView layout={design.layout} place={place} isWide={isWide} />}
      />
    </div>
  );
}
