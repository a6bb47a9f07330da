import { describe, expect, it } from "vitest";
import type { Todo } from "@/api/todos";
import { someTodo as todo } from "@/testing/todo";
import {
  afterGone,
  beside,
  changeOf,
  draftOf,
  dueDays,
  grouped,
  groupOf,
  momentOf,
  moved,
  type Now,
  pauses,
  reminders,
  usualReminder,
  whenOf,
} from "./todo";

const ZONE = "Asia/Shanghai";
/** Wednesday, ten in the morning in Shanghai. */
const NOW: Now = { moment: new Date("2026-11-25T02:00:00Z"), zone: ZONE };
const at = (clock: string): Now => ({ moment: new Date(`2026-11-25T${clock}:00+08:00`), zone: ZONE });
const day = (text: string) => momentOf({ day: text, time: "" }, ZONE);

describe("when a to-do falls due", () => {
  it("is a moment in the zone of the workspace, or a day as a whole, kept as its last minute", () => {
    expect(whenOf("2026-11-24T17:30:00Z", ZONE)).toEqual({ day: "2026-11-25", time: "01:30" });
    expect(day("2026-11-25")).toBe("2026-11-25T15:59:00.000Z");
    expect(whenOf(day("2026-11-25"), ZONE)).toEqual({ day: "2026-11-25", time: "" });
    expect(whenOf(null, ZONE)).toBeNull();
    expect(whenOf("soon", ZONE)).toBeNull();
  });

  it("puts it into its group: late, today, until Sunday, later, some day, put off", () => {
    const group = (due: string | null, snoozed: string | null = null) => groupOf({ due, snoozed }, NOW);
    expect(group(day("2026-11-24"))).toBe("overdue");
    expect(group("2026-11-25T01:59:00Z")).toBe("overdue");
    expect(group("2026-11-25T02:00:00Z")).toBe("today");
    expect(group(day("2026-11-25"))).toBe("today");
    expect(group(day("2026-11-29"))).toBe("week");
    expect(group(day("2026-11-30"))).toBe("later");
    expect(group(null)).toBe("someday");
    expect(group(day("2026-11-24"), "2026-11-26T01:00:00Z")).toBe("snoozed");
    expect(group(day("2026-11-24"), "2026-11-25T02:00:00Z")).toBe("overdue");
  });

  it("orders a group: the earlier first, and what has no date as it came", () => {
    const found = grouped(
      [
        todo("b", { due: day("2026-11-25") }),
        todo("d"),
        todo("a", { due: "2026-11-25T08:00:00Z" }),
        todo("z", { due: day("2026-11-20") }),
        todo("c"),
        todo("y", { snoozed: "2026-11-27T01:00:00Z" }),
        todo("x", { snoozed: "2026-11-26T01:00:00Z", due: day("2026-11-30") }),
      ],
      NOW,
    );
    expect(found.map(({ group, todos }) => [group, todos.map(({ id }) => id).join("")])).toEqual([
      ["overdue", "z"],
      ["today", "ab"],
      ["someday", "dc"],
      ["snoozed", "xy"],
    ]);
  });

  it("on a Sunday knows Monday as tomorrow and as next week", () => {
    expect(dueDays("2026-11-29").map((one) => one.day)).toEqual(["2026-11-29", "2026-11-30", "2026-11-30"]);
  });
});

describe("putting off", () => {
  it("goes to the next hour, this afternoon, tomorrow morning and Monday", () => {
    expect(pauses(NOW)).toEqual([
      { key: "hour", until: "2026-11-25T03:00:00.000Z" },
      { key: "afternoon", until: "2026-11-25T06:00:00.000Z" },
      { key: "tomorrow", until: "2026-11-26T01:00:00.000Z" },
      { key: "nextWeek", until: "2026-11-30T01:00:00.000Z" },
    ]);
  });

  it("offers no afternoon that has begun", () => {
    expect(pauses(at("13:00")).map(({ key }) => key)).toEqual(["hour", "tomorrow", "nextWeek"]);
    expect(pauses(at("12:59")).map(({ key }) => key)).toContain("afternoon");
  });
});

describe("a reminder", () => {
  it("comes at the time or before it; of a day in its morning or on the evening before", () => {
    const of = (time: string) =>
      reminders({ day: "2026-11-26", time }, ZONE).map(({ key, at: moment }) => [key, moment]);
    expect(of("10:00")).toEqual([
      ["none", null],
      ["due", "2026-11-26T02:00:00.000Z"],
      ["minutes10", "2026-11-26T01:50:00.000Z"],
      ["hour", "2026-11-26T01:00:00.000Z"],
      ["dayBefore", "2026-11-25T02:00:00.000Z"],
    ]);
    expect(of("")).toEqual([
      ["none", null],
      ["morning", "2026-11-26T01:00:00.000Z"],
      ["eveningBefore", "2026-11-25T10:00:00.000Z"],
    ]);
    expect(reminders(null, ZONE)).toEqual([{ key: "none", at: null }]);
  });

  it("is usual at the time or in the morning, and none where that is over", () => {
    expect(usualReminder({ day: "2026-11-26", time: "" }, NOW)).toBe("2026-11-26T01:00:00.000Z");
    expect(usualReminder({ day: "2026-11-25", time: "" }, NOW)).toBeNull();
    expect(usualReminder({ day: "2026-11-25", time: "18:30" }, NOW)).toBe("2026-11-25T10:30:00.000Z");
    expect(usualReminder(null, NOW)).toBeNull();
  });
});

describe("a to-do that is edited", () => {
  const kept: Todo = todo("a", { title: "打电话", due: day("2026-11-26"), remind: "2026-11-26T01:00:00Z" });
  const draft = draftOf(kept, ZONE);

  it("sends nothing where nothing is other", () => {
    expect(changeOf(kept, draft, ZONE)).toBeNull();
    expect(changeOf(kept, { ...draft, title: " 打电话 " }, ZONE)).toBeNull();
  });

  it("sends what is other and nothing else; a reminder goes with its date", () => {
    expect(changeOf(kept, { ...draft, note: "带合同", assignee: "m2" }, ZONE)).toEqual({
      note: "带合同",
      assignee: "m2",
    });
    expect(changeOf(kept, moved(draft, { day: "2026-11-27", time: "15:00" }, NOW), ZONE)).toEqual({
      due: "2026-11-27T07:00:00.000Z",
      remind: "2026-11-27T07:00:00.000Z",
    });
    expect(changeOf(kept, moved(draft, { day: "", time: "" }, NOW), ZONE)).toEqual({ due: null, remind: null });
    expect(changeOf(kept, { ...draft, remind: null }, ZONE)).toEqual({ remind: null });
  });
});

describe("the cursor", () => {
  const IDS = ["a", "b", "c"];
  it("walks and stops at the ends", () => {
    expect(beside(IDS, null, 1)).toBe("a");
    expect(beside(IDS, null, -1)).toBe("c");
    expect(beside(IDS, "a", 1)).toBe("b");
    expect(beside(IDS, "c", 1)).toBe("c");
    expect(beside(IDS, "gone", 1)).toBe("a");
    expect(beside([], "a", 1)).toBeNull();
  });

  it("goes on to what stays when some are done", () => {
    expect(afterGone(IDS, "b", new Set(["b"]))).toBe("c");
    expect(afterGone(IDS, "c", new Set(["c", "b"]))).toBe("a");
    expect(afterGone(IDS, "a", new Set(IDS))).toBeNull();
    expect(afterGone(IDS, "a", new Set(["b"]))).toBe("a");
  });
});
