import type { DefinitionInfo, Document } from "@/api/definitions";
import type { Words } from "@/core/layout/layout";
import { waysOfOne } from "../draft/one-document";
import { type AppsSaid, tidyApps } from "./app-rights";
import type { FieldCap, FieldWord } from "./field-rights";

export const REACHES = ["none", "own", "shared", "department", "department_tree", "all"] as const;
export type Reach = (typeof REACHES)[number];
/** Records that fulfil a condition. */
export type Where = { where: string };
export type One = Reach | Where;
/** One reach, or several of which any will do. */
export type Scope = One | One[];
export type Buttons = "all" | "none" | string[];

/** Rights that say which records they reach. */
export const SCOPED = ["read", "update", "delete"] as const;
export type Scoped = (typeof SCOPED)[number];
/** Rights that are given or not. */
export const FLAGS = ["create", "import", "export", "print", "share"] as const;
export type Flag = (typeof FLAGS)[number];

/** What is said of the fields that are not named. */
export const OTHERS = "*";

/** What is taken away, whatever other roles or shares give. */
export type Denied = Partial<Record<Scoped, Scope>> &
  Partial<Record<Flag, boolean>> & { buttons?: Buttons; fields?: Record<string, FieldCap> };
export type EntityRights = Omit<Denied, "fields"> & { fields?: Record<string, FieldWord>; deny?: Denied };

/** A definition of kind `role`. */
export type RoleDoc = {
  kind: "role";
  code: string;
  app?: string;
  label: Words;
  description?: Words;
  admin?: boolean;
  entities?: Record<string, EntityRights>;
} & AppsSaid &
  Document;

export const rightsOf = (doc: RoleDoc, entity: string): EntityRights => doc.entities?.[entity] ?? {};
/** A condition that is not written yet lets nothing through. */
export const isBlank = (one: One): boolean => typeof one === "object" && one.where.trim() === "";
export const scopeOf = (rights: Partial<Record<Scoped, Scope>>, right: Scoped): Scope => rights[right] ?? "none";
/** The reaches that a scope is made of, those that reach nothing left out. */
export const listOf = (scope: Scope): One[] => (Array.isArray(scope) ? scope : [scope]).filter((one) => one !== "none");
/** All records is all there is to say. */
export function scopeFrom(all: readonly One[]): Scope {
  const [first, ...others] = all.includes("all") ? (["all"] as const) : all;
  if (first === undefined) return "none";
  return others.length === 0 ? first : [first, ...others];
}
const reaches = (scope: Scope): boolean => listOf(scope).some((one) => !isBlank(one));
export const reads = (rights: EntityRights): boolean => reaches(scopeOf(rights, "read"));
/** Whether what is asked of a right holds: who says nothing of printing prints what they read. */
export const may = (rights: EntityRights, flag: Flag): boolean =>
  rights[flag] ?? (flag === "print" ? reads(rights) : false);
export const buttonsOf = (rights: EntityRights): Buttons => rights.buttons ?? (reads(rights) ? "all" : "none");
export const presses = (rights: EntityRights, button: string): boolean => {
  const said = buttonsOf(rights);
  return Array.isArray(said) ? said.includes(button) : said === "all";
};
/** Whether the entity exists for the role. */
export const sees = (rights: EntityRights): boolean => may(rights, "create") || reads(rights);

function tidyScope(scope: Scope | undefined): Scope | undefined {
  const all = listOf(scope ?? "none").filter((one) => !isBlank(one));
  return all.length === 0 ? undefined : scopeFrom(all);
}

const without = <T extends object>(plain: T): T =>
  Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)) as T;

function tidyDenied(denied: Denied | undefined): Denied | undefined {
  const plain: Denied = { ...denied };
  for (const right of SCOPED) plain[right] = tidyScope(plain[right]);
  for (const flag of FLAGS) plain[flag] = plain[flag] || undefined;
  if (plain.buttons === "none" || plain.buttons?.length === 0) plain.buttons = undefined;
  if (Object.keys(plain.fields ?? {}).length === 0) plain.fields = undefined;
  const kept = without(plain);
  return Object.keys(kept).length === 0 ? undefined : kept;
}

