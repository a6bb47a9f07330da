import { SearchOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input, Segmented } from "antd";
import { useState } from "react";
import { useLanguage } from "@/i18n";
import { CHANGES, type Change, type FieldRight, isNamed, SEES, type See, withFields } from "./field-rights";
import { type EntityRights, OTHERS } from "./model";
import css from "./role.module.css";
import { type Named, rightOn } from "./words";

type Props = { fields: readonly Named[]; rights: EntityRights; set: (rights: EntityRights) => void };

type RightProps = { field: Named; rights: EntityRights; set: (right: Partial<FieldRight>) => void };

/** How much of a field is seen, and beside it how far it is changed. */
function Right({ field, rights, set }: RightProps) {
  const { t } = useLanguage();
  const { see, change } = rightOn(rights, field);
  return (
    <span className={css.right}>
      <Segmented<See>
        size="small"
        aria-label={t("role.seeOf", { name: field.name })}
        value={see}
        options={SEES.map((one) => ({
          value: one,
          label: t(`role.see.${one}`),
          tooltip: one === "none" ? undefined : t(`role.seeHint.${one}`),
        }))}
        onChange={(next) => set({ see: next })}
      />
      {!field.computed && (
        <Segmented<Change>
          size="small"
          aria-label={t("role.changeOf", { name: field.name })}
          value={change}
          options={CHANGES.map((one) => ({
            value: one,
            label: t(`role.change.${one}`),
            tooltip: one === "none" ? undefined : t(`role.changeHint.${one}`),
          }))}
          onChange={(next) => set({ change: next })}
        />
      )}
    </span>
  );
}

/** What many fields are set to at once. */
function Many({ codes, set }: { codes: string[]; set: (right: Partial<FieldRight> | null) => void }) {
  const { t } = useLanguage();
  return (
    <div className={css.many} role="toolbar" aria-label={t("role.many", { n: codes.length })}>
      <span>{t("role.many", { n: codes.length })}</span>
      {SEES.map((see) => (
        <Button key={see} size="small" onClick={() => set({ see })}>
          {t(`role.see.${see}`)}
        </Button>
      ))}
      <span className={css.between} aria-hidden />
      {CHANGES.map((change) => (
        <Button key={change} size="small" onClick={() => set({ change })}>
          {t(`role.change.${change}`)}
        </Button>
      ))}
      <span className={css.between} aria-hidden />
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
