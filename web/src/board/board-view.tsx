import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import { cachedRow } from "@/api/row-cache";
import type { EntityInfo, FieldInfo, Row, ViewInfo } from "@/api/types";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { isEditable } from "@/field/registry";
import { callingField } from "@/field/relation";
import { useLanguage } from "@/i18n";
import type { ViewBodyProps } from "@/list/view-body";
import css from "./board.module.css";
import { CardFace, type CardShape } from "./card";
import { Column } from "./column";
import type { BoardColumn } from "./columns";
import { useColumns } from "./use-board";
import { useDrag } from "./use-drag";
import { useMove } from "./use-move";

/** Records as cards in columns, by the value of one field. */
export default function BoardView(props: ViewBodyProps) {
  const { t } = useLanguage();
  const by = props.entity.fields.find((field) => field.code === props.view.by);
  if (!by) return <Empty title={t("views.broken")} text={t("views.brokenText")} />;
  return <Board key={props.view.code} {...props} by={by} />;
}

/** What cards show, and whether they can be moved. */
function useShape(entity: EntityInfo, view: ViewInfo, by: FieldInfo, columns: BoardColumn[]): CardShape {
  return useMemo(() => {
    const title = callingField(entity);
    const owner = entity.fields.find((field) => field.code === "owner" && field !== by);
    const fields = (view.card ?? [])
      .map((code) => entity.fields.find((field) => field.code === code))
      .filter((field) => field !== undefined)
      .filter((field) => field !== title && field !== owner);
    return { entity, fields, owner, columns, movable: entity.rights.update && isEditable(by) };
  }, [entity, view.card, by, columns]);
}

function Board({ entity, view, query, paint, create, by }: ViewBodyProps & { by: FieldInfo }) {
  const { t } = useLanguage();
  const cache = useQueryClient();
  const board = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");
  const { columns, groups } = useColumns(entity, view, by, query);
  const { moves, move, dialog } = useMove(entity, by, columns);
  const shape = useShape(entity, view, by, columns);
  const latest = useRef({ columns, move });
  latest.current = { columns, move };
  const drop = useCallback((row: Row, to: string) => {
    const column = latest.current.columns.find((one) => one.key === to);
    if (column) latest.current.move(row, column);
  }, []);
  const say = (what: "lifted" | "over" | "dropped" | "cancelled", name: string) =>
    setSaid(t(`views.say.${what}`, { name }));
  const { flight, ghost, grab, onKeyDown } = useDrag({ board, columns, drop, say });
  if (groups.isError) return <Failure error={groups.error} retry={() => void groups.refetch()} />;
  const createIn = ({ value }: BoardColumn) => create(value === null || value === false ? {} : { [by.code]: value });
  const shared = { ...shape, by, query, paint, moves, grab, sumField: entity.fields.find((f) => f.code === view.sum) };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of its cards are heard here once for all
    <div
      ref={board}
      className={css.board}
      onKeyDown={(event) => shape.movable && onKeyDown(event, (id) => cachedRow(cache, entity.code, id))}
    >
      {columns.map((column) => (
        <Column
          key={column.key}
          {...shared}
          column={column}
          lifted={flight?.row.id ?? null}
          target={flight !== null && flight.over === column.key && flight.from !== column.key}
          move={drop}
          create={entity.rights.create ? createIn : null}
        />
      ))}
      {flight?.by === "mouse" && (
        <div ref={ghost} className={`${css.card} ${css.ghost}`} style={{ width: flight.width }} aria-hidden>
          <CardFace {...shape} row={flight.row} />
        </div>
      )}
      <p className="visually-hidden" aria-live="assertive">
        {said}
      </p>
      {dialog}
    </div>
  );
}
