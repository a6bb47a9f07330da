import { TeamOutlined } from "@ant-design/icons";
import { Badge, Button, Popover } from "antd";
import { useId } from "react";
import { RoleChoice } from "@/app/role-choice";
import { useLanguage } from "@/i18n";
import css from "./apps.module.css";
import type { MenuDoc } from "./use-app-draft";

/** Nobody named is everybody, and is not said. */
export function withRoles(item: MenuDoc, roles: string[]): MenuDoc {
  const { roles: _, ...rest } = item;
  return roles.length > 0 ? { ...rest, roles } : rest;
}

type Props = { name: string; roles: readonly string[]; set: (roles: string[]) => void };

/** For which roles an item of a menu is, behind a button that tells how many. */
export function MenuRoles({ name, roles, set }: Props) {
  const { t } = useLanguage();
  const id = useId();
  const label = t("builder.forWhomOf", { name });
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className={css.menuRoles}>
          <label htmlFor={id}>{t("builder.forWhom")}</label>
          <RoleChoice id={id} value={roles} placeholder={t("builder.forEverybody")} set={set} />
          <p className="faint">{t("builder.forWhomHint")}</p>
        </div>
      }
    >
      <Button
        type="text"
        icon={
          <Badge count={roles.length} size="small">
            <TeamOutlined />
          </Badge>
        }
        title={label}
        aria-label={label}
      />
    </Popover>
  );
}
