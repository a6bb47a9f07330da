import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { useState } from "react";
import { entitiesQuery } from "@/api/catalogue";
import type { EntityInfo } from "@/api/types";
import type { Why } from "@/api/why";
import { rightWords } from "@/builder/role/words";
import { labelText, useLanguage } from "@/i18n";
import { fieldSentences, fieldsOf } from "./model";
import css from "./why.module.css";

/** How a field of any entity is called; one of another entity with that entity's name. */
function usePlaces(own: EntityInfo) {
  const { t, language } = useLanguage();
  const entities = useQuery(entitiesQuery).data ?? [];
  return (entity: string, code: string) => {
    const info = entities.find((one) => one.code === entity);
    const label = info?.fields.find((one) => one.code === code)?.label;
    const field = label === undefined ? code : labelText(label, language);
    return entity === own.code
      ? field
      : t("why.place", { entity: info ? labelText(info.label, language) : entity, field });
  };
}

/** How much of which field somebody has, and who says so. */
export function WhyFields({ why, entity }: { why: Why; entity: EntityInfo }) {
  const { t, language } = useLanguage();
  const [search, setSearch] = useState("");
  const place = usePlaces(entity);
  const role = (code: string) => {
    const label = why.roles.find((one) => one.code === code)?.label;
    return label === undefined ? code : labelText(label, language);
  };
  const found = fieldsOf(why, entity, search, language);
  return (
    <section className={css.part} aria-label={t("why.fields")}>
      <h3>{t("why.fields")}</h3>
      <Input
        allowClear
        className={css.search}
        placeholder={t("why.searchField")}
        aria-label={t("why.searchField")}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {found.length === 0 && <p className="faint">{t("why.noField")}</p>}
      <ul className={css.list}>
        {found.map(({ field, name }) => (
          <li key={field.code} className={css.field}>
            <div className={css.name}>
              <span>{name}</span>
              <span className={field.see === "none" ? "faint" : undefined}>{rightWords(field, t)}</span>
            </div>
            {fieldSentences(field, { role, place }, t).map((text) => (
              <div key={text} className="muted">
                {text}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
