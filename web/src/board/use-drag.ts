import { type KeyboardEvent, type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Row } from "@/api/types";
import { drags } from "@/views/drag";
import type { BoardColumn } from "./columns";
import { carryCard, columnOfElement } from "./pointer-drag";

/** A card in the air: by the mouse, with a copy that follows it, or by the keyboard. */
export type Flight = { row: Row; from: string; over: string | null; by: "mouse" | "keyboard"; width: number };

type Given = {
  board: RefObject<HTMLDivElement | null>;
  columns: BoardColumn[];
  drop: (row: Row, to: string) => void;
  /** Says to people who do not see it what happens. */
  say: (what: "lifted" | "over" | "dropped" | "cancelled", name: string) => void;
};

/** The card above, below, or at about the same height of the next column that has any. */
function neighbour(card: HTMLElement, key: string): HTMLElement | undefined {
  const cards = (column: Element | null) => [...(column?.querySelectorAll<HTMLElement>("[data-card]") ?? [])];
  const column = card.closest("[data-column]");
  const mine = cards(column);
  const at = mine.indexOf(card);
  if (key === "ArrowUp" || key === "ArrowDown") return mine[at + (key === "ArrowUp" ? -1 : 1)];
  const step = (from: Element | null) =>
    (key === "ArrowLeft" ? from?.previousElementSibling : from?.nextElementSibling) ?? null;
  let next = step(column);
  while (next && cards(next).length === 0) next = step(next);
  const there = cards(next);
  return there[Math.min(at, there.length - 1)];
}

/** What a key does to a card in the air; null where it means nothing to it. */
export function flightKey(flight: Flight, key: string, columns: readonly BoardColumn[]) {
  const at = columns.findIndex((one) => one.key === flight.over);
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const next = columns[at + (key === "ArrowLeft" ? -1 : 1)];
    return next ? { do: "over" as const, column: next } : null;
  }
  if (key === " " || key === "Enter") return { do: "drop" as const, column: columns[at] };
  return key === "Escape" || key === "Tab" ? { do: "cancel" as const, column: undefined } : null;
}

/**
 * Carrying cards to other columns. Inside a column the order is that of the query, so a card lands in a column and never
 * at a place of it; what is under the pointer is all that has to be known.
 */
export function useDrag({ board, columns, drop, say }: Given) {
  const [flight, setFlight] = useState<Flight | null>(null);
  const ghost = useRef<HTMLDivElement>(null);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const grab = useCallback(
    (event: PointerEvent<HTMLElement>, row: Row) => {
      if (!drags(event)) return;
      stop.current = carryCard(event, {
        begun: (from, width) => setFlight({ row, from, over: from, by: "mouse", width }),
        over: (over) => setFlight((old) => old && { ...old, over }),
        ended: (to) => {
          setFlight(null);
          if (to !== null) drop(row, to);
        },
        ghost: () => ghost.current,
        scroller: () => board.current,
      });
    },
    [board, drop],
  );

  const carry = (held: Flight, event: KeyboardEvent) => {
    const action = flightKey(held, event.key, columns);
    if (event.key !== "Tab") event.preventDefault();
    if (!action) return;
    const name = action.column?.label ?? "";
    if (action.do === "over") {
      setFlight({ ...held, over: action.column.key });
      const target = board.current?.querySelector(`[data-column="${CSS.escape(action.column.key)}"]`);
      target?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
      return say("over", name);
    }
    setFlight(null);
    say(action.do === "drop" ? "dropped" : "cancelled", name);
    if (action.do === "drop" && held.over !== null && held.over !== held.from) drop(held.row, held.over);
  };

  /** Space lifts and drops, arrows carry, Escape puts back. Without a card in the air, arrows walk from card to card. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, rowOf: (id: string) => Row | undefined) => {
    const card = event.target instanceof HTMLElement ? event.target : null;
    const id = card?.dataset.card;
    if (!card || id === undefined) return;
    if (flight?.by === "keyboard") return carry(flight, event);
    const row = rowOf(id);
    const from = columnOfElement(card) ?? "";
    if (event.key === " " && row) {
      event.preventDefault();
      setFlight({ row, from, over: from, by: "keyboard", width: 0 });
      say("lifted", columns.find((one) => one.key === from)?.label ?? "");
    } else if (event.key === "Enter") card.querySelector("a")?.click();
    else if (event.key.startsWith("Arrow")) {
      event.preventDefault();
      neighbour(card, event.key)?.focus();
    }
  };

  return { flight, ghost, grab, onKeyDown };
}
