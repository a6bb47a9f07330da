import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { keys } from "@/api/keys";
import type { EntityInfo } from "@/api/types";
import { CUSTOMER, ME, row, server, show } from "@/testing/render";
import { activityLogs, activityValues, followedValues, isComposable } from "./activities";
import { pieces, toSent, toTyped, typedNames } from "./mentions";
import { behind, merge } from "./merge";
import { Timeline } from "./timeline";

const LI = { id: "01a20273-606d-7702-85d9-842f172f6d9b", name: "李雷" };
const LILI = { id: "01a20273-606d-7702-85d9-842f172f6d9c", name: "李雷雷" };
const NAMES = typedNames([LI, LILI]);

const FOLLOW_UP: EntityInfo = {
  code: "follow_up",
  label: { zh: "跟进记录" },
  rights: CUSTOMER.rights,
  traits: {
    activity: { record: "customer", at: "at", text: "minutes", kind: "method", next_step: "step", next_at: "due" },
  },
  fields: [
    { code: "customer", type: "relation", label: { zh: "客户" }, entity: "customer", required: true },
    {
      code: "method",
      type: "select",
      label: { zh: "方式" },
      options: [
        { code: "call", label: { zh: "电话" } },
        { code: "visit", label: { zh: "拜访" } },
      ],
    },
    { code: "at", type: "datetime", label: { zh: "时间" }, defaulted: true },
    { code: "minutes", type: "long_text", label: { zh: "纪要" }, required: true },
    { code: "step", type: "text", label: { zh: "下一步" } },
    { code: "due", type: "date", label: { zh: "下次时间" } },
  ],
};
const FOLLOWED: EntityInfo = {
  ...CUSTOMER,
  traits: { followed: { next_at: "next_contact" } },
  fields: [...CUSTOMER.fields, { code: "next_contact", type: "date", label: { zh: "下次跟进" } }],
};
const [LOG] = activityLogs([FOLLOW_UP, CUSTOMER], "customer");
if (!LOG) throw new Error("the log of customers is not found");

describe("entries of several sources", () => {
  const at = (item: number) => new Date(item).toISOString();
  it("are one list, the newest first", () => {
    const merged = merge(
      [
        { items: [9, 4], more: false },
        { items: [7, 1], more: false },
      ],
      at,
    );
    expect(merged).toEqual({ items: [9, 7, 4, 1], more: false });
  });

  it("wait while a source may still bring something newer", () => {
    const sources = [
      { items: [9, 4], more: true },
      { items: [7, 3, 1], more: false },
    ];
    expect(merge(sources, at)).toEqual({ items: [9, 7, 4], more: true });
    expect(behind(sources, at)).toEqual([0]);
  });

  it("all wait for a source of which nothing is known yet", () => {
    const sources = [
      { items: [], more: true },
      { items: [7], more: true },
    ];
    expect(merge(sources, at).items).toEqual([]);
    expect(behind(sources, at)).toEqual([0]);
  });

  it("agree with sorting everything, however they are paged", () => {
    let seed = 7;
    const random = (most: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % most;
    };
    for (let round = 0; round < 200; round++) {
      const all = [0, 1, 2].map(() => Array.from({ length: random(8) }, () => random(1000)).sort((a, b) => b - a));
      const loaded = all.map((items) => Math.min(items.length, random(9)));
      const sources = all.map((items, i) => ({
        items: items.slice(0, loaded[i]),
        more: (loaded[i] ?? 0) < items.length,
      }));
      const sorted = all.flat().sort((a, b) => b - a);
      const { items, more } = merge(sources, at);
      expect(items).toEqual(sorted.slice(0, items.length));
      if (!more) expect(items).toHaveLength(sorted.length);
    }
  });
});

