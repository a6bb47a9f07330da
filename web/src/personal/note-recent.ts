import type { QueryClient } from "@tanstack/react-query";
import { keys } from "@/api/keys";
import { postRecent } from "@/api/personal";

/** Who comes back to a record sooner has never left it, in milliseconds; the server holds the same. */
const SAME = 60_000;

const noted = new Map<string, number>();

/**
 * Notes that this person is at a record, so that it is found among the recent ones. It is no part of the work, so a failure is
 * passed over: the record is noted the next time.
 */
export function noteRecent(cache: QueryClient, entity: string, record: string, now = Date.now()): void {
  const key = `${entity}/${record}`;
  if (now - (noted.get(key) ?? Number.NEGATIVE_INFINITY) < SAME) return;
  noted.set(key, now);
  postRecent(entity, record).then(
    () => cache.invalidateQueries({ queryKey: keys.recents }),
    () => noted.delete(key),
  );
}
