import { useQuery } from "@tanstack/react-query";
import { type ButtonInfo, buttonsQuery } from "@/api/buttons";
import type { EntityInfo, Row } from "@/api/types";
import { useAsked, useSurroundings } from "@/record/surroundings";
import { isShown, type Scene } from "./conditions";

const NONE: ButtonInfo[] = [];

/** The buttons of an entity that this person can use, whatever the record. */
export function useEntityButtons(entity: string): ButtonInfo[] {
  const all = useQuery({ ...buttonsQuery, throwOnError: false }).data ?? NONE;
  return all.filter((button) => button.entity === entity);
}

/** The buttons that are there for a record just now, and what their expressions are judged by. */
export function useButtons(entity: EntityInfo, row: Row): { buttons: ButtonInfo[]; scene: Scene } {
  const { environment, known, asked } = useSurroundings();
  const scene = { entity, row, environment, known };
  const buttons = useEntityButtons(entity.code).filter((button) => isShown(button, scene));
  useAsked(asked);
  return { buttons, scene };
}
