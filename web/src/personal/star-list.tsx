import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { KeyboardEvent } from "react";
import { Link } from "react-router";
import { shiftedBy } from "@/core/reorder";
import { useLanguage } from "@/i18n";
import css from "./personal.module.css";
import { type Star, useFavouriteActions } from "./use-favourites";
import { useReorder } from "./use-reorder";

type Props = {
  stars: Star[];
  className?: string;
  here?: (to: string) => boolean;
  activeClass?: string;
  leave?: () => void;
};

/** Favourites in their order: links that can be carried by the mouse, or by Alt and the arrows. */
export function StarList({ stars, className, here, activeClass = "", leave }: Props) {
  const { t } = useLanguage();
  const { order, remove } = useFavouriteActions();
  const ids = stars.map((star) => star.id);
  const { flight, grab } = useReorder(ids, (next) => void order(next), "y");
  const onKey = (event: KeyboardEvent, id: string) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (!event.altKey || by === 0) return;
    event.preventDefault();
    const next = shiftedBy(ids, id, by);
    if (next !== ids) void order(next);
  };
  return (
    <ul className={css.stars}>
      {stars.map((star) => {
        const over = flight?.over === star.id && flight.id !== star.id;
        const classes = [
          css.star,
          over ? (flight.after ? css.after : css.before) : "",
          flight?.id === star.id ? css.lifted : "",
        ];
        return (
          <li
            key={star.id}
            data-carry={star.id}
            className={classes.join(" ")}
            onPointerDown={(event) => grab(event, star.id)}
          >
            <Link
              to={star.to}
              draggable={false}
              className={`${className ?? ""} ${here?.(star.to) ? activeClass : ""}`}
              title={star.group ? `${star.text} · ${star.group}` : star.text}
              onKeyDown={(event) => onKey(event, star.id)}
              onClick={leave}
            >
              <span className="ellipsis">{star.text}</span>
              {star.group && <span className={css.of}>{star.group}</span>}
            </Link>
            <Button
              type="text"
              size="small"
              className={css.drop}
              icon={<CloseOutlined />}
              aria-label={t("personal.unstarNamed", { name: star.text })}
              title={t("personal.unstar")}
              onPointerDown={(event) => event.stopPropagation()}
              onClick={() => void remove(star.id)}
            />
          </li>
        );
      })}
    </ul>
  );
}
