import { ExpressionInput } from "@/expression/expression-input";
import { labelText, useLanguage } from "@/i18n";
import type { OptionDoc } from "./options";
import css from "./properties.module.css";

type Props = { entity: string; options: OptionDoc[]; set: (options: OptionDoc[]) => void };

/** When each option can be chosen; those without a condition always can. */
export function OptionConditions({ entity, options, set }: Props) {
  const { t, language } = useLanguage();
  const put = (code: string, when: string) =>
    set(
      options.map((option) => {
        if (option.code !== code) return option;
        const { when: _, ...rest } = option;
        return (when.trim() === "" ? rest : { ...rest, when }) as OptionDoc;
      }),
    );
  return (
    <details>
      <summary className={css.hint}>{t("builder.optionsWhen")}</summary>
      {options.map((option) => (
        <div key={option.code} className={css.property}>
          <span className="muted">{labelText(option.label, language)}</span>
          <ExpressionInput
            entity={entity}
            draft
            expects="boolean"
            label={t("builder.optionWhen", { name: labelText(option.label, language) })}
            value={typeof option.when === "string" ? option.when : ""}
            onChange={(when) => put(option.code, when)}
          />
        </div>
      ))}
    </details>
  );
}
