import type { Tree } from "@/core/expression";
import type { Value } from "@/core/value";
import type { Where } from "@/core/where";

export type { AppInfo, MenuItem, TemplateInfo } from "./app-info";

/** A label as the server sends it: in the caller's language, or in all it has. */
export type Label = string | { zh?: string; en?: string };

export const WATERMARK_MODES = ["off", "sensitive", "everywhere"] as const;

/** What stands over the pages that somebody looks at. */
export type Watermark = { mode: (typeof WATERMARK_MODES)[number]; text: string };

export type Me = {
  member: NamedRef;
  /** Null for a program with a key. */
  account: NamedRef | null;
  admin: boolean;
  /** What this person may build: everything, or these apps. */
  builds: "all" | string[];
  /** What this person chose; null follows the browser. */
  chosenLanguage: "zh" | "en" | null;
  /** Not there where only a part of the server answers, as in tests. */
  watermark?: Watermark;
  workspace: { id: string; name: string; zone: string; language: "zh" | "en" };
  /** What must be done before anything else. */
  confined: "second-factor" | "password" | null;
};

export const FIELD_TYPES = [
  "text",
  "long_text",
  "rich_text",
  "number",
  "money",
  "percent",
  "boolean",
  "date",
  "datetime",
  "duration",
  "select",
  "multi_select",
  "stage",
  "phone",
  "email",
  "url",
  "region",
  "location",
  "member",
  "department",
  "relation",
  "child_table",
  "file",
  "image",
  "rating",
  "autonumber",
  "formula",
  "rollup",
  "signature",
  "barcode",
] as const;
/** What is seen as a mask alone, or is encrypted, is of no other type here, so that nothing asks anything by its values. */
export type FieldType = (typeof FIELD_TYPES)[number] | "masked" | "encrypted";

export type OptionInfo = {
  code: string;
  label: Label;
  color?: string;
  end?: "won" | "lost";
  /** No longer offered, still shown where records have it. */
  retired?: boolean;
  /** The condition under which it can be chosen. */
  when?: Tree;
};
export type FieldInfo = {
  code: string;
  type: FieldType;
  label: Label;
  required?: boolean;
  readonly?: boolean;
  /** Whether it may be filled in and replaced, but not emptied. */
  keeps?: boolean;
  /** Whether its mask alone is sent, and whether the value of one record may be had on request. */
  masked?: boolean;
  reveals?: boolean;
  /** Whether the database holds its values sealed, so that nobody can ask by them. */
  encrypted?: boolean;
  /** What a masked or encrypted field hides: the field as it is, and the entity whose record it belongs to. */
  hides?: { field: FieldInfo; entity: string };
  options?: OptionInfo[];
  entity?: string;
  many?: boolean;
  formula?: string;
  result?: string;
  /** The type of its value in the language; says what a computed field results in. */
  valueType?: string;
  /** The type of the items where its value is a list. */
  itemType?: string;
  /** Conditions over the record; those that read what this person may not are left to the server. */
  shown?: Tree;
  requiredWhen?: Tree;
  readonlyWhen?: Tree;
  /** What a new record gets where nothing is given. */
  defaultTree?: Tree;
  formulaTree?: Tree;
  /** Whether records that are as good as the same by it are told of before saving. */
  lookalike?: boolean;
  /** Whether it says something about a person. */
  personal?: boolean;
  /** A field that every entity has, such as who made the record. */
  system?: boolean;
  decimals?: number;
  /** What a number counts, such as m². */
  unit?: string;
  /** Whether a value left blank is filled in by the server when a record is made. */
  defaulted?: boolean;
  currency?: string;
  max?: number;
  /** How large each file may be, in megabytes. */
  max_mb?: number;
  /** How the names of its files may end, without the dot. */
  types?: string[];
  unique?: boolean;
  /** What a text or a phone number is held to, as core/text-format.ts knows it. */
  format?: string;
  /** The mask that a text is held to. */
  pattern?: string;
  help?: Label;
};
export type Rights = {
  create: boolean;
  update: boolean;
  delete: boolean;
  import: boolean;
  export: boolean;
  share?: boolean;
};
/** What has to hold between fields; asked once all of `needs` are filled in. */
export type CheckInfo = { code: string; when: Tree; message: Label; field?: string; needs: string[] };
export type EntityInfo = {
  code: string;
  app?: string | null;
  label: Label;
  titleField?: string;
  /** The relation to the record that owns this one; only child entities have it. */
  parent?: string;
  fields: FieldInfo[];
  checks?: CheckInfo[];
  /** What it is, by trait: the codes of the fields that play its roles. */
  traits?: { activity?: Record<string, string>; followed?: Record<string, string> };
  rights: Rights;
};

export const VIEW_TYPES = ["list", "board", "calendar", "gallery", "gantt"] as const;
export type ViewType = (typeof VIEW_TYPES)[number];
export const TOTALS = ["sum", "avg", "min", "max", "count", "count_unique"] as const;
export type Total = (typeof TOTALS)[number];
export type RowHeight = "short" | "medium" | "tall";

/** Records that fulfil a condition have a colour; `tree` is the condition as the server checked it. */
export type ColorRule = { where: string | Where; color: string; tree?: Tree };

/**
 * A way to look at records as somebody arranged it: columns are paths, `where` is a text in the language or its tree, a minus sorts
 * down. What a type does not need may be there all the same, since a view keeps it.
 */
export type ViewInfo = {
  code: string;
  app?: string | null;
  label: Label;
  entity: string;
  type?: ViewType;
  columns: string[];
  where: string | Where | null;
  sort: string[];
  /** Fields whose equal values stand together, the outer one first. */
  group?: string[];
  colors?: ColorRule[];
  height?: RowHeight;
  /** Fields that are offered as filters in sight. */
  quick?: string[];
  totals?: Record<string, Total>;
  /** What the columns of a board are, and those that are not shown. */
  by?: string;
  hidden?: string[];
  card?: string[];
  sum?: string;
  from?: string;
  to?: string;
  title?: string;
  color?: string;
  cover?: string;
  progress?: string;
  /** Whom it is meant for, told to those who build it; nobody named is everybody. */
  roles?: string[];
  /** Whether it is this person's own. */
  personal?: boolean;
  /** False where something is gone that it cannot do without. */
  usable?: boolean;
  leftOut?: { path: string; message: string }[];
};

/** A record: what the system knows of it, and the values of its fields. */
export type Row = {
  id: string;
  version: number;
  number: string | null;
  values: Record<string, Value>;
  labels: Record<string, string | string[]>;
};

export type Count = { value: number; capped: boolean };
export type NamedRef = { id: string; name: string };
/** A member as all others see them. */
export type Colleague = NamedRef & { active?: boolean };
/** A node of the tree of departments. */
export type TreeNode = { code: string; name: string; children?: TreeNode[] };
/** A region with its path from the province down, in words. */
export type RegionInfo = { code: string; name: string; path: string; leaf: boolean };

export type ChangedField = {
  code: string;
  before: Value;
  after: Value;
  beforeLabel?: string | string[];
  afterLabel?: string | string[];
};
export type Change = {
  id: string;
  at: string;
  by: NamedRef | null;
  kind: "create" | "update" | "delete" | "restore" | "purge" | "compute";
  origin: string;
  batch: string | null;
  /** The definition by which it was done, such as a button. */
  because?: { kind: string; code: string; label: Label } | null;
  fields: ChangedField[];
};

/** Whether a file may be opened: held until it is examined for malware, infected when its content was removed for it. */
export type FileState = "ready" | "held" | "infected";
export type FileInfo = { id: string; name: string; size: number; type: string; state: FileState };
