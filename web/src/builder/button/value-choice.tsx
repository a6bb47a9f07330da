import { Button, Select } from "antd";
import { useState } from "react";
import type { FieldInfo } from "@/api/types";
import { ExpressionInput } from "@/expression/expression-input";
import { useLanguage } from "@/i18n";
import css from "./builder.module.css";
import { choicesOf, type FilledBy } from "./model";

const FORMULA = "=";

type Props = {
  /** The entity that the button stands at, over whose records the expression is. */
  entity: string;
  field: FieldInfo;
  by: FilledBy;
  label: string;
  value: string | undefined;
  set: (value: string | undefined) => void;
};

/** The value of a field: chosen where there is a choice, else written as an expression. */
export function ValueChoice({ entity, field, by, label, value, set }: Props) {
  const { t, language } = useLanguage();
  const choices = choicesOf(field, by, t, language);
  const chosen = choices.some((one) => one.value === value);
  const [writes, setWrites] = useState(value !== undefined && value !== "" && !chosen);
  if (choices.length > 0 && !writes) {
    return (
      <Select
        allowClear
        aria-label={label}
        style={{ width: "100%" }}
        placeholder={t("builder.choose")}
        value={chosen ? value : undefined}
        options={[...choices, { value: FORMULA, label: t("buttonBuilder.formula") }]}
        onChange={(next: string | undefined) => (next === FORMULA ? setWrites(true) : set(next))}
      />
    );
  }
  return (
    <div>
      <ExpressionInput
        entity={entity}
        draft
        label={label}
        value={value ?? ""}
        onChange={(text) => set(text.trim() === "" ? undefined : text)}
      />
      {choices.length > 0 && (
        <Button
          type="link"
          size="small"
          className={css.flat}
          onClick={() => {
            setWrites(false);
            set(undefined);
          }}
        >
          {t("buttonBuilder.choose")}
        </Button>
      )}
    </div>
  );
}
