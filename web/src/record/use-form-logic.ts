import { useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { entitiesQuery } from "@/api/catalogue";
import { keys } from "@/api/keys";
import { readRecord } from "@/api/records";
import type { EntityInfo, FieldInfo, Row } from "@/api/types";
import { useMe } from "@/app/signed-in";
import { Instant } from "@/core/expression";
import type { Value } from "@/core/value";
import { useLanguage } from "@/i18n";
import { type FieldLogic, type FormLogic, formLogic } from "./form-logic";
import { type Known, Unknown } from "./logic-row";

const unknown = (): never => {
  throw new Unknown("people");
};

/** A field as the logic leaves it. What cannot be chosen stays among the options, so that it still has its name. */
function ruled(field: FieldInfo, logic: FieldLogic): FieldInfo {
  const offered = new Set(logic.options);
  return {
    ...field,
    required: logic.required,
    readonly: logic.readOnly,
    options: field.options?.map((one) => (offered.has(one) || one.retired ? one : { ...one, retired: true })),
  };
}

const stateOf = (logic: FieldLogic) =>
  `${logic.required} ${logic.readOnly} ${logic.options?.map((option) => option.code).join(" ")}`;

/** Gives the same object for a field as long as the logic makes the same of it, so that it is not drawn again. */
function useRuled() {
  const made = useRef(new Map<FieldInfo, { state: string; field: FieldInfo }>());
  return (field: FieldInfo, logic: FieldLogic) => {
    const state = stateOf(logic);
    const before = made.current.get(field);
    if (before?.state === state) return before.field;
    const after = ruled(field, logic);
    made.current.set(field, { state, field: after });
    return after;
  };
}

/** Reads records that conditions look at behind relations; the form follows when they arrive. */
function useKnown(): { known: Known; asked: { entity: string; id: string }[] } {
  const cache = useQueryClient();
  const entities = useQuery(entitiesQuery).data;
  const asked: { entity: string; id: string }[] = [];
  const known: Known = (code, id) => {
    const entity = entities?.find((one) => one.code === code);
    if (!entity) return undefined;
    if (!asked.some((one) => one.entity === code && one.id === id)) asked.push({ entity: code, id });
    const row = cache.getQueryData<Row>(keys.record(code, id));
    return row && { entity, values: row.values };
  };
  return { known, asked };
}

/**
 * The logic of a form while somebody fills it in, and the fields as it leaves them, hidden ones left out.
 *
 * @param before the record as it is stored; without it the form makes a new one
 */
export function useFormLogic(
  entity: EntityInfo,
  given: Record<string, Value>,
  before?: Record<string, Value>,
): { logic: FormLogic; fields: FieldInfo[] } {
  const { language } = useLanguage();
  const me = useMe();
  const rule = useRuled();
  const { known, asked } = useKnown();
  const environment = {
    now: Instant.of(new Date()),
    zone: me.workspace.zone,
    language,
    caller: me.member.id,
    directory: { departmentOf: unknown, supervisorOf: unknown, andBelow: unknown },
  };
  const logic = formLogic(entity, given, { environment, known, before });
  useQueries({
    queries: asked.map(({ entity: code, id }) => ({
      queryKey: keys.record(code, id),
      queryFn: ({ signal }: { signal: AbortSignal }) => readRecord(code, id, signal),
      retry: false,
      throwOnError: false,
    })),
    combine: (results) => results.map((one) => one.dataUpdatedAt).join(" "),
  });
  const fields = entity.fields.flatMap((field) => {
    const one = logic.fields.get(field.code);
    return one?.shown ? [rule(field, one)] : [];
  });
  return { logic, fields };
}
