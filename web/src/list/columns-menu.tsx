import { ArrowDownOutlined, ArrowUpOutlined, ControlOutlined } from "@ant-design/icons";
import { Button, Checkbox, Popover } from "antd";
import type { EntityInfo, FieldInfo } from "@/api/types";
import { labelText, useLanguage } from "@/i18n";
import { listable } from "./columns";
import css from "./list.module.css";

type Props = { entity: EntityInfo; shown: FieldInfo[]; change: (columns: string[] | null) => void };

function swap(codes: string[], at: number, by: 1 | -1): string[] {
  const next = [...codes];
  const [a, b] = [next[at], next[at + by]];
  if (a === undefined || b === undefined) return codes;
  next[at] = b;
  next[at + by] = a;
  return next;
}

function ColumnRow({
  field,
  at,
  codes,
  change,
}: {
  field: FieldInfo;
  at: number;
  codes: string[];
  change: Props["change"];
}) {
  const { t, language } = useLanguage();
  const name = labelText(field.label, language);
  const on = at >= 0;
  const toggle = () => change(on ? codes.filter((code) => code !== field.code) : [...codes, field.code]);
  return (
    <div className={css.column}>
      <Checkbox checked={on} disabled={at === 0} onChange={toggle}>
        {name}
      </Checkbox>
      {at > 0 && (
        <span>
          <Button
            type="text"
            size="small"
            icon={<ArrowUpOutlined />}
            disabled={at === 1}
            aria-label={t("list.moveUp", { name })}
            onClick={() => change(swap(codes, at, -1))}
          />
          <Button
            type="text"
            size="small"
            icon={<ArrowDownOutlined />}
            disabled={at === codes.length - 1}
            aria-label={t("list.moveDown", { name })}
            onClick={() => change(swap(codes, at, 1))}
          />
        </span>
      )}
    </div>
  );
}

/** Which fields the list shows, and in which order. The title stays first. */
export function ColumnsMenu({ entity, shown, change }: Props) {
  const { t } = useLanguage();
  const codes = shown.map((field) => field.code);
  const rest = listable(entity).filter((field) => !codes.includes(field.code));
  const content = (
    <div className={css.columns}>
      <p className="faint">{t("list.columnsHint")}</p>
      <div className={css.columnList}>
        {[...shown, ...rest].map((field) => (
          <ColumnRow key={field.code} field={field} at={codes.indexOf(field.code)} codes={codes} change={change} />
        ))}
      </div>
      <Button type="text" size="small" onClick={() => change(null)}>
        {t("list.columnsReset")}
      </Button>
    </div>
  );
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      styles={{ container: { border: "1px solid var(--line)" } }}
      content={content}
    >
      <Button type="text" icon={<ControlOutlined />}>
        {t("list.columns")}
      </Button>
    </Popover>
  );
}
