import { useQuery } from "@tanstack/react-query";
import { ancestors, regionsQuery } from "@/api/catalogue";
import { texts } from "@/core/value";
import { type DisplayProps, kind, ONE_OPERATORS } from "./kind";
import { laterInput } from "./later-input";

/** The path of a region in words: the server's label, else found level by level. */
export function useRegionName(code: string, label?: string): string {
  const parents = ancestors(code);
  const level = useQuery({ ...regionsQuery(parents.at(-1) ?? null), enabled: label === undefined && code !== "" });
  return label ?? level.data?.find((region) => region.code === code)?.path ?? code;
}

function RegionName({ value, label }: DisplayProps) {
  const name = useRegionName(texts(value)[0] ?? "", typeof label === "string" ? label : undefined);
  return <span className="ellipsis">{name}</span>;
}

export const region = kind({
  types: ["region"],
  Display: RegionName,
  Input: laterInput("RegionInput"),
  operators: ONE_OPERATORS,
  width: 180,
  sortable: false,
});
