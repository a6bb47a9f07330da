import { useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { entitiesQuery } from "@/api/catalogue";
import { keys } from "@/api/keys";
import { readRecord } from "@/api/records";
import type { NamedRef, Row } from "@/api/types";
import { useMe, useZone } from "@/app/signed-in";
import { type Environment, Instant } from "@/core/expression";
import { useLanguage } from "@/i18n";
import { type Known, Unknown } from "./logic-row";

type Asked = { entity: string; id: string }[];

const unknown = (): never => {
  throw new Unknown("people");
};

/** What expressions know beside their record: who asks, the moment, and records behind relations as far as they were read. */
export type Surroundings = {
  /** Who asks; null for somebody without an account. */
  me: NamedRef | null;
  environment: Environment;
  known: Known;
  /** What was looked for behind relations; see {@link useAsked}. */
  asked: Asked;
};

function useEnvironment(caller: string | null): Environment {
  const { language } = useLanguage();
  return {
    now: Instant.of(new Date()),
    zone: useZone(),
    language,
    caller,
    directory: { departmentOf: unknown, supervisorOf: unknown, andBelow: unknown },
  };
}

export function useSurroundings(): Surroundings {
  const me = useMe().member;
  return { me, environment: useEnvironment(me.id), ...useKnown() };
}

/** For somebody outside: nobody asks, and no record is known. Only below a `ZoneProvider`. */
export function useOutside(): Surroundings {
  return { me: null, environment: useEnvironment(null), known: () => undefined, asked: [] };
}

function useKnown(): { known: Known; asked: Asked } {
  const cache = useQueryClient();
  const entities = useQuery(entitiesQuery).data;
  const asked: Asked = [];
  const known: Known = (code, id) => {
    const entity = entities?.find((one) => one.code === code);
    if (!entity) return undefined;
    if (!asked.some((one) => one.entity === code && one.id === id)) asked.push({ entity: code, id });
    const row = cache.getQueryData<Row>(keys.record(code, id));
    return row && { entity, values: row.values };
  };
  return { known, asked };
}

/** Reads the records that were asked for; what was worked out with them is drawn again when they arrive. */
export function useAsked(asked: Asked): void {
  useQueries({
    queries: asked.map(({ entity: code, id }) => ({
      queryKey: keys.record(code, id),
      queryFn: ({ signal }: { signal: AbortSignal }) => readRecord(code, id, signal),
      retry: false,
      throwOnError: false,
    })),
    combine: (results) => results.map((one) => one.dataUpdatedAt).join(" "),
  });
}
