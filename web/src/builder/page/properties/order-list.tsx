import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, HolderOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useId } from "react";
import { useLanguage } from "@/i18n";
import css from "../../properties/properties.module.css";
import { useSortable } from "../../properties/use-sortable";
import own from "../page.module.css";

export type Choice = { value: string; label: string };

type RowProps = {
  kind: string;
  at: number;
  last: boolean;
  name: string;
  move: (from: number, to: number) => void;
  remove: () => void;
};

function OrderRow({ kind, at, last, name, move, remove }: RowProps) {
  const { t } = useLanguage();
  const { ref, handle, edge } = useSortable(kind, at, move);
  const step = (to: number, label: string, icon: React.ReactNode, off: boolean) => (
    <Button type="text" size="small" disabled={off} icon={icon} aria-label={label} onClick={() => move(at, to)} />
  );
  return (
    <li ref={ref} className={`${css.option} ${edge === null ? "" : edge === "top" ? css.above : css.below}`}>
      <span ref={handle} className={css.holder} aria-hidden>
        <HolderOutlined />
      </span>
      <span className={`ellipsis ${own.grow}`} title={name}>
        {name}
      </span>
      {step(at - 1, t("page.build.up", { name }), <ArrowUpOutlined />, at === 0)}
      {step(at + 1, t("page.build.down", { name }), <ArrowDownOutlined />, last)}
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined />}
        aria-label={t("page.build.take", { name })}
        onClick={remove}
      />
    </li>
  );
}

type Props = {
  label: string;
  hint?: string;
  /** All that can be chosen. */
  choices: Choice[];
  chosen: readonly string[];
  set: (chosen: string[]) => void;
  most?: number;
};

/** Some of many, in an order that is dragged or stepped. */
export function OrderList({ label, hint, choices, chosen, set, most }: Props) {
  const { t } = useLanguage();
  const id = useId();
  const left = choices.filter((one) => !chosen.includes(one.value));
  const move = (from: number, to: number) => {
    const moved = chosen[from];
    if (moved === undefined || to < 0 || to >= chosen.length) return;
    const rest = chosen.filter((_, at) => at !== from);
    set([...rest.slice(0, to), moved, ...rest.slice(to)]);
  };
  return (
    <div className={css.property}>
      <label htmlFor={id}>{label}</label>
      <ul className={css.options}>
        {chosen.map((code, at) => (
          <OrderRow
            key={code}
            kind={`order-${id}`}
            at={at}
            last={at === chosen.length - 1}
            name={choices.find((one) => one.value === code)?.label ?? code}
            move={move}
            remove={() => set(chosen.filter((one) => one !== code))}
          />
        ))}
      </ul>
      <Select<string | null>
        id={id}
        value={null}
        showSearch={{ optionFilterProp: "label" }}
        disabled={left.length === 0 || (most !== undefined && chosen.length >= most)}
        placeholder={t("page.build.add")}
        options={left}
        onChange={(code) => code !== null && set([...chosen, code])}
      />
      {hint && <p className={css.hint}>{hint}</p>}
    </div>
  );
}
