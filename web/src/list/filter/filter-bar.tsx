import { CloseOutlined, FilterOutlined } from "@ant-design/icons";
import { Badge, Button, Drawer, Popover, Skeleton } from "antd";
import { lazy, Suspense, useEffect, useState } from "react";
import type { EntityInfo } from "@/api/types";
import { usePhone } from "@/app/use-phone";
import { complete, type FilterGroup, parts, replacePart, rules, writeFilter } from "@/core/filter";
import { loadInputs } from "@/field/later-input";
import { useLanguage } from "@/i18n";
import { describe, type Names } from "./describe";
import css from "./filter.module.css";
import { useNames } from "./use-names";

const FilterBuilder = lazy(async () => {
  const [{ FilterBuilder: Builder }] = await Promise.all([import("./builder"), loadInputs()]);
  return { default: Builder };
});

type Props = { entity: EntityInfo; filter: FilterGroup | null; change: (filter: FilterGroup | null) => void };

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

type ChipsProps = {
  entity: EntityInfo;
  filter: FilterGroup;
  names: Names;
  open: () => void;
  edit: (filter: FilterGroup | null) => void;
};

function Chips({ entity, filter, names, open, edit }: ChipsProps) {
  const { t, language } = useLanguage();
  return parts(filter).map((part, at) => {
    const text = describe(part, entity.fields, t, language, names);
    return (
      <span key={text} className={css.chip}>
        <button type="button" className="plain" title={text} onClick={open}>
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
  });
}

export function FilterBar({ entity, filter, change }: Props) {
  const { t } = useLanguage();
  const phone = usePhone();
  const names = useNames(entity, filter);
  const [open, setOpen] = useState(false);
  const { draft, edit } = useDraft(filter, change);
  const count = filter ? rules(filter).length : 0;
  const builder = (
    <Suspense fallback={<Skeleton active title={false} />}>
      <FilterBuilder fields={entity.fields} filter={draft} change={edit} names={names} />
      <div className={css.foot}>
        <Button type="text" disabled={draft === null} onClick={() => edit(null)}>
          {t("filter.clear")}
        </Button>
        <Button onClick={() => setOpen(false)}>{t("common.close")}</Button>
      </div>
    </Suspense>
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
      {!phone && filter && (
        <Chips entity={entity} filter={filter} names={names} open={() => setOpen(true)} edit={edit} />
      )}
    </div>
  );
}
