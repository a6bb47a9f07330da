import { lazy, type ReactNode, Suspense, useCallback, useRef, useState } from "react";
import type { EntityInfo, Row } from "@/api/types";
import { useEntityButtons } from "./use-buttons";

const RowMenu = lazy(() => import("./row-menu"));

/** Where a menu opens, in the window. */
export type Spot = { x: number; y: number };

export type OpenRowMenu = (row: Row, from: Element) => void;

/**
 * The menu of a list's records, one for all of them. It stays after it has closed, since what was chosen in it may ask
 * something.
 *
 * @returns `open` undefined where the entity has no buttons for this person
 */
export function useRowMenu(entity: EntityInfo): { open: OpenRowMenu | undefined; node: ReactNode } {
  const any = useEntityButtons(entity.code).length > 0;
  const [of, setOf] = useState<{ id: string; spot: Spot; open: boolean } | null>(null);
  const from = useRef<Element | null>(null);
  const open = useCallback<OpenRowMenu>((row, element) => {
    const { left, bottom } = element.getBoundingClientRect();
    from.current = element;
    setOf({ id: row.id, spot: { x: left, y: bottom }, open: true });
  }, []);
  const close = () => {
    setOf((now) => now && { ...now, open: false });
    const grid = from.current?.closest<HTMLElement>("[role=grid]");
    (grid ?? (from.current as HTMLElement | null))?.focus({ preventScroll: true });
  };
  const node = of && (
    <Suspense fallback={null}>
      <RowMenu key={of.id} entity={entity} id={of.id} spot={of.spot} open={of.open} close={close} />
    </Suspense>
  );
  return { open: any ? open : undefined, node };
}
