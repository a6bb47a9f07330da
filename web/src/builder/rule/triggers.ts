import type { FieldInfo, FieldType } from "@/api/types";
import type { TriggerKind, When } from "./model";

/** The triggers as they are offered, in groups. */
export const TRIGGER_GROUPS = {
  record: ["created", "saved", "updated", "changed", "deleted", "restored"],
  stage: ["entered", "left"],
  time: ["date", "idle", "schedule"],
  press: ["button", "webhook"],
} as const satisfies Record<string, readonly TriggerKind[]>;
export type TriggerGroup = keyof typeof TRIGGER_GROUPS;
export const GROUPS = Object.keys(TRIGGER_GROUPS) as TriggerGroup[];

const STANDING: ReadonlySet<FieldType> = new Set<FieldType>(["stage", "select", "boolean", "multi_select"]);
const DATED: ReadonlySet<FieldType> = new Set<FieldType>(["date", "datetime"]);

/** Fields with values that one can be told to stand at: stages first, since those are what is mostly meant. */
export const standingFields = (fields: readonly FieldInfo[]): FieldInfo[] =>
  fields
    .filter((field) => STANDING.has(field.type))
    .sort((a, b) => Number(b.type === "stage") - Number(a.type === "stage"));

export const datedFields = (fields: readonly FieldInfo[]): FieldInfo[] =>
  fields.filter((field) => DATED.has(field.type));

/** Fields that people and programs change, so that a change of them can be waited for. */
export const changingFields = (fields: readonly FieldInfo[]): FieldInfo[] =>
  fields.filter((field) => !field.system || field.code === "owner" || field.code === "department");

/** A trigger as it is before anything is said of it, with the field that is most likely meant. */
export function freshTrigger(kind: TriggerKind, fields: readonly FieldInfo[]): When {
  const standing = standingFields(fields)[0]?.code ?? "";
  const dated = datedFields(fields);
  switch (kind) {
    case "changed":
      return { changed: { field: standing || (changingFields(fields)[0]?.code ?? "") } };
    case "entered":
      return { entered: { field: standing, values: [] } };
    case "left":
      return { left: { field: standing, values: [] } };
    case "date":
      return { date: { field: (dated.find((one) => !one.system) ?? dated[0])?.code ?? "", at: "09:00" } };
    case "idle":
      return { idle: { for: { days: 5 }, since: "change" } };
    case "schedule":
      return { schedule: { every: "day", at: "09:00" } };
    case "webhook":
      return { webhook: { fields: {} } };
    default:
      return { [kind]: {} };
  }
}

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export const isWeekday = (one: unknown): one is Weekday => WEEKDAYS.some((day) => day === one);
