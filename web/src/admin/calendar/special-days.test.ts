import { describe, expect, it } from "vitest";
import { readDays, writeDays } from "./special-days";

describe("a list of days", () => {
  it("is read as people write dates, in their order", () => {
    const { days, wrong } = readDays("2026/10/2\t国庆节\r\n2026-10-01 国庆节\n\n2026年2月17日，春节\n2026.5.1");
    expect(days).toEqual([
      { date: "2026-02-17", name: "春节" },
      { date: "2026-05-01", name: "" },
      { date: "2026-10-01", name: "国庆节" },
      { date: "2026-10-02", name: "国庆节" },
    ]);
    expect(wrong).toEqual([]);
  });

  it("names the lines that are no days", () => {
    expect(readDays("国庆节\n2026-02-30\n2026-10-01abc\n2026-10-01").wrong).toEqual([1, 2, 3]);
  });

  it("has each day once", () => {
    expect(readDays("2026-10-01 一\n2026-10-01 二").days).toEqual([{ date: "2026-10-01", name: "二" }]);
  });

  it("comes back as it was written", () => {
    const text = "2026-10-01 国庆节\n2026-10-02";
    expect(writeDays(readDays(text).days)).toBe(text);
  });
});
