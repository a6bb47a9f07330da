import { SearchOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input, Segmented } from "antd";
import { useState } from "react";
import { useLanguage } from "@/i18n";
import { type EntityRights, FIELD_RIGHTS, type FieldRight, isNamed, OTHERS, withFields } from "./model";
import css from "./role.module.css";
import { type Named, rightOn } from "./words";

type Props = { fields: readonly Named[]; rights: EntityRights; set: (rights: EntityRights) => void };

type RightProps = { field: Named; rights: EntityRights; set: (right: FieldRight) => void };

function Right({ field, rights, set }: RightProps) {
  const { t } = useLanguage();
  const offered = FIELD_RIGHTS.filter((right) => right !== "write" || !field.computed);
  return (
    <Segmented<FieldRight>
      size="small"
      aria-label={t("role.rightOn", { name: field.name })}
      value={rightOn(rights, field)}
      options={offered.map((right) => ({ value: right, label: t(`role.right.${right}`) }))}
      onChange={set}
    />
  );
}

/** What many fields are set to at once. */
function Many({ codes, set }: { codes: string[]; set: (right: FieldRight | null) => void }) {
  const { t } = useLanguage();
  return (
    <div className={css.many} role="toolbar" aria-label={t("role.many", { n: codes.length })}>
      <span>{t("role.many", { n: codes.length })}</span>
      {FIELD_RIGHTS.map((right) => (
        <Button key={right} size="small" onClick={() => set(right)}>
          {t(`role.right.${right}`)}
        </Button>
      ))}
      <Button size="small" onClick={() => set(null)}>
        {t("role.follow")}
      </Button>
    </div>
  );
}

/** The right on each field; those that are not named follow the line of all others. */
export function FieldTable({ fields, rights, set }: Props) {
  const { t } = useLanguage();
  const [search, setSearch] = useState("");
  const [picked, setPicked] = useState<readonly string[]>([]);
  const wanted = search.trim().toLowerCase();
  const shown = fields.filter(({ code, name }) => name.toLowerCase().includes(wanted) || code.includes(wanted));
  const chosen = shown.filter(({ code }) => picked.includes(code)).map(({ code }) => code);
  const pick = (codes: string[], on: boolean) =>
    setPicked((all) => [...all.filter((code) => !codes.includes(code)), ...(on ? codes : [])]);
  const all = chosen.length === shown.length && shown.length > 0;
  return (
    <section className={css.fields} aria-label={t("role.fields")}>
      <div className={css.fieldsHead}>
        <h4>{t("role.fields")}</h4>
        <Input
          size="small"
          prefix={<SearchOutlined />}
          allowClear
          aria-label={t("role.searchField")}
          placeholder={t("role.searchField")}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </div>
      <div className={css.field}>
        <Checkbox
          checked={all}
          indeterminate={chosen.length > 0 && !all}
          onChange={(event) =>
            pick(
              shown.map(({ code }) => code),
              event.target.checked,
            )
          }
        >
          {t("role.pickAll")}
        </Checkbox>
        {chosen.length > 0 && <Many codes={chosen} set={(right) => set(withFields(rights, chosen, right))} />}
      </div>
      {shown.map((field) => (
        <div key={field.code} className={css.field}>
          <Checkbox
            checked={picked.includes(field.code)}
            onChange={(event) => pick([field.code], event.target.checked)}
          >
            {field.name}
          </Checkbox>
          {!isNamed(rights, field.code) && <span className={css.follows}>{t("role.follows")}</span>}
          <Right field={field} rights={rights} set={(right) => set(withFields(rights, [field.code], right))} />
        </div>
      ))}
      {shown.length === 0 && <p className="faint">{t("role.noField")}</p>}
      <div className={`${css.field} ${css.others}`}>
        <span>{t("role.othersLong")}</span>
        <Right
          field={{ code: OTHERS, name: t("role.others") }}
          rights={rights}
          set={(right) => set(withFields(rights, [OTHERS], right))}
        />
      </div>
    </section>
  );
}