function tidyRights(rights: EntityRights): EntityRights {
  const plain: EntityRights = { ...rights };
  for (const right of SCOPED) plain[right] = tidyScope(plain[right]);
  for (const flag of ["create", "import", "export", "share"] as const) plain[flag] = plain[flag] || undefined;
  plain.deny = tidyDenied(plain.deny);
  return without(plain);
}

/** The document as it is kept: what is blank, and what says no more than silence does, is left out. */
export function tidy(doc: RoleDoc): RoleDoc {
  const entities = Object.entries(doc.entities ?? {}).map(([code, rights]) => [code, tidyRights(rights)] as const);
  const kept = Object.fromEntries(entities.filter(([, rights]) => Object.keys(rights).length > 0));
  const all = { ...tidyApps(doc), admin: doc.admin || undefined, entities: kept };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as RoleDoc;
}

export const withRights = (doc: RoleDoc, entity: string, to: (rights: EntityRights) => EntityRights): RoleDoc => ({
  ...doc,
  entities: { ...doc.entities, [entity]: to(rightsOf(doc, entity)) },
});

/** Without a look at the records there is nothing left to change, delete, take out or press. */
function withoutReading(rights: EntityRights): EntityRights {
  const { update: _u, delete: _d, export: _e, print: _p, share: _s, buttons: _b, ...rest } = rights;
  return { ...rest, read: "none" };
}

/** Sets which records a right reaches, with the rights that it needs or that need it. */
export function withScope(rights: EntityRights, right: Scoped, scope: Scope): EntityRights {
  const some = listOf(scope).length > 0;
  if (right === "read" && !some) return withoutReading(rights);
  const needs = right !== "read" && some && listOf(scopeOf(rights, "read")).length === 0;
  return { ...rights, ...(needs ? { read: scope } : {}), [right]: scope };
}

/** Gives or takes a right, with the rights that it needs or that need it. */
export function withFlag(rights: EntityRights, flag: Flag, on: boolean): EntityRights {
  if (flag === "create" && !on) return { ...rights, create: false, import: false };
  if (flag === "import" && on) return { ...rights, create: true, import: true };
  if (flag === "print" && on) {
    const { print: _, ...rest } = rights;
    return reads(rest) ? rest : rights;
  }
  return { ...rights, [flag]: on };
}

/** Lets a button be pressed or not; whoever presses all of `known` keeps those that are yet to be made. */
export function withButton(rights: EntityRights, button: string, on: boolean, known: readonly string[]): EntityRights {
  const pressed = known.filter((one) => (one === button ? on : presses(rights, one)));
  const gone = Array.isArray(rights.buttons) ? rights.buttons.filter((one) => !known.includes(one)) : [];
  return { ...rights, buttons: [...pressed, ...gone] };
}

/** Takes something away, whatever other roles give. */
export const withDenied = (rights: EntityRights, to: Partial<Denied>): EntityRights => ({
  ...rights,
  deny: { ...rights.deny, ...to },
});

export const deniesButton = (denied: Denied, button: string): boolean =>
  Array.isArray(denied.buttons) ? denied.buttons.includes(button) : denied.buttons === "all";

/** How the builder keeps a role. */
export const ROLE_WAYS = waysOfOne("role", tidy);

export const newRole = (code: string, app: string, label: Words): RoleDoc => ({
  kind: "role",
  code,
  app,
  label,
  entities: {},
});

export const docOf = (info: DefinitionInfo): RoleDoc => info.definition as RoleDoc;

/** The entity that a place such as `entities.customer.read.where` belongs to; null for the role as such. */
export function entityOf(path: string): string | null {
  return /(?:^|\.)entities\.([a-z0-9_]+)/.exec(path)?.[1] ?? null;
}
