import { CloseOutlined, FilterOutlined } from "@ant-design/icons";
import { useQueries, useQuery } from "@tanstack/react-query";
import { Badge, Button, Drawer, Popover } from "antd";
import { useEffect, useState } from "react";
import { ancestors, departmentsQuery, membersQuery, pathTo, regionsQuery } from "@/api/catalogue";
import type { EntityInfo, FieldInfo } from "@/api/types";
import { usePhone } from "@/app/use-phone";
import { complete, type FilterGroup, type FilterRule, parts, replacePart, rules, writeFilter } from "@/core/filter";
import { texts } from "@/core/value";
import { useLanguage } from "@/i18n";
import { FilterBuilder } from "./builder";
import { describe } from "./describe";
import css from "./filter.module.css";

type Props = { entity: EntityInfo; filter: FilterGroup | null; change: (filter: FilterGroup | null) => void };

/** Names behind the codes of people and places, for the chips; related records are named by their code. */
function useNames(entity: EntityInfo, filter: FilterGroup | null) {
  const list = filter ? rules(filter) : [];
  const typeOf = (rule: FilterRule) => entity.fields.find((field) => field.code === rule.field)?.type;
  const used = new Set(list.map(typeOf));
  const members = useQuery({ ...membersQuery, enabled: used.has("member") });
  const departments = useQuery({ ...departmentsQuery, enabled: used.has("department") });
  const codes = list.filter((rule) => typeOf(rule) === "region").flatMap((rule) => texts(rule.value));
  const levels = [...new Set(codes.map((code) => ancestors(code).at(-1) ?? null))];
  const regions = useQueries({ queries: levels.map(regionsQuery) }).flatMap((level) => level.data ?? []);
  return (field: FieldInfo, code: string): string => {
    if (field.type === "member") return members.data?.find((member) => member.id === code)?.name ?? code;
    if (field.type === "region") return regions.find((region) => region.code === code)?.name ?? code;
    return field.type === "department" ? (pathTo(departments.data ?? [], code).at(-1)?.name ?? code) : code;
  };
}

/**
 * The draft holds conditions still without a value; what is complete goes to the URL at once. A filter that comes from
 * elsewhere (a link, the back button) replaces the draft.
 */
function useDraft(filter: FilterGroup | null, change: Props["change"]) {
  const [draft, setDraft] = useState(filter);
  useEffect(() => {
    setDraft((old) => (writeFilter(old) === writeFilter(filter) ? old : filter));
  }, [filter]);
  const edit = (next: FilterGroup | null) => {
    setDraft(next);
    if (writeFilter(next) !== writeFilter(filter))
      change(next === null ? null : (complete(next) as FilterGroup | null));
  };
  return { draft, edit };
}

export function FilterBar({ entity, filter, change }: Props) {
  const { t, language } = useLanguage();
  const phone = usePhone();
  const names = useNames(entity, filter);
  const [open, setOpen] = useState(false);
  const { draft, edit } = useDraft(filter, change);
  const count = filter ? rules(filter).length : 0;
  const builder = (
    <>
      <FilterBuilder fields={entity.fields} filter={draft} change={edit} />
      <div className={css.foot}>
        <Button type="text" disabled={draft === null} onClick={() => edit(null)}>
          {t("filter.clear")}
        </Button>
        <Button onClick={() => setOpen(false)}>{t("common.close")}</Button>
      </div>
    </>
  );
  const button = (
    <Badge count={phone ? count : 0} size="small">
      <Button
        icon={<FilterOutlined />}
        type={count > 0 ? "default" : "text"}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {phone ? undefined : t("filter.title")}
      </Button>
    </Badge>
  );
  return (
    <div className={css.chips}>
      {phone ? (
        <>
          {button}
          <Drawer title={t("filter.title")} placement="bottom" size="80dvh" open={open} onClose={() => setOpen(false)}>
            {builder}
          </Drawer>
        </>
      ) : (
        <Popover
          open={open}
          onOpenChange={setOpen}
          trigger="click"
          placement="bottomLeft"
          arrow={false}
          styles={{ container: { border: "1px solid var(--line)" } }}
          content={builder}
        >
          {button}
        </Popover>
      )}
      {!phone &&
        filter &&
        parts(filter).map((part, at) => {
          const text = describe(part, entity.fields, t, language, names);
          return (
            <span key={text} className={css.chip}>
              <button type="button" className="plain" title={text} onClick={() => setOpen(true)}>
                <span className="ellipsis">{text}</span>
              </button>
              <button
                type="button"
                className={`plain ${css.close}`}
                aria-label={t("filter.removeNamed", { name: text })}
                onClick={() => edit(complete(replacePart(filter, at, null)) as FilterGroup | null)}
              >
                <CloseOutlined />
              </button>
            </span>
          );
        })}
    </div>
  );
}
