import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { keys } from "@/api/keys";
import type { RecordPageInfo } from "@/api/record-pages";
import type { EntityInfo } from "@/api/types";
import type { Tree } from "@/core/expression";
import type { Page } from "@/core/record-page";
import { CUSTOMER, row, type Sent, server, show } from "@/testing/render";
import { RecordView } from "./record-view";

const ORDER: EntityInfo = {
  ...CUSTOMER,
  code: "order",
  label: { zh: "订单" },
  titleField: "subject",
  fields: [
    { code: "subject", type: "text", label: { zh: "主题" } },
    { code: "total", type: "money", label: { zh: "金额" } },
    { code: "paid", type: "boolean", label: { zh: "已付" } },
    { code: "customer", type: "relation", label: { zh: "客户" }, entity: "customer" },
  ],
};
const ROW = row("c1", { name: "恒泰贸易", stage: "new", spent: "300.00", tags: ["vip"], active: true });
const isWon = { field: "stage", op: "=", value: "won" } as unknown as Tree;
const tiles = {
  code: "tiles",
  type: "figures" as const,
  figures: [
    { code: "orders", label: { zh: "订单数" } },
    { code: "worth", label: { zh: "价值" } },
    { code: "secret", label: { zh: "毛利" } },
  ],
};

/** A record with a page of its own, and what the server says of it. */
function open(page: Partial<Page<Tree>>, answers: Parameters<typeof server>[0] = {}) {
  let asked = 0;
  const sent: Sent[] = server({
    ...answers,
    "GET /record-pages/customer/figures/c1": () => {
      asked += 1;
      return {
        json: {
          items: [
            {
              code: "orders",
              field: { type: "number", valueType: "number" },
              value: String(asked),
              color: "green",
              records: { entity: "order", where: { all: [{ field: "customer", op: "in", value: ["c1"] }] } },
            },
            { code: "worth", field: { type: "money", valueType: "number" }, value: null },
            { code: "secret", value: null },
          ],
        },
      };
    },
    "GET /records/order": () => ({
      json: { items: [{ id: "o1", version: 1, subject: "首单", total: "20" }], next: null },
    }),
    "GET /records/customer/c1/history": () => ({ json: { items: [], next: null } }),
    "GET /records/customer/c1/comments": () => ({ json: { items: [], next: null } }),
  });
  const view = show(<RecordView entity={CUSTOMER} row={ROW} />);
  const own = { code: "customer", label: { zh: "页面" }, entity: "customer", header: [], top: [], main: [], side: [] };
  act(() => {
    view.cache.setQueryData(keys.entities, [CUSTOMER, ORDER]);
    view.cache.setQueryData<RecordPageInfo[]>(keys.recordPages, [{ ...own, ...page }]);
  });
  return { ...view, sent, asked: () => asked };
}

describe("the page of a record", () => {
  it("shows chosen facts alone, and some beside the title", async () => {
    open({ header: ["spent"], main: [{ code: "some", type: "facts", fields: ["tags"], label: { zh: "要点" } }] });
    const block = await screen.findByRole("region", { name: "要点" });
    expect(within(block).getByText("重点")).toBeDefined();
    expect(within(block).queryByText("累计消费")).toBeNull();
    expect(screen.getByText("¥300.00")).toBeDefined();
    expect(screen.queryByText("启用")).toBeNull();
  });

  it("leads from a figure to the list of the records that it counts", async () => {
    open({ top: [tiles] });
    const link = await screen.findByRole("link", { name: "1" });
    expect(link.getAttribute("title")).toBe("打开这些记录");
    const filter = new URLSearchParams((link.getAttribute("href") ?? "").split("?")[1]).get("filter");
    expect(JSON.parse(filter ?? "")).toEqual({ all: [{ field: "customer", op: "in", value: ["c1"] }] });
  });

  it("asks for all figures at once, shows each as what it is, and says what is not for this person", async () => {
    const { asked } = open({ top: [tiles], main: [{ ...tiles, code: "again", figures: [] }] });
    expect(await screen.findByText("1")).toBeDefined();
    expect(screen.getByText("无权查看")).toBeDefined();
    expect(screen.getByText("–")).toBeDefined();
    expect(screen.getByText("订单数").closest("[data-color]")).not.toBeNull();
    expect(asked()).toBe(1);
  });

  it("works the figures out anew once records of another kind have changed", async () => {
    const { cache, asked } = open({
      top: [tiles],
      main: [{ code: "list", type: "related", entity: "order", relation: "customer" }],
    });
    await screen.findByText("首单");
    await waitFor(() => expect(asked()).toBe(1));
    await act(() => cache.invalidateQueries({ queryKey: keys.records("order") }));
    await waitFor(() => expect(asked()).toBe(2));
    expect(await screen.findByText("2")).toBeDefined();
  });

  it("lists related records as they were chosen: columns, order, condition and number of lines", async () => {
    const where = { field: "paid", op: "=", value: true };
    const { sent } = open({
      main: [
        {
          code: "list",
          type: "related",
          label: { zh: "已付订单" },
          entity: "order",
          relation: "customer",
          columns: ["subject", "total"],
          sort: ["-total"],
          where,
          rows: 3,
        },
      ],
    });
    const list = await screen.findByRole("region", { name: "已付订单" });
    expect(await within(list).findByText("首单")).toBeDefined();
    expect(within(list).getByText("¥20.00")).toBeDefined();
    const query = new URLSearchParams(sent.find((one) => one.path.startsWith("/records/order?"))?.path.split("?")[1]);
    expect(query.get("sort")).toBe("-total");
    expect(query.get("limit")).toBe("3");
    expect(query.get("fields")).toContain("total");
    expect(JSON.parse(query.get("where") ?? "")).toEqual({
      all: [{ field: "customer", op: "=", value: "c1" }, where],
    });
  });
});

describe("the blocks of a page", () => {
  it("shows a block only while its condition holds", async () => {
    const note = (code: string, zh: string, shown?: Tree) => ({ code, type: "note" as const, text: { zh }, shown });
    open({ main: [note("a", "总在", undefined), note("b", "赢单之后", isWon)] });
    expect(await screen.findByText("总在")).toBeDefined();
    expect(screen.queryByText("赢单之后")).toBeNull();
  });

  it("holds blocks in tabs, of which one shows at a time", async () => {
    const note = (code: string) => ({ code, type: "note" as const, text: { zh: `说明${code}` } });
    const tab = (code: string) => ({ code: `t${code}`, label: { zh: `标签${code}` }, blocks: [note(code)] });
    open({ main: [{ code: "tabs", type: "tabs", tabs: [tab("a"), tab("b")] }] });
    expect(await screen.findByText("说明a")).toBeDefined();
    expect(screen.queryByText("说明b")).toBeNull();
    await userEvent.click(screen.getByRole("tab", { name: "标签b" }));
    expect(await screen.findByText("说明b")).toBeDefined();
  });

  it("says that something is gone where a list points to what is not there", async () => {
    open({ main: [{ code: "list", type: "related", entity: "nobody", relation: "customer" }] });
    expect(await screen.findByText(/不存在，或你没有查看的权限/)).toBeDefined();
  });
});
