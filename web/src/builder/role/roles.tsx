import { DeleteOutlined, EyeOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Tag } from "antd";
import { Link } from "react-router";
import type { DefinitionInfo } from "@/api/definitions";
import { startPreview } from "@/api/preview";
import { paths } from "@/app/paths";
import { labelText, useLanguage } from "@/i18n";
import apps from "../apps/apps.module.css";
import { useListed } from "../apps/use-listed";
import { docOf, newRole } from "./model";
import css from "./role.module.css";

type Props = { app: string; definitions: DefinitionInfo[] };

/** The roles of an app: what they are for, what they look like to whoever has them, and the way to change them. */
export function Roles({ app, definitions }: Props) {
  const { t, language } = useLanguage();
  const roles = definitions.filter((one) => one.kind === "role");
  const { create, remove } = useListed<void>({
    kind: "role",
    definitions,
    name: () => t("role.fresh"),
    before: app,
    make: (code, label) => newRole(code, app, label),
    path: (code) => paths.buildRole(app, code),
  });
  const look = (role: DefinitionInfo) => {
    startPreview({ role: role.code, name: labelText(role.label, language) });
    window.location.assign(paths.home);
  };
  return (
    <section className={apps.panel} aria-label={t("builder.app.roles")}>
      <div className={apps.panelHead}>
        <h2>{t("builder.app.roles")}</h2>
        <Button icon={<PlusOutlined />} loading={create.isPending} onClick={() => create.mutate()}>
          {t("role.new")}
        </Button>
      </div>
      {roles.length === 0 && <p className="faint">{t("role.none")}</p>}
      {roles.map((role) => {
        const name = labelText(role.label, language);
        return (
          <div key={role.code} className={apps.row}>
            <div className={apps.about}>
              <strong>{name}</strong>
              {role.definition && <span className="faint">{labelText(docOf(role).description, language)}</span>}
            </div>
            {role.state === "deleted" ? (
              <Tag color="error">{t("builder.app.state.deleted")}</Tag>
            ) : (
              <div className={css.end}>
                <Link to={paths.buildRole(app, role.code)} aria-label={t("role.arrangeOf", { name })}>
                  {t("role.arrange")}
                </Link>
                <Button icon={<EyeOutlined />} onClick={() => look(role)}>
                  {t("builder.app.preview")}
                </Button>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t("role.delete", { name })}
                  onClick={() => remove.mutate(role.code)}
                />
              </div>
            )}
          </div>
        );
      })}
    </section>
  );
}
