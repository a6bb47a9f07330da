import { DownOutlined } from "@ant-design/icons";
import { Button, Popover } from "antd";
import { useState } from "react";
import type { EntityInfo, FieldInfo } from "@/api/types";
import {
  complete,
  type FilterGroup,
  type FilterNode,
  type FilterRule,
  isComplete,
  isGroup,
  parts,
} from "@/core/filter";
import { labelText, useLanguage } from "@/i18n";
import { describe } from "./filter/describe";
import { Operand } from "./filter/operand";
import { filterable, newRule } from "./filter/operators";
import { useNames } from "./filter/use-names";
import css from "./list.module.css";

type Props = {
  entity: EntityInfo;
  fields: string[];
  filter: FilterGroup | null;
  change: (next: FilterGroup | null) => void;
};

/** The condition on a field that stands by itself in a filter; conditions inside groups are left alone. */
export function ruleOn(filter: FilterGroup | null, field: string): FilterRule | undefined {
  if (filter === null || !("all" in filter)) return undefined;
  return filter.all.find((node): node is FilterRule => !isGroup(node) && node.field === field);
}

/** The filter with another condition on a field, or without any. */
export function withRule(filter: FilterGroup | null, field: string, rule: FilterRule | null): FilterGroup | null {
  const nodes: FilterNode[] = filter === null ? [] : "all" in filter ? parts(filter) : [filter];
  const old = ruleOn(filter, field);
  const rest = nodes.filter((node) => node !== old);
  const next: FilterGroup = { all: rule === null ? rest : [...rest, rule] };
  return complete(next) as FilterGroup | null;
}

function Quick({ entity, field, filter, change }: Omit<Props, "fields"> & { field: FieldInfo }) {
  const { t, language } = useLanguage();
  const [open, setOpen] = useState(false);
  const rule = ruleOn(filter, field.code);
  const [draft, setDraft] = useState<FilterRule>(rule ?? newRule(field));
  const names = useNames(entity, rule ? { all: [rule] } : null);
  const name = labelText(field.label, language);
  const show = (on: boolean) => {
    if (on) setDraft(rule ?? newRule(field));
    setOpen(on);
  };
  const put = (next: FilterRule) => {
    setDraft(next);
    change(withRule(filter, field.code, isComplete(next) ? next : null));
  };
  return (
    <Popover
      open={open}
      onOpenChange={show}
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      styles={{ container: { border: "1px solid var(--line)" } }}
      content={
        <div className={css.quickBox}>
          <Operand field={field} rule={draft} names={names} change={(value) => put({ ...draft, value })} />
          <Button
            type="text"
            size="small"
            disabled={rule === undefined}
            onClick={() => {
              change(withRule(filter, field.code, null));
              setOpen(false);
            }}
          >
            {t("filter.clear")}
          </Button>
        </div>
      }
    >
      <Button size="small" shape="round" className={rule ? css.quickOn : undefined}>
        <span className="ellipsis">{rule ? describe(rule, entity.fields, t, language, names) : name}</span>
        <DownOutlined />
      </Button>
    </Popover>
  );
}

/** Filters of a view that are one click away. */
export function QuickFilters({ entity, fields, filter, change }: Props) {
  const { t } = useLanguage();
  const shown = fields
    .map((code) => entity.fields.find((field) => field.code === code))
    .filter((field) => field !== undefined);
  const usable = filterable(shown);
  if (usable.length === 0) return null;
  return (
    <div className={css.quick} role="toolbar" aria-label={t("views.part.quick")}>
      {usable.map((field) => (
        <Quick key={field.code} entity={entity} field={field} filter={filter} change={change} />
      ))}
    </div>
  );
}
