import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, describe, expect, it } from "vitest";
import { loadInputs } from "@/field/later-input";
import { choose } from "@/testing/choose";
import { page, RULE, saved, says } from "@/testing/rule-builder";
import type { RuleDoc } from "./model";

const SLOW = { timeout: 4000 };
const when = (of: RuleDoc["when"]): RuleDoc => ({ ...RULE, when: of });
const box = (name: string | RegExp) => screen.findByRole("combobox", { name });

beforeAll(loadInputs);

describe("what starts a rule", () => {
  it("looks at some fields of an update, and at any again once none is left", async () => {
    const sent = page(when({ updated: {} }));
    await choose(await box("看哪些字段"), "来源");
    await waitFor(() => expect(saved(sent)?.when).toEqual({ updated: { fields: ["source"] } }), SLOW);
    expect(says()).toContain("当客户修改了「来源」时");
    fireEvent.keyDown(await box("看哪些字段"), { key: "Backspace", keyCode: 8 });
    await waitFor(() => expect(saved(sent)?.when).toEqual({ updated: {} }), SLOW);
  });

  it("goes from a value to another, either left open", async () => {
    const sent = page(when({ changed: { field: "source" } }));
    await choose(await box("变为"), "官网");
    await waitFor(() => expect(saved(sent)?.when).toEqual({ changed: { field: "source", to: ["web"] } }), SLOW);
    expect(says()).toContain("的「来源」从别的值变为「官网」时");
  });

  it("forgets the values of a field when another is chosen", async () => {
    const sent = page(when({ changed: { field: "source", from: ["web"], to: ["web"] } }));
    await choose(await box("字段"), "名称");
    await waitFor(() => expect(saved(sent)?.when).toEqual({ changed: { field: "name" } }), SLOW);
  });

  it("comes round each year, by the moon if one likes, and not by the moon alone", async () => {
    const sent = page(when({ date: { field: "ends", at: "09:00" } }));
    const yearly = await screen.findByRole("checkbox", { name: "每年都算" });
    expect(screen.queryByRole("checkbox", { name: "按农历" })).toBeNull();
    await userEvent.click(yearly);
    await userEvent.click(screen.getByRole("checkbox", { name: "按农历" }));
    await waitFor(
      () => expect(saved(sent)?.when).toEqual({ date: { field: "ends", at: "09:00", each_year: true, lunar: true } }),
      SLOW,
    );
    expect(says()).toContain("（每年，按农历）");
    await userEvent.click(yearly);
    await waitFor(() => expect(saved(sent)?.when).toEqual({ date: { field: "ends", at: "09:00" } }), SLOW);
  });

  it("is set off so many days before or after a date, or on the day itself", async () => {
    const sent = page(when({ date: { field: "ends", at: "09:00", offset: { days: -30 } } }));
    await waitFor(() => expect(says()).toContain("的「到期日」前30天"));
    const way = () => screen.getAllByRole("combobox", { name: "什么时候" }).at(-1) as HTMLElement;
    await screen.findByRole("group", { name: "什么时候" });
    await choose(way(), "之后");
    await waitFor(() => expect(saved(sent)?.when).toMatchObject({ date: { offset: { days: 30 } } }), SLOW);
    await choose(way(), "当天");
    await waitFor(() => expect(saved(sent)?.when).toEqual({ date: { field: "ends", at: "09:00" } }), SLOW);
  });
});

describe("what starts a rule by the clock", () => {
  it("counts working days without a change", async () => {
    const sent = page(when({ idle: { for: { days: 5 }, since: "change" } }));
    await choose(await box(/单位/), "工作日");
    await waitFor(
      () => expect(saved(sent)?.when).toEqual({ idle: { for: { working_days: 5 }, since: "change" } }),
      SLOW,
    );
    expect(says()).toContain("超过5个工作日没有变动时");
  });

  it("runs on chosen days of a month, at a time, on working days only", async () => {
    const sent = page(when({ schedule: { every: "day", at: "09:00" } }));
    expect(await screen.findByRole("combobox", { name: "多久一次" })).toBeTruthy();
    expect(screen.queryByRole("combobox", { name: "哪几天" })).toBeNull();
    await choose(await box("多久一次"), "每月");
    await choose(await box("哪几天"), "2日");
    fireEvent.change(screen.getByLabelText("在"), { target: { value: "18:30" } });
    await userEvent.click(screen.getByRole("checkbox", { name: "只在工作日" }));
    await waitFor(
      () =>
        expect(saved(sent)?.when).toEqual({
          schedule: { every: "month", at: "18:30", on: [1, 2], working_days: true },
        }),
      SLOW,
    );
    expect(says()).toContain("每月1日、2日 18:30（遇非工作日不做）");
  });

  it("takes what is due already by a press, once it is published", async () => {
    const published = { "GET /rules": () => ({ json: { items: [{ ...RULE, on: true }], paused: false } }) };
    const sent = page(when({ idle: { for: { days: 5 }, since: "change" } }), [], {
      ...published,
      "POST /rules/leads/due": () => ({ status: 202 }),
    });
    await userEvent.click(await screen.findByRole("button", { name: "处理已经到期的" }));
    expect(await screen.findByText("已开始处理，结果见运行记录")).toBeTruthy();
    expect(sent.some(({ method, path }) => method === "POST" && path === "/rules/leads/due")).toBe(true);
  });

  it("offers nothing that is due before it is published", async () => {
    page(when({ idle: { for: { days: 5 }, since: "change" } }));
    await box("从什么时候算起");
    expect(screen.queryByRole("button", { name: "处理已经到期的" })).toBeNull();
  });
});