describe("mentions", () => {
  it("travel as ids and read as names", () => {
    const sent = toSent("@李雷雷 和@李雷，看一下 @韩梅梅", NAMES);
    expect(sent).toBe(`@{${LILI.id}} 和@{${LI.id}}，看一下 @韩梅梅`);
    expect(toTyped(sent, NAMES)).toBe("@李雷雷 和@李雷，看一下 @韩梅梅");
    expect(pieces(sent, [LI])).toEqual([{ text: "@?" }, { text: " 和" }, { member: LI }, { text: "，看一下 @韩梅梅" }]);
  });

  it("tell two of one name apart", () => {
    const twins = typedNames([LI, { ...LILI, name: "李雷" }]);
    expect(toSent("@李雷2 @李雷", twins)).toBe(`@{${LILI.id}} @{${LI.id}}`);
  });
});

describe("activities", () => {
  it("are those of logs that point to the entity", () => {
    expect(activityLogs([FOLLOW_UP], "order")).toEqual([]);
    expect(isComposable(LOG)).toBe(true);
    const asks = {
      ...FOLLOW_UP,
      fields: [...FOLLOW_UP.fields, { ...FOLLOW_UP.fields[3], code: "more" }],
    } as EntityInfo;
    const [other] = activityLogs([asks], "customer");
    expect(other && isComposable(other)).toBe(false);
  });

  it("become a record of the log, and the date when the record is next due", () => {
    const logged = { kind: "call", text: "谈价格", nextStep: "", nextAt: "2026-12-01" };
    expect(activityValues(LOG, row("r1", {}), logged, "2026-11-22T01:00:00Z")).toEqual({
      customer: "r1",
      minutes: "谈价格",
      method: "call",
      due: "2026-12-01",
    });
    expect(followedValues(FOLLOWED, logged)).toEqual({ next_contact: "2026-12-01" });
    expect(followedValues(CUSTOMER, logged)).toEqual({});
    expect(followedValues(FOLLOWED, { ...logged, nextAt: null })).toEqual({});
  });
});

const TARGET = row("r1", { name: "华信" }, 3);
const CHANGE = {
  id: "c1",
  at: "2026-11-20T01:00:00Z",
  by: ME.member,
  kind: "create",
  origin: "form",
  batch: null,
  fields: [],
};
const COMMENT = {
  id: "k1",
  at: "2026-11-21T01:00:00Z",
  by: ME.member,
  text: `@{${LI.id}} 请看`,
  mentions: [LI],
  files: [],
};
const ACTIVITY = { id: "a1", version: 1, number: 1, at: "2026-11-22T01:00:00Z", minutes: "谈过了", method: "call" };
const answers = (comments: object[] = [COMMENT]) => ({
  "GET /records/customer/r1/history": () => ({ json: { items: [CHANGE], next: null } }),
  "GET /records/customer/r1/comments": () => ({ json: { items: comments, next: null } }),
  "GET /records/follow_up": () => ({ json: { items: [ACTIVITY], next: null } }),
});
function open(more: Parameters<typeof server>[0] = {}, comments?: object[]) {
  const sent = server({ ...answers(comments), ...more });
  const { cache } = show(<Timeline entity={FOLLOWED} row={TARGET} />);
  cache.setQueryData(keys.entities, [FOLLOWED, FOLLOW_UP]);
  return sent;
}

