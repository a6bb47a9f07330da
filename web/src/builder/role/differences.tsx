import { Alert } from "antd";
import { labelText, useLanguage } from "@/i18n";
import apps from "../apps/apps.module.css";
import { compareApps } from "./app-rights";
import { useNamedApps } from "./app-rights-panel";
import { compareRoles } from "./compare";
import type { RoleDoc } from "./model";
import css from "./role.module.css";
import type { About } from "./words";

type Props = { mine: RoleDoc; other: RoleDoc; entities: readonly About[] };

/** What two roles say differently, side by side, and nothing of what they say alike. */
export function Differences({ mine, other, entities }: Props) {
  const { t, language } = useLanguage();
  const names = [labelText(mine.label, language), labelText(other.label, language)] as const;
  const admins = [mine.admin === true, other.admin === true] as const;
  const ofApps = compareApps(mine, other, useNamedApps(), t);
  const found = [
    ...(ofApps.length > 0 ? [{ entity: { code: "", name: t("role.appsTitle") }, differences: ofApps }] : []),
    ...compareRoles(mine, other, entities, t),
  ];
  return (
    <section className={apps.panel} aria-label={t("role.differences")}>
      <div className={css.compared}>
        {admins.map(
          (admin, at) =>
            admin && <Alert key={names[at]} type="warning" showIcon title={t("role.isAdmin", { name: names[at] })} />,
        )}
        {found.length === 0 && <p className="faint">{t("role.alike")}</p>}
        {found.map(({ entity, differences }) => (
          <div key={entity.code}>
            <h3>{entity.name}</h3>
            <table className={css.differences}>
              <thead>
                <tr>
                  <th scope="col">{t("role.what")}</th>
                  {names.map((name, at) => (
                    <th scope="col" key={at === 0 ? "mine" : "other"}>
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {differences.map(({ key, what, first, second }) => (
                  <tr key={key}>
                    <th scope="row">{what}</th>
                    <td>{first}</td>
                    <td>{second}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ))}
      </div>
    </section>
  );
}
