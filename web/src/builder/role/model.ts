import type { DefinitionInfo, Document } from "@/api/definitions";
import type { Words } from "@/core/layout/layout";
import { waysOfOne } from "../draft/one-document";
import type { FieldWord } from "./field-rights";

export const REACHES = ["none", "own", "department", "department_tree", "all"] as const;
export type Reach = (typeof REACHES)[number];
export type Scope = Reach | { where: string };
export type Buttons = "all" | "none" | string[];

/** Rights that say which records they reach. */
export const SCOPED = ["read", "update", "delete"] as const;
export type Scoped = (typeof SCOPED)[number];
/** Rights that are given or not. */
export const FLAGS = ["create", "import", "export", "print"] as const;
export type Flag = (typeof FLAGS)[number];

/** What is said of the fields that are not named. */
export const OTHERS = "*";

export type EntityRights = Partial<Record<Scoped, Scope>> &
  Partial<Record<Flag, boolean>> & { buttons?: Buttons; fields?: Record<string, FieldWord> };

/** A definition of kind `role`. */
export type RoleDoc = {
  kind: "role";
  code: string;
  app?: string;
  label: Words;
  description?: Words;
  admin?: boolean;
  entities?: Record<string, EntityRights>;
} & Document;

export const rightsOf = (doc: RoleDoc, entity: string): EntityRights => doc.entities?.[entity] ?? {};
/** A condition that is not written yet lets nothing through. */
export const isBlank = (scope: Scope): boolean => typeof scope === "object" && scope.where.trim() === "";
export const scopeOf = (rights: EntityRights, right: Scoped): Scope => rights[right] ?? "none";
const reaches = (scope: Scope): boolean => scope !== "none" && !isBlank(scope);
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
  return scope === undefined || scope === "none" || isBlank(scope) ? undefined : scope;
}

function tidyRights(rights: EntityRights): EntityRights {
  const plain: EntityRights = { ...rights };
  for (const right of SCOPED) plain[right] = tidyScope(plain[right]);
  for (const flag of ["create", "import", "export"] as const) plain[flag] = plain[flag] || undefined;
  return Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
}

/** The document as it is kept: what is blank, and what says no more than silence does, is left out. */
export function tidy(doc: RoleDoc): RoleDoc {
  const entities = Object.entries(doc.entities ?? {}).map(([code, rights]) => [code, tidyRights(rights)] as const);
  const kept = Object.fromEntries(entities.filter(([, rights]) => Object.keys(rights).length > 0));
  const all = { ...doc, admin: doc.admin || undefined, entities: kept };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as RoleDoc;
}

export const withRights = (doc: RoleDoc, entity: string, to: (rights: EntityRights) => EntityRights): RoleDoc => ({
  ...doc,
  entities: { ...doc.entities, [entity]: to(rightsOf(doc, entity)) },
});

/** Without a look at the records there is nothing left to change, delete, take out or press. */
function withoutReading(rights: EntityRights): EntityRights {
  const { update: _u, delete: _d, export: _e, print: _p, buttons: _b, ...rest } = rights;
  return { ...rest, read: "none" };
}

/** Sets which records a right reaches, with the rights that it needs or that need it. */
export function withScope(rights: EntityRights, right: Scoped, scope: Scope): EntityRights {
  if (right === "read" && scope === "none") return withoutReading(rights);
  const needs = right !== "read" && scope !== "none" && scopeOf(rights, "read") === "none";
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
