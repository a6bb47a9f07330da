import { useQueries } from "@tanstack/react-query";
import { checkQuery } from "@/api/expressions";
import type { Where } from "@/core/where";

/** A condition that is written as text, and over which entity. */
export type Written = { entity: string; text: string };

/** Reads a condition that is written as text as the tree that the server makes of it; null until then, and where it is wrong. */
export type ReadText = (entity: string, text: string) => Where | null;

/** @param draft whether the names of unpublished drafts are known; for builders */
export function useWritten(written: readonly Written[], draft: boolean): ReadText {
  const wanted = [...new Map(written.map((one) => [`${one.entity} ${one.text}`, one])).values()];
  const checked = useQueries({
    queries: wanted.map(({ entity, text }) => checkQuery({ entity, draft }, text, null)),
  });
  const trees = new Map(
    wanted.map(({ entity, text }, at) => [`${entity} ${text}`, checked[at]?.data?.tree as Where | undefined]),
  );
  return (entity, text) => trees.get(`${entity} ${text}`) ?? null;
}
