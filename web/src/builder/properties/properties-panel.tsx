import { Button } from "antd";
import type { RefObject } from "react";
import { find, isPlaced } from "@/core/layout/layout";
import { useLanguage } from "@/i18n";
import { type Stage, widthOf } from "../form/canvas";
import type { Designer } from "../form/use-designer";
import { fieldOf, hide, remove } from "../model/design";
import { FieldProperties } from "./field-properties";
import { FormProperties } from "./form-properties";
import { PartProperties } from "./part-properties";
import css from "./properties.module.css";

type Props = {
  designer: Designer;
  stage: Stage;
  wanted: RefObject<boolean>;
  recoded: (from: string, to: string) => void;
};

/** The properties of what is selected: of one part, of several, or of the form. */
export function PropertiesPanel({ designer, stage, wanted, recoded }: Props) {
  const { t } = useLanguage();
  const keys = [...stage.selected];
  const key = keys.length === 1 ? (keys[0] ?? "") : "";
  const part = find(designer.design.layout, key);
  const field = part && isPlaced(part) ? fieldOf(designer.design, part.field) : undefined;
  return (
    <aside className={css.panel} aria-label={t("builder.properties")}>
      {keys.length > 1 && (
        <div className={css.list}>
          <h2 className={css.title}>{t("builder.selected", { n: keys.length })}</h2>
          <p className={css.hint}>{t("builder.selectedHint")}</p>
          <Button danger onClick={() => designer.edit((design) => remove(design, stage.selected))}>
            {t("builder.removeSelected")}
          </Button>
        </div>
      )}
      {field && part && isPlaced(part) && (
        <FieldProperties
          field={field}
          span={widthOf(part, stage)}
          designer={designer}
          wanted={wanted}
          recoded={(to) => recoded(field.code, to)}
        />
      )}
      {field && (
        <div className={css.actions}>
          <Button size="small" onClick={() => designer.edit((design) => hide(design, stage.selected))}>
            {t("builder.hideField")}
          </Button>
          <Button size="small" danger onClick={() => designer.edit((design) => remove(design, stage.selected))}>
            {t("builder.removeField")}
          </Button>
        </div>
      )}
      {part && !isPlaced(part) && <PartProperties part={part} designer={designer} />}
      {keys.length <= 1 && part === undefined && <FormProperties designer={designer} />}
    </aside>
  );
}
