import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Tree, Value } from "@/core/expression";
import {
  type Directory,
  type Environment,
  fromJson,
  Instant,
  type Json,
  Reference,
  type Row,
  type TypeCode,
} from "@/core/expression";

/** The small company of spec/expression/fixture.json, for tests. */
const FOLDER = join(import.meta.dirname, "../../../spec/expression");

type Field = { code: string; type: TypeCode | "list" | "children"; of?: TypeCode; entity?: string; link?: string };
type Stored = { id: string } & Record<string, Json>;
type Fixture = {
  now: string;
  zone: string;
  caller: string;
  members: Stored[];
  departments: Stored[];
  entities: Record<string, Field[]>;
  records: Record<string, Stored[]>;
};

export type Case = {
  function?: string;
  text?: string;
  condition?: Json;
  tree?: Tree;
  values?: Json[];
  problems?: Json;
};
export type Vectors = { entity: string; cases: Case[] };

function read<T>(file: string): T {
  return JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as T;
}

const fixture = read<Fixture>("fixture.json");
const tables: Record<string, Stored[]> = {
  ...fixture.records,
  $member: fixture.members,
  $department: fixture.departments,
};
const ENTITY_OF: Record<string, string> = { member: "$member", department: "$department" };

export const vectors = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(".json") && file !== "fixture.json")
    .map((file) => [file, read<Vectors>(file)]),
);

function field(entity: string, code: string): Field {
  const found = fixture.entities[entity]?.find((one) => one.code === code);
  if (!found) throw new Error(`no field ${entity}.${code}`);
  return found;
}

function target(of: Field): string {
  return of.entity ?? ENTITY_OF[of.type] ?? "";
}

function valueAt(entity: string, record: Stored | undefined, [code = "", ...rest]: readonly string[]): Value {
  if (!record) return null;
  if (code === "id") return fromJson(record.id, "record");
  const at = field(entity, code);
  const value = fromJson(record[code], at.type === "list" || at.type === "children" ? at.of : at.type);
  if (rest.length === 0) return value;
  const next = target(at);
  return valueAt(next, value instanceof Reference ? tables[next]?.find((one) => one.id === value.id) : undefined, rest);
}

function children(entity: string, record: Stored, code: string): Row[] {
  const path = code.split(".");
  const owner = path.slice(0, -1);
  const from = owner.length === 0 ? record.id : valueAt(entity, record, owner);
  const holder = owner.reduce((at, step) => target(field(at, step)), entity);
  const link = field(holder, path.at(-1) ?? "");
  const id = from instanceof Reference ? from.id : from;
  const child = link.entity ?? "";
  return (tables[child] ?? [])
    .filter((one) => id !== null && one[link.link ?? ""] === id)
    .map((one) => row(child, one));
}

function row(entity: string, record: Stored): Row {
  return {
    value: (path) => valueAt(entity, record, path),
    children: (code) => children(entity, record, code),
  };
}

/** The records of an entity, in the fixture's order. */
export function rows(entity: string): Row[] {
  return (tables[entity] ?? []).map((record) => row(entity, record));
}

const member = (id: string) => fixture.members.find((one) => one.id === id);

const directory: Directory = {
  departmentOf: (id) => (member(id)?.department as string | null) ?? null,
  supervisorOf: (id) => (member(id)?.supervisor as string | null) ?? null,
  andBelow: (id) => [
    id,
    ...fixture.departments.filter((one) => one.parent === id).flatMap((one) => directory.andBelow(one.id)),
  ],
};

export const environment: Environment = {
  now: Instant.of(new Date(fixture.now)),
  zone: fixture.zone,
  language: "zh",
  caller: fixture.caller,
  directory,
};
