import { FIELD_TYPES, type FieldInfo, type FieldType } from "@/api/types";
import { boolean, multiSelect, select, stage } from "./choice";
import { date, datetime, duration } from "./dates";
import { file, image } from "./file";
import { type FieldKind, kind } from "./kind";
import { location } from "./location";
import { encryptedKind, maskedKind } from "./masked";
import { money, number, percent, rating } from "./numeric";
import { department, member } from "./people";
import { region } from "./region";
import { childTable, relation, relationMany } from "./relation";
import { richText } from "./rich-text";
import { signature } from "./signature";
import { autonumber, barcode, email, longText, phone, text, url } from "./text";

const KINDS: readonly FieldKind[] = [
  text,
  longText,
  richText,
  number,
  money,
  percent,
  boolean,
  date,
  datetime,
  duration,
  select,
  multiSelect,
  stage,
  phone,
  email,
  url,
  region,
  location,
  member,
  department,
  relation,
  childTable,
  file,
  image,
  rating,
  autonumber,
  signature,
  barcode,
];

const byType = new Map<string, FieldKind>(KINDS.flatMap((one) => one.types.map((type) => [type, one])));
const COMPUTED: ReadonlySet<FieldType> = new Set<FieldType>(["formula", "rollup"]);
const UNKNOWN = kind({ ...text, types: [], Input: null });

/** What a computed field results in; a roll-up is a figure unless the server says otherwise. */
function resultType(field: FieldInfo): FieldType {
  const fallback = field.type === "rollup" ? "number" : "text";
  return FIELD_TYPES.find((type) => type === (field.result ?? field.valueType)) ?? fallback;
}

/** A field as it is shown: a computed one as the type it results in. */
export function shownAs(field: FieldInfo): FieldInfo {
  return COMPUTED.has(field.type) ? { ...field, type: resultType(field), readonly: true } : field;
}

/** One for each kind that is hidden: an input that changed its component would lose what is typed. */
function remembered(make: (hidden: FieldKind) => FieldKind): (hidden: FieldKind) => FieldKind {
  const made = new Map<FieldKind, FieldKind>();
  return (hidden) => {
    const known = made.get(hidden) ?? make(hidden);
    made.set(hidden, known);
    return known;
  };
}

const masked = remembered(maskedKind);
const encrypted = remembered(encryptedKind);

/** Everything the screens know of a field's kind. A type from a newer server is shown as text and cannot be edited. */
export function kindOf(field: FieldInfo): FieldKind {
  if (field.hides) return (field.masked ? masked : encrypted)(kindOf(field.hides.field));
  const shown = shownAs(field);
  if (shown.type === "relation" && shown.many) return relationMany;
  return byType.get(shown.type) ?? UNKNOWN;
}

/** Whether this caller may change the field's value. */
export function isEditable(field: FieldInfo): boolean {
  return !field.readonly && !COMPUTED.has(field.type) && kindOf(field).Input !== null;
}

/** Types that a field made from a column can take. */
export const COLUMN_TYPES: readonly FieldType[] = [
  "text",
  "long_text",
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
  "rating",
  "barcode",
];