describe("the timeline", () => {
  it("shows what was done, said and changed in one order, and each by itself", async () => {
    open();
    await screen.findByText("谈过了");
    const texts = screen.getAllByRole("listitem").map((item) => item.textContent ?? "");
    expect(texts.map((text) => ["谈过了", "请看", "创建"].find((one) => text.includes(one)))).toEqual([
      "谈过了",
      "请看",
      "创建",
    ]);
    expect(screen.getByText("@李雷")).toBeDefined();
    await userEvent.click(within(screen.getByRole("radiogroup", { name: "显示哪些动态" })).getByText("评论"));
    expect(screen.getAllByRole("listitem")).toHaveLength(1);
  });

  it("tells what follows by itself among the changes alone", async () => {
    const computed = { ...CHANGE, id: "c2", kind: "compute", at: "2026-11-22T02:00:00Z" };
    open({ "GET /records/customer/r1/history": () => ({ json: { items: [computed, CHANGE], next: null } }) });
    await screen.findByText("谈过了");
    expect(screen.getAllByRole("listitem")).toHaveLength(3);
    await userEvent.click(within(screen.getByRole("radiogroup", { name: "显示哪些动态" })).getByText("变更"));
    expect(screen.getAllByRole("listitem")).toHaveLength(2);
  });

  it("goes on through all activities, and shows nothing older before it", async () => {
    const older = { ...ACTIVITY, id: "a0", at: "2026-11-01T01:00:00Z", minutes: "第一次见面" };
    open({
      "GET /records/follow_up": ({ path }) => ({
        json: path.includes("after=p2") ? { items: [older], next: null } : { items: [ACTIVITY], next: "p2" },
      }),
    });
    await screen.findByText("谈过了");
    expect(screen.getAllByRole("listitem")).toHaveLength(1);
    await userEvent.click(screen.getByRole("button", { name: "更早的动态" }));
    expect(await screen.findByText("第一次见面")).toBeDefined();
    expect(screen.getAllByRole("listitem")).toHaveLength(4);
    expect(screen.queryByRole("button", { name: "更早的动态" })).toBeNull();
  });
});

describe("the composer", () => {
  it("logs a call with the next date in one step, and sets when the customer is due", async () => {
    const sent = open({
      "POST /records/follow_up": () => ({ status: 201, json: { id: "a2", version: 1, number: 2 } }),
      "PATCH /records/customer/r1": () => ({ json: { id: "r1", version: 4, number: 1 } }),
    });
    await userEvent.type(await screen.findByLabelText("纪要"), "报价已发");
    await userEvent.click(screen.getByText("拜访"));
    await userEvent.click(screen.getByText("一周后"));
    await userEvent.click(screen.getByRole("button", { name: "记录" }));
    await waitFor(() => expect(sent.some((one) => one.method === "PATCH")).toBe(true));
    const post = sent.find((one) => one.method === "POST")?.body as Record<string, string>;
    expect(post).toMatchObject({ customer: "r1", minutes: "报价已发", method: "visit" });
    expect(sent.find((one) => one.method === "PATCH")?.body).toEqual({ next_contact: post.due });
    await waitFor(() => expect(screen.getByLabelText("纪要")).toHaveProperty("value", ""));
  });

  it("keeps what was written when it is refused", async () => {
    open({ "POST /records/follow_up": () => ({ status: 400, json: { code: "x", detail: "不行" } }) });
    await userEvent.type(await screen.findByLabelText("纪要"), "报价已发");
    await userEvent.click(screen.getByRole("button", { name: "记录" }));
    expect(await screen.findByText("不行")).toBeDefined();
    expect(screen.getByLabelText("纪要")).toHaveProperty("value", "报价已发");
  });

  it("sends a comment, and lets its author delete it after asking", async () => {
    const sent = open({
      "POST /records/customer/r1/comments": () => ({ status: 201, json: COMMENT }),
      "DELETE /records/customer/r1/comments/k1": () => ({ status: 204 }),
    });
    await screen.findByText("谈过了");
    const [tabs] = screen.getAllByRole("radiogroup");
    if (tabs) await userEvent.click(within(tabs).getByText("评论"));
    await userEvent.type(screen.getByRole("textbox", { name: "评论" }), "收到");
    await userEvent.click(screen.getByRole("button", { name: "发表" }));
    await waitFor(() => expect(sent.find((one) => one.method === "POST")?.body).toEqual({ text: "收到" }));
    await userEvent.click(screen.getByRole("button", { name: "删除" }));
    await userEvent.click(screen.getByRole("button", { name: "删除" }));
    await waitFor(() => expect(sent.some((one) => one.method === "DELETE")).toBe(true));
  });
});
