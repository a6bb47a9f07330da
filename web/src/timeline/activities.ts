import type { EntityInfo, FieldInfo, Row } from "@/api/types";
import type { Value } from "@/core/value";

/** An entity whose records are logged for records of another one, and the fields that play its roles. */
export type ActivityLog = {
  entity: EntityInfo;
  record: FieldInfo;
  at: FieldInfo;
  text: FieldInfo;
  kind?: FieldInfo;
  nextStep?: FieldInfo;
  nextAt?: FieldInfo;
};

/** The logs that hold activities for records of `code`, by what their entities declare. */
export function activityLogs(entities: readonly EntityInfo[], code: string): ActivityLog[] {
  return entities.flatMap((entity) => {
    const roles = entity.traits?.activity;
    if (roles === undefined) return [];
    const field = (role: string) => entity.fields.find((one) => one.code === roles[role]);
    const [record, at, text] = [field("record"), field("at"), field("text")];
    if (record?.entity !== code || at === undefined || text === undefined) return [];
    return [{ entity, record, at, text, kind: field("kind"), nextStep: field("next_step"), nextAt: field("next_at") }];
  });
}

/** Whether the composer alone can make a record: it has to ask for all that is required. */
export function isComposable(log: ActivityLog): boolean {
  const asked = [log.record, log.at, log.text, log.kind, log.nextStep, log.nextAt].map((field) => field?.code);
  const missing = log.entity.fields.some((field) => field.required && !field.defaulted && !asked.includes(field.code));
  return log.entity.rights.create && !missing && ![log.record, log.text].some((field) => field.readonly);
}

/** What somebody wrote into the composer. */
export type Logged = { kind: string | null; text: string; nextStep: string; nextAt: string | null };

/** The values of the new activity; `now` stands where the entity has no default for its time. */
export function activityValues(log: ActivityLog, target: Row, logged: Logged, now: string): Record<string, Value> {
  const values: Record<string, Value> = { [log.record.code]: target.id, [log.text.code]: logged.text };
  if (!log.at.defaulted) values[log.at.code] = now;
  if (log.kind && logged.kind !== null) values[log.kind.code] = logged.kind;
  if (log.nextStep && logged.nextStep !== "") values[log.nextStep.code] = logged.nextStep;
  if (log.nextAt && logged.nextAt !== null) values[log.nextAt.code] = logged.nextAt;
  return values;
}

/** What of the record itself follows: when it is next due, where it is something that people follow up. */
export function followedValues(entity: EntityInfo, logged: Logged): Record<string, Value> {
  const roles = entity.traits?.followed;
  const writable = (code: string | undefined) =>
    code !== undefined && entity.rights.update && entity.fields.some((one) => one.code === code && !one.readonly);
  const values: Record<string, Value> = {};
  if (roles?.next_at !== undefined && writable(roles.next_at) && logged.nextAt !== null) {
    values[roles.next_at] = logged.nextAt;
  }
  if (roles?.next_step !== undefined && writable(roles.next_step) && logged.nextStep !== "") {
    values[roles.next_step] = logged.nextStep;
  }
  return values;
}
