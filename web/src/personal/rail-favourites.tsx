import { DownOutlined, RightOutlined } from "@ant-design/icons";
import { useState } from "react";
import { useIsHere } from "@/app/shell/menu-anchor";
import rail from "@/app/shell/rail.module.css";
import { useLanguage } from "@/i18n";
import css from "./personal.module.css";
import { StarList } from "./star-list";
import { useStars } from "./use-favourites";

const KEY = "zhike.rail.favourites";

/** The favourites in the rail, as a group that can be closed; nothing while there are none. */
export default function RailFavourites() {
  const { t } = useLanguage();
  const { stars } = useStars();
  const isHere = useIsHere();
  const [open, setOpen] = useState(() => localStorage.getItem(KEY) !== "closed");
  if (stars.length === 0) return null;
  const toggle = () => {
    localStorage.setItem(KEY, open ? "closed" : "open");
    setOpen(!open);
  };
  return (
    <section className={rail.app} aria-label={t("personal.favourites")}>
      <button type="button" className={`plain ${css.groupTitle}`} aria-expanded={open} onClick={toggle}>
        <span className="ellipsis">{t("personal.favourites")}</span>
        {open ? <DownOutlined /> : <RightOutlined />}
      </button>
      {open && (
        <StarList stars={stars} className={rail.link} here={(to) => isHere(to, true)} activeClass={rail.active} />
      )}
    </section>
  );
}
