import { EllipsisOutlined } from "@ant-design/icons";
import { Checkbox } from "antd";
import { useEffect, useRef } from "react";
import { Link } from "react-router";
import type { EntityInfo, FieldInfo, Row } from "@/api/types";
import { paths } from "@/app/paths";
import type { OpenRowMenu } from "@/button/use-row-menu";
import { isBlank } from "@/core/value";
import { RowValue } from "@/field/field-value";
import { titleOf } from "@/field/relation";
import { labelText, useLanguage } from "@/i18n";
import type { HueName } from "@/theme/hues";
import css from "./cards.module.css";
import type { Grouping } from "./grid/types";
import { GroupedCards } from "./grouped-cards";
import type { Painter } from "./painting";
import { isSelected, type Selected, toggle } from "./selection";
import { useLongPress } from "./use-long-press";

type Props = {
  entity: EntityInfo;
  columns: FieldInfo[];
  rows: Row[];
  loadMore: (() => void) | null;
  loadingMore: boolean;
  selected: Selected;
  select: (next: Selected) => void;
  /** Whether a tap chooses instead of opening. */
  picking: boolean;
  paint?: Painter;
  /** Whether others changed it since one last looked. */
  unread?: (row: Row) => boolean;
  grouping?: Grouping;
  /** Opens the menu of a record's buttons; undefined where there are none. */
  menu?: OpenRowMenu;
};

type CardProps = Pick<Props, "entity" | "columns" | "picking" | "menu"> & {
  row: Row;
  selected: boolean;
  toggle: () => void;
  hue: HueName | undefined;
  isNew: boolean;
};

function CardTitle({ entity, row, selected, picking, toggle, isNew }: CardProps) {
  const { t } = useLanguage();
  const title = (
    <>
      {isNew && <i role="img" className={css.unread} aria-label={t("views.unread")} />}
      {titleOf(row, entity)}
    </>
  );
  return picking ? (
    <Checkbox checked={selected} onChange={toggle} className={css.title}>
      {title}
    </Checkbox>
  ) : (
    <Link to={paths.record(entity.code, row.id)} className={css.title}>
      {title}
    </Link>
  );
}

/** A tap opens the record; a long press chooses it, and from then on taps choose. */
function Card(props: CardProps) {
  const { entity, columns, row, selected, picking, toggle, hue, menu } = props;
  const { t, language } = useLanguage();
  const press = useLongPress(toggle);
  const stage = columns.find((field) => field.type === "stage" && !isBlank(row.values[field.code]));
  const facts = columns
    .slice(1)
    .filter((field) => field !== stage && !isBlank(row.values[field.code]))
    .slice(0, 4);
  const classes = [css.card, picking ? css.picking : "", selected ? css.selected : ""];
  return (
    <li className={classes.join(" ")} style={hue && { borderLeft: `4px solid var(--hue-${hue}-dot)` }} {...press}>
      <div className={css.head}>
        <CardTitle {...props} />
        {stage && <RowValue field={stage} row={row} />}
        {menu && !picking && (
          <button
            type="button"
            className={`plain ${css.menu}`}
            aria-label={t("button.ofRow", { name: titleOf(row, entity) })}
            aria-haspopup="menu"
            onClick={(event) => menu(row, event.currentTarget)}
          >
            <EllipsisOutlined />
          </button>
        )}
      </div>
      <dl className={css.facts}>
        {facts.map((field) => (
          <div key={field.code}>
            <dt>{labelText(field.label, language)}</dt>
            <dd>
              <RowValue field={field} row={row} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

type EndProps = Pick<Props, "loadMore" | "loadingMore">;

/** Stands at the end of what is loaded; coming near it reads the next page. */
export function EndOfRows({ loadMore, loadingMore }: EndProps) {
  const { t } = useLanguage();
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const node = end.current;
    if (!node || !loadMore || loadingMore) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && loadMore(), {
      rootMargin: "800px",
    });
    observer.observe(node);
    return () => observer.disconnect();
  }, [loadMore, loadingMore]);
  return <div ref={end}>{loadingMore && <p className={css.more}>{t("common.loading")}</p>}</div>;
}

/** A list on a phone, below the groups of its view where it has some. */
export function Cards(props: Props) {
  const { entity, columns, rows, loadMore, loadingMore, selected, select, picking, paint, unread, grouping } = props;
  const { menu } = props;
  const card = (row: Row) => (
    <Card
      key={row.id}
      entity={entity}
      columns={columns}
      row={row}
      picking={picking}
      selected={isSelected(selected, row.id)}
      toggle={() => select(toggle(selected, row.id))}
      hue={paint?.(row)}
      isNew={unread?.(row) ?? false}
      menu={menu}
    />
  );
  return (
    <div className={css.scroll}>
      <ul className={css.list}>{grouping ? <GroupedCards grouping={grouping} card={card} /> : rows.map(card)}</ul>
      <EndOfRows loadMore={loadMore} loadingMore={loadingMore} />
    </div>
  );
}
