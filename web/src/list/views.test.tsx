import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { EntityInfo, ViewInfo } from "@/api/types";
import { windowWidth } from "@/testing/choose";
import { CUSTOMER, type Sent, server, show } from "@/testing/render";
import { ListView } from "./list-view";
import { both, isChanged, overView, pathField, pristine } from "./views";

const RICH: ViewInfo = {
  code: "rich",
  label: { zh: "大客户" },
  entity: "customer",
  columns: ["name", "spent"],
  where: "spent > 5000",
  sort: ["-spent"],
};
const PLAIN: ViewInfo = { ...RICH, code: "plain", label: { zh: "无条件" }, where: null, columns: [], sort: [] };
const ELSEWHERE: ViewInfo = { ...PLAIN, code: "else", label: { zh: "别处的" }, entity: "deal" };
const TREE = { op: ">", left: { path: "spent" }, right: { value: 5000 } };
const ROWS = [
  { id: "a", version: 1, name: "甲", spent: "9000", stage: "new" },
  { id: "b", version: 1, name: "乙", spent: "8000", stage: "won" },
];

type Answers = Parameters<typeof server>[0];

function list(path: string, more: Answers = {}) {
  const sent = server({
    ...more, // first, since the first match answers
    "GET /views/personal": () => ({ json: { items: [] } }),
    "GET /views": () => ({ json: { items: [RICH, PLAIN, ELSEWHERE] } }),
    "POST /expressions/check": () => ({ json: { type: "boolean", tree: TREE } }),
    "GET /records/customer": () => ({ json: { items: ROWS, next: null } }),
    "POST /query": ({ body }) => ({
      json: (body as { count?: unknown }).count ? { count: { value: 2 } } : { groups: [{ values: ["17000"] }] },
    }),
    ...more,
  });
  const { router } = show(<ListView entity={CUSTOMER} />, path);
  return { sent, router, asked: () => lastList(sent) };
}

/** The query of the last list that was asked for. */
function lastList(sent: Sent[]) {
  const path = sent.filter((one) => one.path.startsWith("/records/customer?")).at(-1)?.path ?? "";
  const query = new URLSearchParams(path.split("?")[1]);
  return {
    where: JSON.parse(query.get("where") ?? "null") as unknown,
    sort: query.get("sort"),
    fields: query.get("fields")?.split(","),
  };
}

const tabs = () => within(screen.getByRole("navigation", { name: "视图" }));
const current = () => screen.getByRole("navigation", { name: "视图" }).querySelector("[aria-current]")?.textContent;
const filtered = (rest: string) =>
  `/e/customer?${rest}&filter=${encodeURIComponent(JSON.stringify({ all: [{ field: "stage", op: "in", value: ["won"] }] }))}`;
const WON = { all: [{ field: "stage", op: "in", value: ["won"] }] };

describe("views over a list", () => {
  it("are tabs after all records, without those of other entities", async () => {
    list("/e/customer");
    await screen.findByText("大客户");
    expect(
      tabs()
        .getAllByRole("link")
        .map((link) => link.textContent),
    ).toEqual(["全部", "大客户", "无条件"]);
    expect(current()).toBe("全部");
  });

  it("set condition, order and columns, and stand in the address", async () => {
    const { router, asked } = list("/e/customer");
    await userEvent.click(await screen.findByText("大客户"));
    expect(router.state.location.search).toBe("?view=rich");
    await waitFor(() => expect(asked()).toEqual({ where: TREE, sort: "-spent", fields: ["name", "spent"] }));
    expect(current()).toBe("大客户");
    await waitFor(() => expect(screen.getAllByRole("columnheader").length).toBe(3));
  });

  it("hold beside the person's own filter, in the list and in its figures", async () => {
    const { sent, asked } = list(filtered("view=rich"));
    await screen.findByText("甲");
    expect(asked().where).toEqual({ all: [TREE, WON] });
    await waitFor(() => expect(sent.some((one) => one.path === "/query")).toBe(true));
    const figures = sent.filter((one) => one.path === "/query").map((one) => (one.body as { where: unknown }).where);
    for (const where of figures) expect(where).toEqual({ all: [TREE, WON] });
  });

  it("are never asked for without their condition while it is being read", async () => {
    const { sent } = list("/e/customer?view=rich");
    await screen.findByText("甲");
    const lists = sent.filter((one) => one.path.startsWith("/records/customer?"));
    expect(lists.length).toBe(1);
    expect(lists[0]?.path).toContain("where=");
  });

  it("lie below the person's own order, and come back by a button", async () => {
    const { router, asked } = list("/e/customer?view=rich&sort=name");
    await screen.findByText("甲");
    expect(asked().sort).toBe("name");
    await userEvent.click(screen.getByText("恢复默认"));
    await waitFor(() => expect(asked().sort).toBe("-spent"));
    expect(router.state.location.search).toBe("?view=rich");
    expect(screen.queryByText("恢复默认")).toBeNull();
  });

  it("a view that is gone shows all records", async () => {
    const { asked } = list("/e/customer?view=gone");
    await screen.findByText("甲");
    expect(asked().where).toBeNull();
    expect(current()).toBe("全部");
  });

  it("a condition the server cannot read is said, and never taken for none", async () => {
    const errors = [{ code: "unknown-name", message: "没有名为 spent 的字段" }];
    const { sent } = list("/e/customer?view=rich", { "POST /expressions/check": () => ({ json: { errors } }) });
    expect(await screen.findByText(/没有名为 spent 的字段/)).toBeDefined();
    expect(sent.some((one) => one.path.startsWith("/records/"))).toBe(false);
  });
});

