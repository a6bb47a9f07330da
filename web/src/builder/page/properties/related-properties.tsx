import { InputNumber, Select, Space } from "antd";
import { useId } from "react";
import { ExpressionInput } from "@/expression/expression-input";
import { labelText, useLanguage } from "@/i18n";
import { pointingHere } from "@/record/usual-page";
import css from "../../properties/properties.module.css";
import type { PropertiesProps } from "../kinds";
import { fieldChoices } from "./choices";
import { type Choice, OrderList } from "./order-list";

const MOST = 50;
const USUAL = 10;

const without = <T extends object, K extends keyof T>(one: T, key: K): Omit<T, K> => {
  const { [key]: _, ...rest } = one;
  return rest;
};

type SortProps = { sort: string; choices: Choice[]; order: (sort: string | null) => void };

/** By what the lines are ordered, and whether the greatest comes first. */
function SortChoice({ sort, choices, order }: SortProps) {
  const { t } = useLanguage();
  const id = useId();
  const falling = sort.startsWith("-");
  const by = falling ? sort.slice(1) : sort;
  const put = (code: string | undefined, down: boolean) => order(code ? `${down ? "-" : ""}${code}` : null);
  return (
    <div className={css.property}>
      <label htmlFor={id}>{t("page.build.sort")}</label>
      <Space.Compact block>
        <Select
          id={id}
          allowClear
          style={{ flex: 1 }}
          value={by || undefined}
          placeholder={t("builder.byDefault")}
          options={choices}
          onChange={(code: string | undefined) => put(code, true)}
        />
        <Select
          aria-label={t("page.build.direction")}
          disabled={by === ""}
          style={{ width: 100 }}
          value={falling ? "down" : "up"}
          options={(["down", "up"] as const).map((value) => ({ value, label: t(`page.build.${value}ward`) }))}
          onChange={(way) => put(by, way === "down")}
        />
      </Space.Compact>
    </div>
  );
}

/** Which records are listed, and how. */
export function RelatedProperties({ block, set, entity, entities }: PropertiesProps<"related">) {
  const { t, language } = useLanguage();
  const ids = { from: useId(), rows: useId() };
  const of = entities.find((one) => one.code === block.entity);
  const choices = fieldChoices(of, language);
  const order = (sort: string | null) => set((one) => (sort ? { ...one, sort: [sort] } : without(one, "sort")));
  const sources = pointingHere(entities, entity.code).map((one) => ({
    value: `${one.entity.code}.${one.field.code}`,
    label: `${labelText(one.entity.label, language)} · ${labelText(one.field.label, language)}`,
  }));
  const put = (source: string) => {
    const [from = "", relation = ""] = source.split(".");
    set(({ code, type, label, shown, rows }) => ({
      code,
      type,
      ...(label ? { label } : {}),
      ...(shown ? { shown } : {}),
      ...(rows ? { rows } : {}),
      entity: from,
      relation,
    }));
  };
  return (
    <>
      <div className={css.property}>
        <label htmlFor={ids.from}>{t("page.build.records")}</label>
        <Select id={ids.from} value={`${block.entity}.${block.relation}`} options={sources} onChange={put} />
      </div>
      <OrderList
        label={t("page.build.columns")}
        hint={t("page.build.columnsHint")}
        choices={choices}
        chosen={block.columns ?? []}
        set={(columns) => set((one) => (columns.length > 0 ? { ...one, columns } : without(one, "columns")))}
        most={20}
      />
      <SortChoice sort={block.sort?.[0] ?? ""} choices={choices} order={order} />
      <div className={css.property}>
        <span className="muted">{t("page.build.where")}</span>
        <ExpressionInput
          entity={block.entity}
          draft
          expects="boolean"
          label={t("page.build.where")}
          value={typeof block.where === "string" ? block.where : ""}
          onChange={(where) => set((one) => (where.trim() === "" ? without(one, "where") : { ...one, where }), "where")}
        />
      </div>
      <div className={css.property}>
        <label htmlFor={ids.rows}>{t("page.build.rows")}</label>
        <InputNumber
          id={ids.rows}
          min={1}
          max={MOST}
          precision={0}
          value={block.rows ?? null}
          placeholder={String(USUAL)}
          onChange={(rows) => set((one) => (rows === null ? without(one, "rows") : { ...one, rows }), "rows")}
        />
      </div>
    </>
  );
}
