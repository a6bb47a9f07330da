import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Cascader } from "antd";
import { useState } from "react";
import { ancestors, regionsQuery } from "@/api/catalogue";
import { texts } from "@/core/value";
import type { InputProps } from "../kind";
import { useRegionName } from "../region";

type Option = { value: string; label: string; path: string; isLeaf: boolean; children?: Option[] };

function withChildren(options: Option[], path: string[], children: Option[]): Option[] {
  const [first, ...rest] = path;
  return options.map((option) => {
    if (option.value !== first) return option;
    return { ...option, children: rest.length === 0 ? children : withChildren(option.children ?? [], rest, children) };
  });
}

/** Province, city, district: each level is asked for when it is opened. */
export function RegionInput({ id, field, value, label, onChange, autoFocus, inCell, invalid }: InputProps) {
  const cache = useQueryClient();
  const [loaded, setLoaded] = useState<Option[] | null>(null);
  const provinces = useQuery(regionsQuery(null));
  const toOptions = (regions: typeof provinces.data): Option[] =>
    (regions ?? []).map((region) => ({
      value: region.code,
      label: region.name,
      path: region.path,
      isLeaf: region.leaf,
    }));
  const options = loaded ?? toOptions(provinces.data);
  const code = texts(value)[0] ?? "";
  const name = useRegionName(code, typeof label === "string" && label !== "" ? label : undefined);
  const open = async (chosen: Option[]) => {
    const path = chosen.map((option) => option.value);
    const regions = await cache.fetchQuery(regionsQuery(path.at(-1) ?? null));
    setLoaded((old) => withChildren(old ?? toOptions(provinces.data), path, toOptions(regions)));
  };
  return (
    <Cascader
      id={id}
      changeOnSelect
      loading={provinces.isPending}
      value={code === "" ? [] : [...ancestors(code), code]}
      options={options}
      loadData={(chosen) => void open(chosen as Option[])}
      displayRender={() => name}
      allowClear={!field.required}
      autoFocus={autoFocus}
      defaultOpen={inCell}
      variant={inCell ? "borderless" : "outlined"}
      status={invalid ? "error" : undefined}
      style={{ width: "100%" }}
      onChange={(_, chosen) => {
        const last = chosen?.at(-1) as Option | undefined;
        onChange(last?.value ?? null, last?.path);
      }}
    />
  );
}
