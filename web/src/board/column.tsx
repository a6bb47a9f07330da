import { CheckCircleFilled, CloseCircleFilled, PlusOutlined } from "@ant-design/icons";
import { Button, Skeleton } from "antd";
import type { PointerEvent } from "react";
import type { EntityInfo, FieldInfo, Row } from "@/api/types";
import { Failure } from "@/app/failure";
import { formatDecimal } from "@/core/decimal";
import { durationText } from "@/field/dates";
import { numericText } from "@/field/numeric";
import { shownAs } from "@/field/registry";
import { useLanguage } from "@/i18n";
import { EndOfRows } from "@/list/cards";
import type { Painter } from "@/list/painting";
import type { TreeQuery } from "@/list/use-rows";
import css from "./board.module.css";
import { Card, type CardShape } from "./card";
import type { BoardColumn } from "./columns";
import { useCards } from "./use-board";
import type { Move } from "./use-move";

type Props = CardShape & {
  column: BoardColumn;
  by: FieldInfo;
  sumField: FieldInfo | undefined;
  query: TreeQuery;
  paint: Painter;
  moves: ReadonlyMap<string, Move>;
  /** The card that is in the air. */
  lifted: string | null;
  /** Whether the card in the air would land here. */
  target: boolean;
  grab: (event: PointerEvent<HTMLElement>, row: Row) => void;
  move: (row: Row, to: string) => void;
  create: ((column: BoardColumn) => void) | null;
};

const sumText = (field: FieldInfo, sum: string) => {
  const shown = shownAs(field);
  return shown.type === "duration" ? durationText(sum) : numericText(shown, sum);
};

function End({ end }: { end: BoardColumn["end"] }) {
  const { t } = useLanguage();
  if (end === undefined) return null;
  const text = t(end === "won" ? "views.won" : "views.lost");
  return (
    <span role="img" aria-label={text} title={text} className={end === "won" ? css.won : css.lost}>
      {end === "won" ? <CheckCircleFilled /> : <CloseCircleFilled />}
    </span>
  );
}

function Head({ column, sumField, moves, create }: Pick<Props, "column" | "sumField" | "moves" | "create">) {
  const { t } = useLanguage();
  const way = [...moves.values()].reduce(
    (sum, one) => sum + (one.to === column.key ? 1 : 0) - (one.from === column.key ? 1 : 0),
    0,
  );
  return (
    <header className={css.columnHead}>
      <div className={css.columnName}>
        {column.end ? (
          <End end={column.end} />
        ) : (
          <i className={css.dot} style={{ background: `var(--hue-${column.hue ?? "gray"}-dot)` }} />
        )}
        <h3 className="ellipsis" title={column.label}>
          {column.label}
        </h3>
        {column.count !== undefined && <span className={`${css.count} num`}>{formatDecimal(column.count + way)}</span>}
        {create && (
          <Button
            type="text"
            size="small"
            icon={<PlusOutlined />}
            aria-label={t("views.newIn", { name: column.label })}
            onClick={() => create(column)}
          />
        )}
      </div>
      {sumField && (
        <span className={`${css.sum} num ellipsis`}>{column.sum == null ? "" : sumText(sumField, column.sum)}</span>
      )}
    </header>
  );
}

/** The rows of a column as they will be once all cards on their way have landed. */
export function withMoves(rows: Row[], column: string, moves: ReadonlyMap<string, Move>): Row[] {
  const arrived = [...moves.values()].filter((one) => one.to === column).map((one) => one.row);
  return [...arrived, ...rows.filter((row) => !moves.has(row.id))];
}

type BodyProps = Props & { entity: EntityInfo };

function Body(props: BodyProps) {
  const { entity, column, by, query, moves, lifted, paint } = props;
  const { t } = useLanguage();
  const cards = useCards(entity, by, query, column);
  if (cards.isPending) return <Skeleton active title={false} paragraph={{ rows: 3 }} className={css.skeleton} />;
  if (cards.isError) return <Failure error={cards.error} retry={() => void cards.refetch()} />;
  const rows = withMoves(cards.rows, column.key, moves);
  return (
    <>
      {rows.length === 0 && <p className={css.nothing}>{t("views.emptyColumn")}</p>}
      {rows.map((row) => (
        <Card
          key={row.id}
          entity={entity}
          fields={props.fields}
          owner={props.owner}
          columns={props.columns}
          movable={props.movable}
          row={row}
          column={column.key}
          hue={paint(row)}
          lifted={lifted === row.id}
          busy={moves.has(row.id)}
          grab={props.grab}
          move={props.move}
        />
      ))}
      <EndOfRows
        loadMore={cards.hasNextPage ? () => void cards.fetchNextPage() : null}
        loadingMore={cards.isFetchingNextPage}
      />
    </>
  );
}

/** One column: what it is called, its figures, and its cards as far as they are read. */
export function Column(props: Props) {
  const { column, target } = props;
  const classes = [css.column, target ? css.target : "", column.end ? css.end : ""];
  return (
    <section className={classes.join(" ")} aria-label={column.label} data-column={column.key}>
      <Head {...props} />
      <div className={css.cards}>
        <Body {...props} />
      </div>
    </section>
  );
}
