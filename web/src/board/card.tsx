import { MoreOutlined } from "@ant-design/icons";
import { Dropdown } from "antd";
import { memo, type PointerEvent, useState } from "react";
import { Link } from "react-router";
import type { EntityInfo, FieldInfo, Row } from "@/api/types";
import { paths } from "@/app/paths";
import { isBlank } from "@/core/value";
import { RowValue } from "@/field/field-value";
import { titleOf } from "@/field/relation";
import { labelText, useLanguage } from "@/i18n";
import type { HueName } from "@/theme/hues";
import css from "./board.module.css";
import type { BoardColumn } from "./columns";

export type CardShape = {
  entity: EntityInfo;
  /** What a card shows below its title. */
  fields: FieldInfo[];
  owner: FieldInfo | undefined;
  columns: BoardColumn[];
  /** Whether cards can be moved at all. */
  movable: boolean;
};

type FaceProps = Pick<CardShape, "entity" | "fields" | "owner"> & { row: Row };

/** What stands on a card; the same while it is being dragged. */
export function CardFace({ entity, fields, owner, row }: FaceProps) {
  const { language } = useLanguage();
  const shown = fields.filter((field) => !isBlank(row.values[field.code]) && field.type !== "boolean");
  return (
    <>
      <div className={css.cardHead}>
        <Link to={paths.record(entity.code, row.id)} className={css.cardTitle} draggable={false}>
          {titleOf(row, entity)}
        </Link>
        {owner && !isBlank(row.values[owner.code]) && (
          <span className={css.owner}>
            <RowValue field={owner} row={row} />
          </span>
        )}
      </div>
      {shown.length > 0 && (
        <dl className={css.facts}>
          {shown.map((field) => (
            <div key={field.code} title={labelText(field.label, language)}>
              <dt>{labelText(field.label, language)}</dt>
              <dd>
                <RowValue field={field} row={row} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function MoveMenu({ columns, column, move }: { columns: BoardColumn[]; column: string; move: (to: string) => void }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const button = (
    <button
      type="button"
      className={`plain ${css.menu}`}
      tabIndex={-1}
      aria-label={t("views.moveCard")}
      aria-haspopup="menu"
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() => setOpen(true)}
    >
      <MoreOutlined />
    </button>
  );
  if (!open) return button;
  const items = columns
    .filter((one) => one.key !== column)
    .map((one) => ({ key: one.key, label: t("views.moveTo", { name: one.label }) }));
  return (
    <Dropdown open onOpenChange={setOpen} trigger={["click"]} menu={{ items, onClick: ({ key }) => move(key) }}>
      {button}
    </Dropdown>
  );
}

type Props = CardShape & {
  row: Row;
  column: string;
  hue: HueName | undefined;
  lifted: boolean;
  /** Whether it is being saved where it stands. */
  busy: boolean;
  grab: (event: PointerEvent<HTMLElement>, row: Row) => void;
  move: (row: Row, to: string) => void;
};

/** A record on a board. Drawn again only when something of its own changes. */
export const Card = memo(function Card(props: Props) {
  const { entity, row, columns, column, movable, hue, lifted, busy, grab, move } = props;
  const { t } = useLanguage();
  const classes = [css.card, lifted ? css.lifted : "", busy ? css.busy : "", movable ? css.movable : ""];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a card holds links and can be lifted, which no element says
    <div
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: cards are walked and lifted by the keyboard
      tabIndex={0}
      aria-label={titleOf(row, entity)}
      aria-roledescription={movable ? t("views.card") : undefined}
      data-card={row.id}
      className={classes.join(" ")}
      style={hue && { borderLeftColor: `var(--hue-${hue}-dot)` }}
      onPointerDown={movable ? (event) => grab(event, row) : undefined}
    >
      <CardFace {...props} />
      {movable && <MoveMenu columns={columns} column={column} move={(to) => move(row, to)} />}
    </div>
  );
});
