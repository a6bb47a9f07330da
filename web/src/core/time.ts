/** Dates are "YYYY-MM-DD"; moments are ISO instants; both are shown in the workspace's zone, not the browser's. */
export type Language = "zh" | "en";

const DAY = 86_400_000;

type Parts = { year: number; month: number; day: number; hour: number; minute: number; second: number };

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  let found = formatters.get(zone);
  if (!found) {
    found = new Intl.DateTimeFormat("en-CA", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formatters.set(zone, found);
  }
  return found;
}

function zoned(moment: Date, zone: string): Parts {
  const found: Record<string, number> = {};
  for (const part of formatter(zone).formatToParts(moment)) found[part.type] = Number(part.value);
  return {
    year: found.year ?? 0,
    month: found.month ?? 1,
    day: found.day ?? 1,
    hour: found.hour ?? 0,
    minute: found.minute ?? 0,
    second: found.second ?? 0,
  };
}

const two = (n: number) => String(n).padStart(2, "0");

/** The wall clock in a zone as "YYYY-MM-DDTHH:mm:ss". */
export function wallClock(moment: Date, zone: string): string {
  const p = zoned(moment, zone);
  return `${p.year}-${two(p.month)}-${two(p.day)}T${two(p.hour)}:${two(p.minute)}:${two(p.second)}`;
}

/** The instant at which a zone's wall clock shows `local` ("YYYY-MM-DD" or with "THH:mm[:ss]"), as ISO text in UTC. */
export function instantAt(local: string, zone: string): string {
  const wall = local.length === 10 ? `${local}T00:00:00` : local.length === 16 ? `${local}:00` : local;
  const target = Date.parse(`${wall}Z`);
  let guess = target;
  for (let step = 0; step < 2; step++) guess += target - Date.parse(`${wallClock(new Date(guess), zone)}Z`);
  return new Date(guess).toISOString();
}

/** The calendar day in a zone. */
export function dayOf(moment: Date, zone: string): string {
  return wallClock(moment, zone).slice(0, 10);
}

/** Calendar arithmetic on "YYYY-MM-DD". */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The same day of another month, or that month's last day when it is shorter. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${first.toISOString().slice(0, 8)}${two(Math.min(dayOfMonth, last))}`;
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

export function formatDate(day: string, language: Language): string {
  if (!/^\d{4}-\d{2}-\d{2}/.test(day)) return day;
  const plain = day.slice(0, 10);
  if (language === "zh") return plain;
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" }).format(
    new Date(`${plain}T00:00:00Z`),
  );
}

/** A moment to the minute in the workspace's zone; what is no moment comes back as it is. */
export function formatMoment(instant: string, zone: string, language: Language): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) return instant;
  const wall = wallClock(moment, zone);
  return `${formatDate(wall.slice(0, 10), language)} ${wall.slice(11, 16)}`;
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 365 * DAY],
  ["month", 30 * DAY],
  ["day", DAY],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** Made once a language: making one costs more than all that a list formats with it. */
const RELATIVE: Record<Language, Intl.RelativeTimeFormat> = {
  zh: new Intl.RelativeTimeFormat("zh-CN", { numeric: "auto" }),
  en: new Intl.RelativeTimeFormat("en", { numeric: "auto" }),
};

/**
 * "3 minutes ago", "yesterday", "in 2 days"; what is less than a minute ahead is "now", and what is less than a minute
 * past is `justNow`: that browsers call it "now" too reads as if something were going on.
 */
export function relativeTime(instant: string, now: Date, language: Language, justNow: string): string {
  const moment = Date.parse(instant);
  if (Number.isNaN(moment)) return instant;
  const words = RELATIVE[language];
  const passed = moment - now.getTime();
  for (const [unit, size] of STEPS) {
    if (Math.abs(passed) >= size) return words.format(Math.trunc(passed / size), unit);
  }
  return passed > 0 ? words.format(0, "second") : justNow;
}

const ISO_DURATION = /^(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Seconds of an ISO duration ("P1DT2H") or of a plain number of seconds; null if it is neither. */
export function durationSeconds(value: string | number): number | null {
  if (typeof value === "number") return value;
  if (/^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  const found = ISO_DURATION.exec(value);
  if (!found || value === "P" || value.endsWith("T")) return null;
  const [, minus, days = "0", hours = "0", minutes = "0", seconds = "0"] = found;
  const total = Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return minus ? -total : total;
}

/** Seconds as an ISO duration: 5400 is "PT1H30M", 0 is "PT0S". */
export function isoDuration(seconds: number): string {
  const rest = Math.abs(seconds);
  const [hours, minutes, last] = [Math.floor(rest / 3600), Math.floor((rest % 3600) / 60), rest % 60];
  const text = `${hours ? `${hours}H` : ""}${minutes ? `${minutes}M` : ""}${last ? `${last}S` : ""}`;
  return `${seconds < 0 ? "-" : ""}PT${text || "0S"}`;
}
