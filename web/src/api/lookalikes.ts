import type { Value } from "@/core/value";
import { call, segment } from "./client";

/** A record that is as good as the same, and the fields by which it is. */
export type Lookalike = { id: string; number: number; title: string; matches: string[] };

/** Records that this person may read and that are as good as the same by one of the values. */
export async function findLookalikes(
  entity: string,
  values: Record<string, Value>,
  signal?: AbortSignal,
): Promise<Lookalike[]> {
  const path = `/records/${segment(entity)}/lookalikes`;
  return (await call<{ items: Lookalike[] }>("POST", path, { body: { values }, signal })).items;
}
