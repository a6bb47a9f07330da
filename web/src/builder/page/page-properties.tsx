import { Button } from "antd";
import { useId } from "react";
import { RoleChoice } from "@/app/role-choice";
import { useLanguage } from "@/i18n";
import { LabelField } from "../properties/label-field";
import css from "../properties/properties.module.css";
import type { Building } from "./kinds";
import { fieldChoices } from "./properties/choices";
import { OrderList } from "./properties/order-list";

const HEADER = 6;

function Roles({ design, edit }: Building) {
  const { t } = useLanguage();
  const id = useId();
  return (
    <div className={css.property}>
      <label htmlFor={id}>{t("page.build.roles")}</label>
      <RoleChoice id={id} needed value={design.roles} set={(roles) => edit((one) => ({ ...one, roles }))} />
      <p className={css.hint}>{t("page.build.rolesHint")}</p>
    </div>
  );
}

/** What can be said of the page itself. */
export function PageProperties({ usual, reset, ...building }: Building & { usual: boolean; reset: () => void }) {
  const { t, language } = useLanguage();
  const { entity, design, edit } = building;
  return (
    <div className={css.list}>
      <h2 className={css.title}>{t("page.build.page")}</h2>
      <LabelField
        name={t("page.build.pageName")}
        value={design.label}
        set={(label) => edit((one) => ({ ...one, label }), "page.label")}
      />
      {!usual && <Roles {...building} />}
      <OrderList
        label={t("page.build.header")}
        hint={t("page.build.headerHint")}
        choices={fieldChoices(entity, language)}
        chosen={design.header}
        set={(header) => edit((one) => ({ ...one, header }))}
        most={HEADER}
      />
      <p className={css.hint}>{t("page.build.keys")}</p>
      <div className={css.actions}>
        <Button size="small" onClick={reset}>
          {t("page.build.reset")}
        </Button>
      </div>
    </div>
  );
}
