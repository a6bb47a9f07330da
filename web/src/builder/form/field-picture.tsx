import { memo } from "react";
import type { FieldInfo } from "@/api/types";
import { isEditable } from "@/field/registry";
import { labelText, useLanguage } from "@/i18n";
import { FormField } from "@/record/form-field";
import css from "./canvas.module.css";

const nothing = () => {};

/** A field just as the record form draws it, out of reach of keys and pointer. What is computed shows its place. */
export const FieldPicture = memo(function FieldPicture({ field }: { field: FieldInfo }) {
  const { t, language } = useLanguage();
  return (
    <div inert className={css.picture}>
      {isEditable(field) ? (
        <FormField field={field} value={null} set={nothing} />
      ) : (
        <div className={css.computed}>
          <span className="muted">{labelText(field.label, language)}</span>
          <span className={css.result}>
            {field.type === "child_table" ? t("builder.childTable") : t("builder.computed")}
          </span>
          {field.help && <span className={css.help}>{labelText(field.help, language)}</span>}
        </div>
      )}
    </div>
  );
});
