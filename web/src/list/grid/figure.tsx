import type { FieldInfo, Total } from "@/api/types";
import { formatDecimal } from "@/core/decimal";
import { FieldValue } from "@/field/field-value";
import { numericText } from "@/field/numeric";
import { shownAs } from "@/field/registry";

type Props = { field: FieldInfo; fn: Total; value: string | number | null };

const NUMERIC = new Set(["number", "money", "percent"]);

/** A figure over many records, in the way of its field; counts are plain numbers. */
export function Figure({ field, fn, value }: Props) {
  if (value === null) return null;
  if (fn === "count" || fn === "count_unique") return <span className="num">{formatDecimal(value)}</span>;
  const shown = shownAs(field);
  if (!NUMERIC.has(shown.type)) return <FieldValue field={{ ...shown, code: field.code }} value={value} />;
  const places = shown.decimals ?? (fn === "avg" ? 2 : undefined);
  const text = numericText({ ...shown, decimals: places }, value);
  return (
    <span className="num ellipsis" title={text}>
      {text}
    </span>
  );
}
