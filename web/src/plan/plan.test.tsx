import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { keys } from "@/api/keys";
import type { EntityInfo, Row } from "@/api/types";
import { addDays, dayOf } from "@/core/time";
import { CUSTOMER, ME, row, server, show } from "@/testing/render";
import { bucketsOf, type Due, dueOf, followedEntities, postponed, postponements } from "./plan";
import { PlanList } from "./plan-list";

const OWNER = { code: "owner", type: "member", label: "负责人", system: true } as const;
const FOLLOWED: EntityInfo = {
  ...CUSTOMER,
  fields: [
    ...CUSTOMER.fields,
    OWNER,
    { code: "next", type: "date", label: "下次跟进" },
    { code: "tel", type: "phone", label: "电话" },
  ],
  traits: { followed: { next_at: "next" } },
};
const MOMENTS: EntityInfo = {
  ...FOLLOWED,
  fields: FOLLOWED.fields.map((field) => (field.code === "next" ? { ...field, type: "datetime" } : field)),
};
const ZONE = "Asia/Shanghai";
const [FIRST] = followedEntities([FOLLOWED]);
const [TIMED] = followedEntities([MOMENTS]);
if (!FIRST || !TIMED) throw new Error("nothing is followed");

const due = (id: string, next: string): Due => {
  const found = dueOf(FIRST, row(id, { next }), ZONE);
  if (!found) throw new Error("not due");
  return found;
};

describe("a plan", () => {
  it("is of entities that say they are followed and whose owner can be read", () => {
    expect(followedEntities([CUSTOMER])).toEqual([]);
    expect(followedEntities([{ ...FOLLOWED, fields: FOLLOWED.fields.filter((one) => one.code !== "owner") }])).toEqual(
      [],
    );
    expect(FIRST.phones.map((field) => field.code)).toEqual(["tel"]);
  });

  it("tells overdue, today and the next days apart, the oldest first", () => {
    const buckets = bucketsOf(
      [
        due("d", "2026-03-09"),
        due("a", "2026-03-01"),
        due("e", "2026-03-10"),
        due("b", "2026-02-20"),
        due("c", "2026-03-02"),
      ],
      "2026-03-02",
    );
    expect(buckets.map(({ key, dues }) => [key, dues.map((one) => one.row.id)])).toEqual([
      ["overdue", ["b", "a"]],
      ["today", ["c"]],
      ["later", ["d"]],
    ]);
  });

  it("knows the day of a moment by the zone of the workspace, and puts what has a time first", () => {
    const late = dueOf(TIMED, row("x", { next: "2026-03-01T17:30:00Z" }), ZONE);
    expect(late).toMatchObject({ day: "2026-03-02", time: "01:30" });
    expect(dueOf(TIMED, row("x", { next: null }), ZONE)).toBeNull();
    expect(dueOf(TIMED, row("x", { next: "never" }), ZONE)).toBeNull();
    const whole = due("whole", "2026-03-02");
    const [, today] = bucketsOf(late ? [whole, late] : [], "2026-03-02");
    expect(today?.dues.map((one) => one.row.id)).toEqual(["x", "whole"]);
  });

  it("postpones to tomorrow, to next Monday, at the same time of day, or off the plan", () => {
    expect(postponements("2026-03-08").map(({ day }) => day)).toEqual(["2026-03-09", "2026-03-09"]);
    expect(postponements("2026-03-02").map(({ day }) => day)).toEqual(["2026-03-03", "2026-03-09"]);
    expect(postponed(due("a", "2026-03-01"), "2026-03-03", ZONE)).toEqual({ next: "2026-03-03" });
    const timed = dueOf(TIMED, row("x", { next: "2026-03-01T17:30:00Z" }), ZONE);
    expect(timed && postponed(timed, "2026-03-05", ZONE)).toEqual({ next: "2026-03-04T17:30:00.000Z" });
    expect(timed && postponed(timed, null, ZONE)).toEqual({ next: null });
  });
});

const today = dayOf(new Date(), ME.workspace.zone);

function plan(rows: Row[], entity = FOLLOWED) {
  const sent = server({
    "GET /records/customer": () => ({
      json: { items: rows.map(({ values, ...rest }) => ({ ...rest, ...values })), next: null },
    }),
    "POST /records/customer/bulk": () => ({ json: { batch: "b1", updated: 1 } }),
    "POST /batches/b1/undo": () => ({ json: { undone: 1, kept: 0 } }),
  });
  const shown = show(<PlanList />);
  shown.cache.setQueryData(keys.entities, [entity]);
  return { ...shown, sent };
}

describe("the list of the plan", () => {
  it("asks for one's own records that are due within a week", async () => {
    const { sent } = plan([row("a", { name: "华信", next: today, tel: "13800138000" })]);
    await screen.findByText("华信");
    const asked = new URL(sent[0]?.path ?? "", "http://x").searchParams;
    expect(JSON.parse(asked.get("where") ?? "")).toEqual({
      all: [
        { field: "owner", op: "=", value: "m1" },
        { field: "next", op: "<=", value: addDays(today, 7) },
      ],
    });
    expect(screen.getByRole("link", { name: "打电话给华信：13800138000" })).toHaveProperty("href", "tel:13800138000");
  });

  it("says how late a record is, and postpones it by one step with a way back", async () => {
    const { sent } = plan([row("a", { name: "华信", next: addDays(today, -3) })]);
    const overdue = await screen.findByRole("region", { name: "已逾期" });
    expect(within(overdue).getByText(/逾期 3 天/)).toBeTruthy();
    await userEvent.click(within(overdue).getByRole("button", { name: /改期/ }));
    await userEvent.click(await screen.findByText("明天"));
    await waitFor(() =>
      expect(sent.find((one) => one.path.endsWith("/bulk"))?.body).toEqual({
        ids: ["a"],
        set: { next: addDays(today, 1) },
      }),
    );
    fireEvent.click(await screen.findByRole("button", { name: /撤\s?销/ }));
    await waitFor(() => expect(sent.some((one) => one.path === "/batches/b1/undo")).toBe(true));
  });

  it("offers no other day to who may not change the record", async () => {
    plan([row("a", { name: "华信", next: today })], { ...FOLLOWED, rights: { ...FOLLOWED.rights, update: false } });
    await screen.findByText("华信");
    expect(screen.queryByRole("button", { name: /改期/ })).toBeNull();
  });

  it("says what belongs here when nothing is due, and when nothing can be", async () => {
    plan([]);
    expect(await screen.findByText("没有待跟进的了")).toBeTruthy();
  });

  it("says so where no form is followed up", async () => {
    plan([], CUSTOMER);
    expect(await screen.findByText("还没有可以跟进的表单")).toBeTruthy();
  });
});
