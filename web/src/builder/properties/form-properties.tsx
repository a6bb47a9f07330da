import { Button } from "antd";
import { fieldsOf, insert } from "@/core/layout/layout";
import { labelText, useLanguage } from "@/i18n";
import type { Designer } from "../form/use-designer";
import { END, hidden } from "../model/design";
import { ChecksEditor } from "./checks-editor";
import { LabelField } from "./label-field";
import css from "./properties.module.css";

/** What can be said of the form itself, and the fields that it does not show. */
export function FormProperties({ designer }: { designer: Designer }) {
  const { t, language } = useLanguage();
  const { design, edit } = designer;
  const out = hidden(design);
  return (
    <div className={css.list}>
      <h2 className={css.title}>{t("builder.form")}</h2>
      <LabelField
        name={t("builder.formName")}
        value={design.entity.label}
        set={(label) => edit((one) => ({ ...one, entity: { ...one.entity, label } }), "form.label")}
      />
      <p className={css.hint}>
        {t("builder.formFacts", { n: fieldsOf(design.layout).length, code: design.entity.code })}
      </p>
      {out.length > 0 && (
        <div className={css.property}>
          <span className="muted">{t("builder.hiddenFields")}</span>
          {out.map((field) => (
            <Button
              key={field.code}
              size="small"
              onClick={() => edit((one) => ({ ...one, layout: insert(one.layout, END(one), [{ field: field.code }]) }))}
            >
              {t("builder.showField", { name: labelText(field.label, language) })}
            </Button>
          ))}
        </div>
      )}
      <ChecksEditor designer={designer} />
      <p className={css.hint}>{t("builder.keys")}</p>
    </div>
  );
}
