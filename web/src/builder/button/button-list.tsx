import { HolderOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { KeyboardEvent } from "react";
import { NamedIcon } from "@/app/icons";
import { labelText, useLanguage } from "@/i18n";
import props from "../properties/properties.module.css";
import { useSortable } from "../properties/use-sortable";
import css from "./builder.module.css";
import { actionOf, type ButtonDoc, type Buttons } from "./model";

type RowProps = {
  button: ButtonDoc;
  at: number;
  chosen: boolean;
  pick: () => void;
  move: (from: number, to: number) => void;
  remove: () => void;
};

function Row({ button, at, chosen, pick, move, remove }: RowProps) {
  const { t, language } = useLanguage();
  const { ref, handle, edge } = useSortable("button", at, move);
  const keys = (event: KeyboardEvent) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (step !== 0 && event.altKey) {
      event.preventDefault();
      move(at, at + step);
    } else if (event.key === "Delete") remove();
  };
  const line = edge === null ? "" : edge === "top" ? css.above : css.below;
  return (
    <li ref={ref} className={`${css.item} ${chosen ? css.chosen : ""} ${line}`}>
      <span ref={handle} className={props.holder} aria-hidden>
        <HolderOutlined />
      </span>
      <button
        type="button"
        className={`plain ${css.pick}`}
        aria-current={chosen}
        data-button={button.code}
        onClick={pick}
        onKeyDown={keys}
      >
        {button.icon && <NamedIcon name={button.icon} />}
        <span className="ellipsis">{labelText(button.label, language)}</span>
        <span className={css.kind}>{t(`buttonBuilder.actions.${actionOf(button)}`)}</span>
      </button>
    </li>
  );
}

type Props = {
  buttons: Buttons;
  chosen: string | null;
  pick: (code: string) => void;
  move: (from: number, to: number) => void;
  remove: (code: string) => void;
  add: () => void;
};

/** The buttons of an entity in their order, which dragging and the keyboard change. */
export function ButtonList({ buttons, chosen, pick, move, remove, add }: Props) {
  const { t } = useLanguage();
  return (
    <nav className={css.column} aria-label={t("button.title")}>
      <Button icon={<PlusOutlined />} onClick={add} block>
        {t("buttonBuilder.new")}
      </Button>
      {buttons.length === 0 && <p className="faint">{t("buttonBuilder.none")}</p>}
      <ul className={css.list}>
        {buttons.map((button, at) => (
          <Row
            key={button.code}
            button={button}
            at={at}
            chosen={button.code === chosen}
            pick={() => pick(button.code)}
            move={move}
            remove={() => remove(button.code)}
          />
        ))}
      </ul>
      {buttons.length > 1 && <span className={props.hint}>{t("buttonBuilder.move")}</span>}
    </nav>
  );
}
