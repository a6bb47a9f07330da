import { StarFilled, StarOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { favouritesQuery, type Mark } from "@/api/personal";
import { useLanguage } from "@/i18n";
import css from "./personal.module.css";
import { findMark, useFavouriteActions } from "./use-favourites";

type Props = { mark: Mark; size?: "small"; className?: string };

/** Marks a record, a view or a list to find it again, and takes the mark away. */
export function StarButton({ mark, size, className }: Props) {
  const { t } = useLanguage();
  const favourites = useQuery(favouritesQuery);
  const { add, remove } = useFavouriteActions();
  const found = findMark(favourites.data ?? [], mark);
  const text = t(found ? "personal.unstar" : "personal.star");
  return (
    <Button
      type={size === "small" ? "text" : "default"}
      size={size}
      className={size === "small" ? className : css.atEnd}
      icon={found ? <StarFilled className={css.on} /> : <StarOutlined />}
      aria-label={text}
      aria-pressed={found !== undefined}
      title={text}
      disabled={!favourites.isSuccess}
      onClick={() => void (found ? remove(found.id) : add(mark))}
    />
  );
}