describe("a view in figures", () => {
  const state = pristine("rich");

  it("gives way where the person chose", () => {
    expect(overView(state, RICH)).toMatchObject({ sort: ["-spent"], columns: ["name", "spent"] });
    expect(overView({ ...state, sort: ["name"], columns: ["stage"] }, RICH)).toMatchObject({
      sort: ["name"],
      columns: ["stage"],
    });
    expect(overView(state, PLAIN).columns).toBeNull();
    expect(overView(state, undefined)).toBe(state);
  });

  it("knows what was changed", () => {
    expect(isChanged(state)).toBe(false);
    expect(isChanged({ ...state, search: "x" })).toBe(true);
    expect(isChanged({ ...state, columns: ["name"] })).toBe(true);
  });

  it("joins conditions only where there are two", () => {
    const a = { field: "a", op: "blank" };
    expect(both(null, null)).toBeNull();
    expect(both(a, null)).toBe(a);
    expect(both(null, a)).toBe(a);
    expect(both(a, a)).toEqual({ all: [a, a] });
  });

  it("shows the end of a path, not to be edited; a path that leads nowhere is passed over", () => {
    const deal: EntityInfo = {
      ...CUSTOMER,
      code: "deal",
      fields: [{ code: "of", type: "relation", label: { zh: "客户" }, entity: "customer" }],
    };
    expect(pathField("of.spent", deal, [deal, CUSTOMER], "zh")).toMatchObject({
      code: "of.spent",
      type: "money",
      readonly: true,
      label: "客户 · 累计消费",
    });
    expect(pathField("of.gone", deal, [deal, CUSTOMER], "zh")).toBeUndefined();
    expect(pathField("of.spent", deal, [deal], "zh")).toBeUndefined();
  });
});

describe("saving from the list", () => {
  const edit = async (value: string) => {
    await screen.findByText("甲");
    const grid = screen.getByRole("grid");
    grid.focus();
    await userEvent.keyboard("e");
    const input = within(grid).getByRole("textbox");
    await userEvent.clear(input);
    await userEvent.type(input, `${value}{Enter}`);
  };

  it("shows the new value at once and takes it back when the server refuses, saying why", async () => {
    let refuse: (answer: { status: number; json: unknown }) => void = () => {};
    list("/e/customer");
    const answered = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      if (init?.method !== "PATCH") return answered(input, init);
      const { status, json } = await new Promise<{ status: number; json: unknown }>((resolve) => {
        refuse = resolve;
      });
      return new Response(JSON.stringify(json), { status });
    };
    await edit("新名字");
    expect(await screen.findByText("新名字")).toBeDefined();
    expect(screen.queryByText("甲")).toBeNull();
    refuse({ status: 422, json: { code: "input-refused", detail: "名称已被占用" } });
    expect(await screen.findByText("名称已被占用")).toBeDefined();
    expect(screen.getByText("甲")).toBeDefined();
    expect(screen.queryByText("新名字")).toBeNull();
  });

  it("asks when somebody else changed the same cell, and shows what stands now", async () => {
    const theirs = { id: "a", version: 5, number: 1, name: "他改的", spent: "9000" };
    const { sent } = list("/e/customer", {
      "PATCH /records/customer/a": ({ headers }) =>
        headers.get("If-Match") === "5"
          ? { json: { ...theirs, name: "我改的", version: 6 } }
          : { status: 409, json: { code: "version-conflict" } },
      "GET /records/customer/a": () => ({ json: theirs }),
    });
    await edit("我改的");
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByText("他改的")).toBeDefined();
    expect(within(dialog).getByText("我改的")).toBeDefined();
    await userEvent.click(within(dialog).getByText("用我的值"));
    await waitFor(() =>
      expect(sent.filter((one) => one.method === "PATCH").map((one) => one.headers.get("If-Match"))).toEqual([
        "1",
        "5",
      ]),
    );
  });
});

describe("choosing on a phone", () => {
  afterEach(() => {
    windowWidth(1024);
    vi.useRealTimers();
  });

  const press = (card: HTMLElement, held: number) => {
    vi.useFakeTimers();
    fireEvent.pointerDown(card, { pointerType: "touch", clientX: 5, clientY: 5 });
    vi.advanceTimersByTime(held);
    fireEvent.pointerUp(card);
    vi.useRealTimers();
    fireEvent.click(card);
  };

  it("begins with a long press, then every tap chooses; the bar says how many", async () => {
    windowWidth(390);
    const { router } = list("/e/customer");
    press((await screen.findByText("甲")).closest("li") as HTMLElement, 500);
    expect(await screen.findByText("已选 1 条")).toBeDefined();
    await userEvent.click(screen.getByRole("checkbox", { name: "乙" }));
    expect(await screen.findByText("已选 2 条")).toBeDefined();
    expect(router.state.location.pathname).toBe("/e/customer");
    await userEvent.click(screen.getByLabelText("取消选择"));
    await waitFor(() => expect(screen.queryAllByRole("checkbox")).toEqual([]));
  });

  it("a tap opens the record", async () => {
    windowWidth(390);
    const { router } = list("/e/customer");
    press(await screen.findByText("甲"), 50);
    await waitFor(() => expect(router.state.location.pathname).toBe("/e/customer/a"));
  });

  it("can begin in the menu with nothing chosen", async () => {
    windowWidth(390);
    list("/e/customer");
    await screen.findByText("甲");
    await userEvent.click(screen.getByLabelText("列表选项"));
    await userEvent.click(await screen.findByText("选择多条"));
    expect((await screen.findAllByRole("checkbox")).length).toBe(2);
  });
});
