import { useRef } from "react";
import type { EntityInfo, FieldInfo } from "@/api/types";
import type { Value } from "@/core/value";
import { type FieldLogic, type FormLogic, formLogic } from "./form-logic";
import { type Surroundings, useAsked, useSurroundings } from "./surroundings";

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

/**
 * The logic of a form while somebody fills it in, and the fields as it leaves them, hidden ones left out.
 *
 * @param before the record as it is stored; without it the form makes a new one
 */
export function useFormLogic(entity: EntityInfo, given: Record<string, Value>, before?: Record<string, Value>): Ruled {
  return useLogicIn(useSurroundings(), entity, given, before);
}

type Ruled = { logic: FormLogic; fields: FieldInfo[] };

/** As {@link useFormLogic}, for whoever stands in these surroundings. */
export function useLogicIn(
  { environment, known, asked }: Surroundings,
  entity: EntityInfo,
  given: Record<string, Value>,
  before?: Record<string, Value>,
): Ruled {
  const rule = useRuled();
  const logic = formLogic(entity, given, { environment, known, before });
  useAsked(asked);
  const fields = entity.fields.flatMap((field) => {
    const one = logic.fields.get(field.code);
    return one?.shown ? [rule(field, one)] : [];
  });
  return { logic, fields };
}
