import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Segmented, Select } from "antd";
import type { FieldInfo } from "@/api/types";
import {
  type FilterGroup,
  type FilterNode,
  type FilterRule,
  groupOf,
  isGroup,
  kindOf,
  type Operator,
  parts,
  replacePart,
} from "@/core/filter";
import { labelText, useLanguage } from "@/i18n";
import type { Names } from "./describe";
import css from "./filter.module.css";
import { Operand } from "./operand";
import { filterable, newRule, operatorsOf, withOperator } from "./operators";

type RuleProps = {
  names: Names;
  fields: FieldInfo[];
  without: ReadonlySet<Operator>;
  rule: FilterRule;
  change: (rule: FilterRule | null) => void;
};

function RuleRow({ names, fields, without, rule, change }: RuleProps) {
  const { t, language } = useLanguage();
  const field = fields.find((one) => one.code === rule.field);
  const offered = (field ? operatorsOf(field) : [rule.op]).filter((op) => op === rule.op || !without.has(op));
  return (
    <div className={css.rule}>
      <Select
        value={rule.field}
        aria-label={t("filter.field")}
        showSearch={{ optionFilterProp: "label" }}
        options={fields.map((one) => ({ value: one.code, label: labelText(one.label, language) }))}
        onChange={(code) => {
          const next = fields.find((one) => one.code === code);
          if (next) change(newRule(next));
        }}
      />
      <Select
        value={rule.op}
        aria-label={t("filter.operator")}
        options={offered.map((op) => ({ value: op, label: t(`filter.op.${op}`) }))}
        onChange={(op) => change(withOperator(rule, op))}
      />
      <fieldset className={css.operand} aria-label={t("filter.value")}>
        {field && <Operand field={field} rule={rule} names={names} change={(value) => change({ ...rule, value })} />}
      </fieldset>
      <Button type="text" icon={<DeleteOutlined />} aria-label={t("filter.removeRule")} onClick={() => change(null)} />
    </div>
  );
}

type GroupProps = {
  names: Names;
  fields: FieldInfo[];
  without: ReadonlySet<Operator>;
  group: FilterGroup;
  change: (group: FilterGroup | null) => void;
  depth: number;
};

function Group({ names, fields, without, group, change, depth }: GroupProps) {
  const { t } = useLanguage();
  const add = (node: FilterNode) => change(groupOf(kindOf(group), [...parts(group), node]));
  const first = fields[0];
  return (
    <div className={depth > 0 ? css.group : undefined}>
      {(parts(group).length > 1 || depth > 0) && (
        <Segmented<"all" | "any">
          size="small"
          value={kindOf(group)}
          options={[
            { value: "all", label: t("filter.all") },
            { value: "any", label: t("filter.any") },
          ]}
          onChange={(kind) => change(groupOf(kind, parts(group)))}
        />
      )}
      {parts(group).map((part, at) => {
        const put = (next: FilterNode | null) => change(replacePart(group, at, next));
        const key = `${depth}-${at}`;
        return isGroup(part) ? (
          <Group
            key={key}
            names={names}
            fields={fields}
            without={without}
            group={part}
            change={put}
            depth={depth + 1}
          />
        ) : (
          <RuleRow key={key} names={names} fields={fields} without={without} rule={part} change={put} />
        );
      })}
      <div className={css.add}>
        <Button
          type="text"
          size="small"
          icon={<PlusOutlined />}
          disabled={!first}
          onClick={() => first && add(newRule(first))}
        >
          {t("filter.addRule")}
        </Button>
        {depth < 2 && (
          <Button
            type="text"
            size="small"
            icon={<PlusOutlined />}
            disabled={!first}
            onClick={() => first && add({ any: [newRule(first)] })}
          >
            {t("filter.addGroup")}
          </Button>
        )}
        {depth > 0 && (
          <Button type="text" size="small" onClick={() => change(null)}>
            {t("filter.removeGroup")}
          </Button>
        )}
      </div>
    </div>
  );
}

type Props = {
  fields: FieldInfo[];
  filter: FilterGroup | null;
  change: (filter: FilterGroup | null) => void;
  names?: Names;
  /** Operators that are not offered here. */
  without?: ReadonlySet<Operator>;
  /** What is said where there is no condition. */
  none?: string;
};

const NONE: ReadonlySet<Operator> = new Set();

const byCode: Names = (_, code) => code;

/** Conditions in groups of "all" and "any", each field with its own operators. Complete conditions act at once. */
export function FilterBuilder({ fields, filter, change, names = byCode, without = NONE, none }: Props) {
  const { t } = useLanguage();
  const usable = filterable(fields);
  return (
    <div className={css.builder}>
      {(filter === null || parts(filter).length === 0) && <p className="muted">{none ?? t("filter.none")}</p>}
      <Group names={names} fields={usable} without={without} group={filter ?? { all: [] }} change={change} depth={0} />
    </div>
  );
}
