import type { EntityInfo } from "@/api/types";
import { RECORD_LINK } from "@/core/record-link";
import { labelText, type Translate, type useLanguage } from "@/i18n";
import type { Say } from "./extensions";
import { along } from "./field-tree";
import { type Column, type Format, relatedOf } from "./model";

type Language = ReturnType<typeof useLanguage>["language"];

/** What people call a path: 客户 › 负责人. What the catalogue does not know is called by its code. */
export function pathName(entities: EntityInfo[], entity: string, path: string, language: Language): string {
  const fields = along(entities, entity, path);
  return fields === null ? path : fields.map((field) => labelText(field.label, language)).join(" › ");
}

/** What the parts of a template of `entity` say of themselves. */
export function saying(entities: EntityInfo[], entity: string, t: Translate, language: Language): Say {
  const name = (path: string) =>
    path === RECORD_LINK ? t("common.recordLink") : pathName(entities, entity, path, language);
  return {
    field: ({ path, formula, format }) => {
      const what = formula ? String(formula) : name(String(path));
      return format && format !== "usual" ? `${what} · ${t(`print.formatOf.${format as Format}`)}` : what;
    },
    rows: ({ of, columns }) => {
      const related = relatedOf(entities, entity).find((one) => one.of === of);
      const child = related?.entity;
      return {
        title: t("print.rowsOf", { name: child ? labelText(child.label, language) : String(of) }),
        columns: (columns as Column[]).map(
          (column) => column.label || (child ? pathName(entities, child.code, column.path, language) : column.path),
        ),
      };
    },
    condition: (when) => (when === "" ? t("print.whenNone") : t("print.whenShown", { when })),
    picture: (path) => t("print.pictureOf", { name: name(path) }),
    square: (path) => t("print.squareOf", { name: path === null ? t("print.qrRecord") : name(path) }),
    pageBreak: t("print.pageBreak"),
  };
}
