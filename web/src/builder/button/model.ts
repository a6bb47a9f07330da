import { ACTIONS, type ActionType, type Tone } from "@/api/buttons";
import type { Document } from "@/api/definitions";
import type { FieldInfo } from "@/api/types";
import type { Words } from "@/core/layout/layout";
import { clashes, merge, same } from "@/core/merge";
import type { Language } from "@/core/time";
import { labelText, type Translate } from "@/i18n";

export type ValueDoc = { field: string; value?: string; ask?: boolean; required?: boolean };
export type SetDoc = { values: ValueDoc[] };
export type CreateDoc = { entity: string; back?: string; at_once?: boolean; values?: ValueDoc[] };
export type OpenDoc = { url?: string; relation?: string; view?: string };
export type CallDoc = { field: string };
export type RunDoc = { rule: string };

/** A definition of kind `button`; exactly one of the actions is there. */
export type ButtonDoc = {
  kind: "button";
  code: string;
  app?: string;
  label: Words;
  entity: string;
  icon?: string;
  tone?: Tone;
  order?: number;
  shown?: string;
  confirm?: Words;
  set?: SetDoc;
  create?: CreateDoc;
  open?: OpenDoc;
  call?: CallDoc;
  run?: RunDoc;
} & Document;

/** The buttons of one entity, in their order. */
export type Buttons = readonly ButtonDoc[];

const orderOf = (button: ButtonDoc) => button.order ?? 0;

/** In the order in which the server shows them. */
export const sorted = (buttons: Buttons): Buttons =>
  [...buttons].sort((a, b) => orderOf(a) - orderOf(b) || (a.code < b.code ? -1 : 1));

/** With orders that say how they stand; untouched where those that are there say it already. */
function numbered(buttons: Buttons): Buttons {
  return same(sorted(buttons), buttons) ? buttons : buttons.map((button, at) => ({ ...button, order: at + 1 }));
}

export function moved(buttons: Buttons, from: number, to: number): Buttons {
  if (to < 0 || to >= buttons.length || from === to) return buttons;
  const rest = buttons.filter((_, at) => at !== from);
  return numbered([...rest.slice(0, to), ...buttons.slice(from, from + 1), ...rest.slice(to)]);
}

/** With one more behind all others. */
export function added(buttons: Buttons, button: ButtonDoc): Buttons {
  const last = buttons.at(-1);
  return [...buttons, { ...button, order: last ? orderOf(last) + 1 : 1 }];
}

export const removed = (buttons: Buttons, code: string): Buttons => buttons.filter((one) => one.code !== code);

/** With another document in the place of the one of that code. */
export const changed = (buttons: Buttons, code: string, to: (button: ButtonDoc) => ButtonDoc): Buttons =>
  buttons.map((one) => (one.code === code ? to(one) : one));

/** The document without what is undefined, as the server keeps it. */
export function tidy(button: ButtonDoc): ButtonDoc {
  return Object.fromEntries(Object.entries(button).filter(([, value]) => value !== undefined)) as ButtonDoc;
}

export const actionOf = (button: ButtonDoc): ActionType => ACTIONS.find((type) => button[type] !== undefined) ?? "set";

/** The button with another action in the place of the one it has. */
export function withAction(button: ButtonDoc, type: ActionType, action: unknown): ButtonDoc {
  const bare = Object.fromEntries(
    Object.entries(button).filter(([name]) => !ACTIONS.some((one) => one === name)),
  ) as ButtonDoc;
  return { ...bare, [type]: action };
}

/** What I made of `base` together with what somebody else made of it. */
export const mergeButtons = (base: Buttons, mine: Buttons, theirs: Buttons): Buttons =>
  sorted(merge<ButtonDoc[]>([...base], [...mine], [...theirs]));

export const clashesOf = (base: Buttons, mine: Buttons, theirs: Buttons): number => clashes(base, mine, theirs);

const COMPUTED: ReadonlySet<string> = new Set(["formula", "rollup", "autonumber", "child_table"]);
const SETTABLE: ReadonlySet<string> = new Set(["owner", "department"]);

/** The fields that a button can fill in. */
export function fillable(fields: readonly FieldInfo[]): FieldInfo[] {
  return fields.filter((field) => !COMPUTED.has(field.type) && (!field.system || SETTABLE.has(field.code)));
}

/** A value that is chosen instead of written: a constant of the language, or what everybody wants of a type. */
export type Choice = { value: string; label: string };

/** Functions that give what one usually sets a field of a type to. */
const USUAL: Partial<Record<FieldInfo["type"], string>> = {
  member: "ME()",
  department: "MYDEPARTMENT()",
  date: "TODAY()",
  datetime: "NOW()",
};

const ABOUT_WHO_PRESSES: ReadonlySet<string> = new Set(["member", "department"]);

/** Where a value is filled in: by a button, which somebody presses, or by a rule, which acts for nobody. */
export type FilledBy = "button" | "rule";

/** What a field can be set to without writing anything; to nothing, where it can be chosen at all. */
export function choicesOf(field: FieldInfo, by: FilledBy, t: Translate, language: Language): Choice[] {
  const usual = by === "rule" && ABOUT_WHO_PRESSES.has(field.type) ? undefined : USUAL[field.type];
  if (field.type === "boolean") {
    return [
      { value: "TRUE", label: t("common.yes") },
      { value: "FALSE", label: t("common.no") },
    ];
  }
  const some =
    usual === undefined
      ? (field.options ?? []).map((one) => ({ value: `"${one.code}"`, label: labelText(one.label, language) }))
      : [{ value: usual, label: t(`buttonBuilder.usual.${by}.${field.type as "date"}`) }];
  const choosable = some.length > 0 || ABOUT_WHO_PRESSES.has(field.type);
  return choosable && !field.required ? [...some, { value: "BLANK", label: t("buttonBuilder.blank") }] : some;
}
