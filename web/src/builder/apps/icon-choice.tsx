import { Dropdown } from "antd";
import { NamedIcon } from "@/app/icons";
import { useLanguage } from "@/i18n";
import css from "./apps.module.css";
import { ICON_NAMES } from "./icons";

type Props = { value: string | undefined; fallback?: string; set: (name: string) => void; large?: boolean };

/** An icon, and the others it could be. */
export function IconChoice({ value, fallback = "table", set, large }: Props) {
  const { t } = useLanguage();
  const grid = () => (
    <div className={css.icons} role="listbox" aria-label={t("builder.app.icon")}>
      {ICON_NAMES.map((name) => (
        <button
          key={name}
          type="button"
          role="option"
          aria-label={name}
          aria-selected={name === value}
          className={`plain ${css.icon} ${name === value ? css.chosen : ""}`}
          onClick={() => set(name)}
        >
          <NamedIcon name={name} />
        </button>
      ))}
    </div>
  );
  return (
    <Dropdown popupRender={grid} trigger={["click"]}>
      <button type="button" className={`plain ${large ? css.tile : css.small}`} aria-label={t("builder.app.icon")}>
        <NamedIcon name={value} fallback={fallback} />
      </button>
    </Dropdown>
  );
}
