import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useState } from "react";
import type { EntityInfo, ViewInfo } from "@/api/types";
import { fromSaved, toSaved } from "@/core/saved-where";
import type { Where } from "@/core/where";
import { useLanguage } from "@/i18n";
import { FilterBuilder } from "@/list/filter/builder";
import { filterable } from "@/list/filter/operators";
import { useNames } from "@/list/filter/use-names";
import { useWhereContext } from "@/list/use-rows";
import { HUE_CHOICES, hueOf } from "@/theme/hues";
import css from "./editor.module.css";

type ConditionProps = { entity: EntityInfo; where: Where | string | null; change: (where: Where | null) => void };

/** A condition by clicking; one that was written in the language is kept as it is until it is taken away. */
export function Condition({ entity, where, change }: ConditionProps) {
  const { t } = useLanguage();
  const context = useWhereContext(entity);
  const [filter, setFilter] = useState(() => (typeof where === "string" ? null : fromSaved(where)));
  const names = useNames(entity, filter);
  const written = where !== null && where !== "" && filter === null && toSaved(filter, context) === null;
  const fixed = typeof where === "string" ? where : where && fromSaved(where) === null ? t("views.ownCondition") : "";
  if (written && fixed) {
    return (
      <div className={css.written}>
        <code className="ellipsis" title={fixed}>
          {fixed}
        </code>
        <Button size="small" onClick={() => change(null)}>
          {t("views.dropCondition")}
        </Button>
      </div>
    );
  }
  return (
    <FilterBuilder
      fields={filterable(entity.fields)}
      filter={filter}
      names={names}
      change={(next) => {
        setFilter(next);
        change(toSaved(next, context));
      }}
    />
  );
}

type ColorsProps = { entity: EntityInfo; view: ViewInfo; change: (part: Partial<ViewInfo>) => void };

/** The rules that colour records, the first that holds counts. */
export function Colors({ entity, view, change }: ColorsProps) {
  const { t } = useLanguage();
  const rules = view.colors ?? [];
  const put = (at: number, part: object | null) =>
    change({ colors: rules.flatMap((rule, i) => (i === at ? (part === null ? [] : [{ ...rule, ...part }]) : [rule])) });
  return (
    <section className={css.section}>
      <h3>{t("views.part.colors")}</h3>
      {rules.map((rule, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rules have no name, and their place is what counts
        <div key={`${rules.length}-${at}`} className={css.rule}>
          <div className={css.ruleHead}>
            <Select
              value={rule.color}
              aria-label={t("views.color")}
              options={HUE_CHOICES.map((name) => ({
                value: name,
                label: (
                  <span className={css.hue}>
                    <i style={{ background: `var(--hue-${hueOf(name, 0)}-dot)` }} />
                    {t(`views.hue.${name}`)}
                  </span>
                ),
              }))}
              onChange={(color) => put(at, { color })}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t("views.removeRule")}
              onClick={() => put(at, null)}
            />
          </div>
          <Condition entity={entity} where={rule.where} change={(where) => put(at, { where: where ?? "" })} />
        </div>
      ))}
      <Button
        icon={<PlusOutlined />}
        onClick={() => change({ colors: [...rules, { where: "", color: HUE_CHOICES[0] ?? "red" }] })}
      >
        {t("views.addRule")}
      </Button>
    </section>
  );
}
