import { DatePicker } from "antd";
import dayjs from "dayjs";
// The names of months and days in the calendars; English is there by itself.
import "dayjs/locale/zh-cn";
import { instantAt, wallClock } from "@/core/time";
import type { InputProps } from "../kind";
import { useFormats } from "../use-formats";

export function DayInput({ id, value, onChange, autoFocus, inCell, invalid }: InputProps) {
  return (
    <DatePicker
      id={id}
      value={value === null ? null : dayjs(String(value))}
      autoFocus={autoFocus}
      defaultOpen={inCell}
      suffixIcon={inCell ? null : undefined}
      variant={inCell ? "borderless" : "outlined"}
      status={invalid ? "error" : undefined}
      style={{ width: "100%" }}
      onChange={(picked) => onChange(picked ? picked.format("YYYY-MM-DD") : null)}
    />
  );
}

export function MomentInput({ id, value, onChange, autoFocus, inCell, invalid }: InputProps) {
  const { zone } = useFormats();
  return (
    <DatePicker
      id={id}
      showTime={{ format: "HH:mm" }}
      format="YYYY-MM-DD HH:mm"
      value={value === null ? null : dayjs(wallClock(new Date(String(value)), zone))}
      autoFocus={autoFocus}
      defaultOpen={inCell}
      suffixIcon={inCell ? null : undefined}
      variant={inCell ? "borderless" : "outlined"}
      status={invalid ? "error" : undefined}
      style={{ width: "100%" }}
      onChange={(picked) => onChange(picked ? instantAt(picked.format("YYYY-MM-DDTHH:mm"), zone) : null)}
    />
  );
}
