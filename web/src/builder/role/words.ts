import type { TFunction } from "i18next";
import { CAPS, CHANGES, capOf, type FieldRight, fieldRight, isNamed, SEES, sameRight } from "./field-rights";
import {
  buttonsOf,
  type Denied,
  deniesButton,
  type EntityRights,
  FLAGS,
  isBlank,
  listOf,
  may,
  type One,
  OTHERS,
  presses,
  reads,
  SCOPED,
  type Scope,
  type Scoped,
  scopeOf,
  sees,
} from "./model";

/** A field or a button by its name; nobody changes what is `computed`. */
export type Named = { code: string; name: string; computed?: boolean };
/** An entity with what of it can be named; `condition` says one over its records in words where it can. */
export type About = Named & {
  fields: readonly Named[];
  buttons: readonly Named[];
  condition: (text: string) => string;
};
/** What is needed to say over which records a right reaches. */
type Saying = Pick<About, "condition">;
/** One thing that is said of an entity, and what it is about. */
export type Phrase = { about: string; text: string };

const MOST_NAMES = 3;

function oneWords(one: One, about: Saying, t: TFunction): string {
  if (typeof one === "string") return t(`role.reach.${one}`);
  return isBlank(one) ? t("role.reach.unwritten") : t("role.reach.where", { text: about.condition(one.where.trim()) });
}

export function scopeWords(scope: Scope, about: Saying, t: TFunction): string {
  const all = listOf(scope);
  return all.length === 0 ? t("role.reach.none") : all.map((one) => oneWords(one, about, t)).join(t("role.or"));
}

export function scopedWords(right: Scoped, scope: Scope, about: Saying, t: TFunction): string {
  if (listOf(scope).length === 0) return t(`role.cannot.${right}`);
  return t(`role.can.${right}`, { which: scopeWords(scope, about, t) });
}

/** What a role may do with a field, as far as anybody may. */
export function rightOn(rights: EntityRights, field: Named): FieldRight {
  const right = fieldRight(rights, field.code);
  return field.computed ? { ...right, change: "none" } : right;
}

/** A right on a field in a few words. */
export function rightWords({ see, change }: FieldRight, t: TFunction): string {
  if (see === "none") return t("role.see.none");
  if (see === "read") return t(`role.change.${change}`);
  return t("role.seeAndChange", { see: t(`role.see.${see}`), change: t(`role.change.${change}`) });
}

const RIGHTS: readonly FieldRight[] = SEES.flatMap((see) => CHANGES.map((change) => ({ see, change })));

function saidOf(right: FieldRight, names: string, t: TFunction): string {
  if (right.see === "none") return t("role.fieldsSaid.none", { names });
  if (right.see === "read" && right.change === "write") return t("role.fieldsSaid.write", { names });
  return t("role.fieldsSaid.some", { names, right: rightWords(right, t) });
}

/** A few names, and how many more there are. */
export function namesOf(names: readonly string[], t: TFunction): string {
  const shown = names.slice(0, MOST_NAMES).join(t("role.comma"));
  return names.length > MOST_NAMES ? t("role.more", { names: shown, n: names.length }) : shown;
}

function fieldWords(rights: EntityRights, fields: readonly Named[], t: TFunction): Phrase[] {
  if (rights.fields === undefined) return [];
  const others = fieldRight(rights, OTHERS);
  const said: Phrase[] = RIGHTS.flatMap((right) => {
    const named = fields.filter((field) => isNamed(rights, field.code) && sameRight(rightOn(rights, field), right));
    if (named.length === 0 || sameRight(right, others)) return [];
    const names = namesOf(
      named.map((field) => field.name),
      t,
    );
    return [{ about: `fields.${right.see}.${right.change}`, text: saidOf(right, names, t) }];
  });
  if (others.see === "read" && others.change === "write") return said;
  const rest =
    others.see === "none" ? t("role.othersSaid.none") : t("role.othersSaid.some", { right: rightWords(others, t) });
  return [...said, { about: "fields.*", text: rest }];
}

function buttonWords(rights: EntityRights, buttons: readonly Named[], t: TFunction): Phrase[] {
  const hidden = buttons.filter(({ code }) => !presses(rights, code)).map(({ name }) => name);
  if (buttonsOf(rights) === "none") return [{ about: "buttons", text: t("role.buttonsNone") }];
  return hidden.length === 0
    ? []
    : [{ about: "buttons", text: t("role.buttonsHidden", { names: namesOf(hidden, t) }) }];
}

/** What a role takes away, whatever others give. */
export function deniedWords(denied: Denied, about: About, t: TFunction): Phrase[] {
  const { fields, buttons } = about;
  const flags = FLAGS.filter((flag) => denied[flag]).map((flag) => ({
    about: `deny.${flag}`,
    text: t(`role.denied.${flag}`),
  }));
  const scoped = SCOPED.filter((right) => listOf(scopeOf(denied, right)).length > 0).map((right) => ({
    about: `deny.${right}`,
    text: t(`role.denied.${right}`, { which: scopeWords(scopeOf(denied, right), about, t) }),
  }));
  const names = buttons.filter(({ code }) => deniesButton(denied, code)).map(({ name }) => name);
  const pressed =
    names.length === 0 ? [] : [{ about: "deny.buttons", text: t("role.denied.buttons", { names: namesOf(names, t) }) }];
  const capped = CAPS.flatMap((cap) => {
    const of = fields.filter(({ code }) => capOf(denied.fields?.[code] ?? "write") === cap).map(({ name }) => name);
    return of.length === 0
      ? []
      : [{ about: `deny.fields.${cap}`, text: t(`role.denied.fields.${cap}`, { names: namesOf(of, t) }) }];
  });
  return [...flags, ...scoped, ...pressed, ...capped];
}

/** What a role may do with an entity, as a person would say it; what goes without saying is left out. */
export function say(rights: EntityRights, about: About, t: TFunction): Phrase[] {
  const { fields, buttons } = about;
  const readable = listOf(scopeOf(rights, "read")).length > 0;
  const denied = deniedWords(rights.deny ?? {}, about, t);
  if (!readable && !sees(rights)) return [{ about: "read", text: t("role.unseen") }, ...denied];
  const scoped = SCOPED.map((right) => ({ about: right, text: scopedWords(right, scopeOf(rights, right), about, t) }));
  const flag = (name: "create" | "import" | "export" | "share") =>
    may(rights, name) ? [{ about: name, text: t(`role.can.${name}`) }] : [];
  return [
    ...flag("create"),
    ...scoped.filter(({ about }) => readable || about === "read"),
    ...flag("import"),
    ...flag("export"),
    ...flag("share"),
    ...(reads(rights) && !may(rights, "print") ? [{ about: "print", text: t("role.cannot.print") }] : []),
    ...(reads(rights) ? buttonWords(rights, buttons, t) : []),
    ...fieldWords(rights, fields, t),
    ...denied,
  ];
}
