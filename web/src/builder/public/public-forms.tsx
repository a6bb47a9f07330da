import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Dropdown, Tag } from "antd";
import { Link } from "react-router";
import type { DefinitionInfo } from "@/api/definitions";
import { publicFormsQuery } from "@/api/open-form";
import { paths } from "@/app/paths";
import { labelText, useLanguage } from "@/i18n";
import apps from "../apps/apps.module.css";
import { useListed } from "../apps/use-listed";
import type { EntityDoc } from "../model/design";
import { docOf, isAskable, newPublicForm } from "./model";

type Props = { app: string; definitions: DefinitionInfo[] };

/** The forms of an app that people outside fill in. */
export function PublicForms({ app, definitions }: Props) {
  const { t, language } = useLanguage();
  const { create, remove } = useListed<DefinitionInfo>({
    kind: "public_form",
    definitions,
    name: (entity) => t("publicForm.nameOf", { name: labelText(entity.label, language) }),
    make: (code, label, entity) => newPublicForm(code, app, label, entity.definition as EntityDoc),
    path: (code) => paths.buildPublicForm(app, code),
  });
  const published = useQuery(publicFormsQuery).data ?? [];
  const forms = definitions.filter((one) => one.kind === "public_form");
  const entities = definitions.filter(
    (one) => one.kind === "entity" && one.state !== "deleted" && (one.definition as EntityDoc).fields.some(isAskable),
  );
  if (entities.length === 0 && forms.length === 0) return null;
  const nameOf = (code: string) => labelText(entities.find((one) => one.code === code)?.label ?? code, language);
  return (
    <section className={apps.panel} aria-label={t("publicForm.title")}>
      <div className={apps.panelHead}>
        <h2>{t("publicForm.title")}</h2>
        <Dropdown
          trigger={["click"]}
          menu={{
            items: entities.map((one) => ({
              key: one.code,
              label: labelText(one.label, language),
              onClick: () => create.mutate(one),
            })),
          }}
        >
          <Button icon={<PlusOutlined />} loading={create.isPending} disabled={entities.length === 0}>
            {t("publicForm.new")}
          </Button>
        </Dropdown>
      </div>
      {forms.length === 0 && <p className="faint">{t("publicForm.none")}</p>}
      {forms.map((one) => {
        const live = published.find((it) => it.code === one.code);
        const name = labelText(one.label, language);
        return (
          <div key={one.code} className={apps.row}>
            <div className={apps.about}>
              <strong className="ellipsis">{name}</strong>
              <span className="faint">
                {nameOf(docOf(one)?.entity ?? "")}
                {live && ` \u00b7 ${t("publicForm.taken", { n: live.taken })}`}
              </span>
            </div>
            {one.state === "deleted" ? (
              <Tag color="error">{t("builder.app.state.deleted")}</Tag>
            ) : (
              <>
                {live ? (
                  <Tag color={live.state === "open" ? "success" : "default"}>
                    {t(`publicForm.stateOf.${live.state}`)}
                  </Tag>
                ) : (
                  <Tag color="processing">{t("builder.app.state.new")}</Tag>
                )}
                <Link to={paths.buildPublicForm(app, one.code)}>{t("publicForm.arrange")}</Link>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t("builder.app.deleteForm", { name })}
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
