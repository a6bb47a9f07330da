import type { NamedDay } from "@/api/calendar";

/** The lines of a list of days, and the numbers of those that are none. */
export type Read = { days: NamedDay[]; wrong: number[] };

const DATE =
  /^\s*(\d{4})\s*[-/.\u5e74]\s*(\d{1,2})\s*[-/.\u6708]\s*(\d{1,2})\s*\u65e5?(?=$|[\s,\uff0c;\uff1b])[\s,\uff0c;\uff1b]*(.*)$/;

/** The date as 2026-10-01; nothing where there is no such day. */
function iso(year: string, month: string, day: string): string | undefined {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return date.toISOString().startsWith(text) ? text : undefined;
}

/** Reads one day a line, as typed or pasted from a spreadsheet: a date, and what it is called. Of the same day the last counts. */
export function readDays(text: string): Read {
  const days = new Map<string, string>();
  const wrong: number[] = [];
  text.split(/\r\n?|\n/).forEach((line, at) => {
    if (line.trim() === "") return;
    const [, year = "", month = "", day = "", name = ""] = DATE.exec(line) ?? [];
    const date = iso(year, month, day);
    if (date) days.set(date, name.replace(/\s+/g, " ").trim());
    else wrong.push(at + 1);
  });
  const sorted = [...days].sort(([one], [other]) => one.localeCompare(other));
  return { days: sorted.map(([date, name]) => ({ date, name })), wrong };
}

/** The inverse of readDays. */
export const writeDays = (days: readonly NamedDay[]): string =>
  days.map(({ date, name }) => (name ? `${date} ${name}` : date)).join("\n");
