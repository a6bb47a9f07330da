import { useQuery } from "@tanstack/react-query";
import { Button, DatePicker, Input, Select } from "antd";
import dayjs from "dayjs";
import { useEffect, useState } from "react";
import { auditActionsQuery } from "@/api/audit";
import { membersQuery } from "@/api/catalogue";
import { useLanguage } from "@/i18n";
import css from "./audit.module.css";
import { type AuditFilter, isNarrow } from "./filter";

type Props = { filter: AuditFilter; narrow: (filter: AuditFilter) => void };

const PAUSE = 300;

/** Asks when typing pauses: each question reads the log. */
function Search({ filter, narrow }: Props) {
  const { t } = useLanguage();
  const [text, setText] = useState(filter.text ?? "");
  useEffect(() => setText(filter.text ?? ""), [filter.text]);
  useEffect(() => {
    if (text.trim() === (filter.text ?? "")) return;
    const timer = setTimeout(() => narrow({ ...filter, text: text.trim() || undefined }), PAUSE);
    return () => clearTimeout(timer);
  }, [text, filter, narrow]);
  return (
    <Input
      className={css.search}
      type="search"
      allowClear
      value={text}
      onChange={(event) => setText(event.target.value)}
      placeholder={t("audit.text")}
      aria-label={t("audit.text")}
    />
  );
}

type DayProps = { label: string; value?: string; min?: string; max?: string; set: (day?: string) => void };

const day = (value?: string) => (value ? dayjs(value) : undefined);

function Day({ label, value, min, max, set }: DayProps) {
  return (
    <DatePicker
      className={css.pick}
      placeholder={label}
      aria-label={label}
      value={day(value) ?? null}
      minDate={day(min)}
      maxDate={day(max)}
      onChange={(picked) => set(picked ? picked.format("YYYY-MM-DD") : undefined)}
    />
  );
}

export function FilterBar({ filter, narrow }: Props) {
  const { t } = useLanguage();
  const members = useQuery(membersQuery);
  const actions = useQuery(auditActionsQuery);
  return (
    <search className={css.filters} aria-label={t("audit.filters")}>
      <Search filter={filter} narrow={narrow} />
      <Select
        className={css.pick}
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        placeholder={t("audit.member")}
        aria-label={t("audit.member")}
        value={filter.member}
        onChange={(member?: string) => narrow({ ...filter, member })}
        options={members.data?.map((one) => ({ value: one.id, label: one.name }))}
      />
      <Select
        className={css.pick}
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        placeholder={t("audit.action")}
        aria-label={t("audit.action")}
        value={filter.action}
        onChange={(action?: string) => narrow({ ...filter, action })}
        options={actions.data?.map((one) => ({ value: one.code, label: one.label }))}
      />
      <Day label={t("audit.from")} value={filter.from} max={filter.to} set={(from) => narrow({ ...filter, from })} />
      <Day label={t("audit.to")} value={filter.to} min={filter.from} set={(to) => narrow({ ...filter, to })} />
      {isNarrow(filter) && (
        <Button type="text" onClick={() => narrow({})}>
          {t("audit.clear")}
        </Button>
      )}
    </search>
  );
}
