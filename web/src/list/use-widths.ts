import { useState } from "react";
import { keepWidths, readWidths, type Widths } from "./columns";
import type { Density } from "./grid/types";

export function useWidths(entity: string) {
  const [widths, setWidths] = useState<Widths>(() => readWidths(entity));
  const resize = (code: string, width: number) =>
    setWidths((old) => {
      const next = { ...old, [code]: Math.round(width) };
      keepWidths(entity, next);
      return next;
    });
  return { widths, resize };
}

const KEY = "zhike.density";

export function useDensity() {
  const [density, set] = useState<Density>(() => {
    const kept = localStorage.getItem(KEY);
    return kept === "compact" || kept === "roomy" ? kept : "normal";
  });
  const setDensity = (next: Density) => {
    localStorage.setItem(KEY, next);
    set(next);
  };
  return { density, setDensity };
}
