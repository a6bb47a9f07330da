import { DeleteOutlined, EyeOutlined, PlusOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Tag } from "antd";
import { Link, useNavigate } from "react-router";
import { type DefinitionInfo, deleteDefinition, newDefinition, suggestCode } from "@/api/definitions";
import { keys } from "@/api/keys";
import { startPreview } from "@/api/preview";
import { paths } from "@/app/paths";
import { useToast } from "@/app/toast";
import { labelText, useLanguage } from "@/i18n";
import apps from "../apps/apps.module.css";
import { words } from "../form/new-parts";
import { docOf, newRole } from "./model";
import css from "./role.module.css";

type Props = { app: string; definitions: DefinitionInfo[] };

function useActions(app: string, taken: string[]) {
  const { t, language } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const create = useMutation({
    onError: toast.failed,
    mutationFn: async () => {
      const label = t("role.fresh");
      const code = await suggestCode(`${app} ${label}`, taken);
      await newDefinition(newRole(code, app, words(label, language)));
      return code;
    },
    onSuccess: async (code) => {
      await cache.invalidateQueries({ queryKey: keys.allDefinitions });
      await navigate(paths.buildRole(app, code));
    },
  });
  const remove = useMutation({
    onError: toast.failed,
    mutationFn: (code: string) => deleteDefinition("role", code),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.allDefinitions }),
  });
  return { create, remove };
}

/** The roles of an app: what they are for, what they look like to whoever has them, and the way to change them. */
export function Roles({ app, definitions }: Props) {
  const { t, language } = useLanguage();
  const roles = definitions.filter((one) => one.kind === "role");
  const { create, remove } = useActions(
    app,
    roles.map((one) => one.code),
  );
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
