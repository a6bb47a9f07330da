import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Dropdown, Tag } from "antd";
import { Link } from "react-router";
import { entitiesQuery } from "@/api/catalogue";
import type { DefinitionInfo } from "@/api/definitions";
import { formsQuery } from "@/api/forms";
import { printTemplatesQuery } from "@/api/print";
import type { EntityInfo } from "@/api/types";
import { paths } from "@/app/paths";
import { labelText, useLanguage } from "@/i18n";
import apps from "../apps/apps.module.css";
import { useListed } from "../apps/use-listed";
import { docOf, newPrintTemplate, relatedOf } from "./model";

type Props = { app: string; definitions: DefinitionInfo[] };

function useTemplates(app: string, definitions: DefinitionInfo[]) {
  const { t, language } = useLanguage();
  const entities = useQuery(entitiesQuery).data ?? [];
  const forms = useQuery(formsQuery).data ?? [];
  const listed = useListed<EntityInfo>({
    kind: "print_template",
    definitions,
    name: (entity) => t("print.nameOf", { name: labelText(entity.label, language) }),
    make: (code, label, entity) => {
      const layout = forms.find((form) => form.standard && form.entity === entity.code)?.layout ?? null;
      const related = relatedOf(entities, entity.code);
      const say = { name: (name: EntityInfo["label"]) => labelText(name, language), footer: t("print.usualFooter") };
      return newPrintTemplate({ code, app, label, entity, layout, related, say });
    },
    path: (code) => paths.buildPrint(app, code),
  });
  return { ...listed, entities };
}

/** The print templates of an app. */
export function PrintTemplates({ app, definitions }: Props) {
  const { t, language } = useLanguage();
  const { create, remove, entities } = useTemplates(app, definitions);
  const published = useQuery(printTemplatesQuery).data ?? [];
  const templates = definitions.filter((one) => one.kind === "print_template");
  const own = new Set(
    definitions.filter((one) => one.kind === "entity" && one.state !== "deleted").map((one) => one.code),
  );
  const offered = entities.filter((one) => own.has(one.code));
  if (offered.length === 0 && templates.length === 0) return null;
  const nameOf = (code: string) => labelText(entities.find((one) => one.code === code)?.label ?? code, language);
  const items = offered.map((one) => ({
    key: one.code,
    label: labelText(one.label, language),
    onClick: () => create.mutate(one),
  }));
  return (
    <section className={apps.panel} aria-label={t("print.templates")}>
      <div className={apps.panelHead}>
        <h2>{t("print.templates")}</h2>
        <Dropdown trigger={["click"]} menu={{ items }}>
          <Button icon={<PlusOutlined />} loading={create.isPending} disabled={offered.length === 0}>
            {t("print.new")}
          </Button>
        </Dropdown>
      </div>
      {templates.length === 0 && <p className="faint">{t("print.none")}</p>}
      {templates.map((one) => {
        const name = labelText(one.label, language);
        return (
          <div key={one.code} className={apps.row}>
            <div className={apps.about}>
              <strong className="ellipsis">{name}</strong>
              <span className="faint">{nameOf(docOf(one)?.entity ?? "")}</span>
            </div>
            {one.state === "deleted" ? (
              <Tag color="error">{t("builder.app.state.deleted")}</Tag>
            ) : (
              <>
                {!published.some((it) => it.code === one.code) && (
                  <Tag color="processing">{t("builder.app.state.new")}</Tag>
                )}
                <Link to={paths.buildPrint(app, one.code)}>{t("print.arrange")}</Link>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t("print.delete", { name })}
                  onClick={() => remove.mutate(one.code)}
                />
              </>
            )}
          </div>
        );
      })}
    </section>
  );
}
