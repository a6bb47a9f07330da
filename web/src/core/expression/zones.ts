/**
 * Offsets of time zones from the browser's own data. A zone's offsets are kept by spans of six days, so that asking
 * costs a lookup; within a span a zone changes at most once.
 */
type Span = { changeAt: number; before: number; after: number };

const SPAN = 6 * 86_400;

/** Before the second year the formatter would count years before Christ; zones know no changes there. */
const EARLIEST = -62_104_060_800;

/** Zones that are no more than an offset, which not every browser knows. */
const FIXED = /^(?:UTC|GMT|UT)?([+-])(\d{1,2})(?::?(\d{2}))?$/;

class Zone {
  private readonly format: Intl.DateTimeFormat;
  private readonly spans = new Map<number, Span>();

  constructor(name: string) {
    this.format = new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  }

  offset(second: number): number {
    const index = Math.floor(Math.max(second, EARLIEST) / SPAN);
    let span = this.spans.get(index);
    if (!span) {
      span = this.read(index * SPAN, (index + 1) * SPAN);
      this.spans.set(index, span);
    }
    return second < span.changeAt ? span.before : span.after;
  }

  private read(start: number, end: number): Span {
    const [before, after] = [this.ask(start), this.ask(end)];
    if (before === after) return { changeAt: end, before, after };
    let [same, changed] = [start, end];
    while (changed - same > 1) {
      const middle = Math.floor((same + changed) / 2);
      if (this.ask(middle) === before) same = middle;
      else changed = middle;
    }
    return { changeAt: changed, before, after };
  }

  private ask(second: number): number {
    const found: Record<string, number> = {};
    for (const part of this.format.formatToParts(second * 1000)) found[part.type] = Number(part.value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = found;
    const wall = new Date(0);
    wall.setUTCFullYear(year, month - 1, day);
    wall.setUTCHours(hour, minute, found.second ?? 0);
    return wall.getTime() / 1000 - second;
  }
}

const zones = new Map<string, Zone | number>();

function zoneOf(name: string): Zone | number {
  const fixed = FIXED.exec(name);
  if (!fixed) return new Zone(name);
  return (Number(fixed[2]) * 3600 + Number(fixed[3] ?? 0) * 60) * (fixed[1] === "-" ? -1 : 1);
}

/** Seconds that a zone's wall clock is ahead of UTC at a second since 1970. Fails for a zone that is not known. */
export function offsetAt(second: number, zone: string): number {
  let found = zones.get(zone);
  if (found === undefined) {
    found = zoneOf(zone);
    zones.set(zone, found);
  }
  return typeof found === "number" ? found : found.offset(second);
}
