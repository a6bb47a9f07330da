import { CloseOutlined, HolderOutlined, MinusOutlined, PlusOutlined, SettingOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { KeyboardEvent, PointerEvent } from "react";
import type { HomeCard } from "@/api/personal";
import { useLanguage } from "@/i18n";
import css from "./home.module.css";

/** What can be done with a card while the home is arranged. */
export type Tools = {
  grab: (event: PointerEvent<HTMLElement>) => void;
  shift: (by: -1 | 1) => void;
  widen: (by: -1 | 1) => void;
  settings: () => void;
  remove: () => void;
  lifted: boolean;
  over: "before" | "after" | null;
};

const STEPS: Record<string, -1 | 1> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** The handle, which moves the card by the mouse or by arrows, and the buttons beside it. */
export function CardTools({ card, title, tools }: { card: HomeCard; title: string; tools: Tools }) {
  const { t } = useLanguage();
  const key = (event: KeyboardEvent) => {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    tools.shift(by);
  };
  return (
    <div className={css.tools} role="toolbar" aria-label={title}>
      <Button
        size="small"
        type="text"
        icon={<HolderOutlined />}
        className={css.handle}
        data-handle={card.id}
        aria-label={t("home.move", { name: title })}
        title={t("home.moveHint")}
        onPointerDown={tools.grab}
        onKeyDown={key}
      />
      <Button
        size="small"
        type="text"
        icon={<MinusOutlined />}
        aria-label={t("home.narrower", { name: title })}
        title={t("home.width", { n: card.width })}
        disabled={card.width <= 1}
        onClick={() => tools.widen(-1)}
      />
      <Button
        size="small"
        type="text"
        icon={<PlusOutlined />}
        aria-label={t("home.wider", { name: title })}
        title={t("home.width", { n: card.width })}
        disabled={card.width >= 3}
        onClick={() => tools.widen(1)}
      />
      <Button
        size="small"
        type="text"
        icon={<SettingOutlined />}
        aria-label={t("home.settings", { name: title })}
        onClick={tools.settings}
      />
      <Button
        size="small"
        type="text"
        icon={<CloseOutlined />}
        aria-label={t("home.remove", { name: title })}
        onClick={tools.remove}
      />
    </div>
  );
}
