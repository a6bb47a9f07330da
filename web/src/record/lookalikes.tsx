import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useEffect, useState } from "react";
import { Link } from "react-router";
import { keys } from "@/api/keys";
import { findLookalikes } from "@/api/lookalikes";
import type { EntityInfo } from "@/api/types";
import { paths } from "@/app/paths";
import { isBlank, type Value } from "@/core/value";
import { kindOf } from "@/field/registry";
import { labelText, useLanguage } from "@/i18n";

const PAUSE = 400;

/** A value once it has stood still for a moment. */
function useSettled<T>(value: T, same: string): T {
  const [settled, setSettled] = useState(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text stands for the value, which is made anew each time
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [same]);
  return settled;
}

type Props = { entity: EntityInfo; values: Record<string, Value> };

/** Records that might be the one that somebody is about to make, with a way to each; it keeps nobody from saving. */
export function Lookalikes({ entity, values }: Props) {
  const { t, language } = useLanguage();
  const typed = Object.fromEntries(
    entity.fields
      .filter((field) => field.lookalike && !isBlank(values[field.code]))
      .map((field) => [field.code, kindOf(field).keep(String(values[field.code]), field)])
      .filter(([, value]) => value !== null),
  ) as Record<string, Value>;
  const asked = useSettled(typed, JSON.stringify(typed));
  const none = Object.keys(asked).length === 0;
  const { data } = useQuery({
    queryKey: keys.lookalikes(entity.code, asked),
    queryFn: ({ signal }) => findLookalikes(entity.code, asked, signal),
    enabled: !none,
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (none || !data || data.length === 0) return null;
  const name = (code: string) => labelText(entity.fields.find((field) => field.code === code)?.label, language);
  const list = (
    <ul style={{ margin: 0, paddingInlineStart: 18 }}>
      {data.map((one) => (
        <li key={one.id}>
          <Link to={paths.record(entity.code, one.id)} target="_blank">
            {one.title}
          </Link>{" "}
          <span className="faint">
            {t("record.alikeBy", { fields: one.matches.map(name).join(t("record.alikeAnd")) })}
          </span>
        </li>
      ))}
    </ul>
  );
  return (
    <Alert
      type="info"
      showIcon
      title={t("record.alike")}
      description={list}
      style={{ marginBottom: 16 }}
      role="status"
    />
  );
}
