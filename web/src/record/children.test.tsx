import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { keys } from "@/api/keys";
import type { EntityInfo } from "@/api/types";
import { CUSTOMER, row, server, show } from "@/testing/render";
import { BlockList } from "./blocks/block-list";
import { lineOf } from "./related";
import { useRecordPage } from "./use-record-page";

const LINE: EntityInfo = {
  ...CUSTOMER,
  code: "line",
  label: { zh: "明细" },
  titleField: "item",
  parent: "of",
  fields: [
    { code: "item", type: "text", label: { zh: "品名" }, required: true },
    { code: "price", type: "money", label: { zh: "单价" } },
    { code: "of", type: "relation", label: { zh: "所属" }, entity: "customer" },
  ],
};
const VISIT: EntityInfo = { ...LINE, code: "visit", label: { zh: "拜访" }, parent: undefined };

/** What stands below the facts on the usual page. */
function Lists() {
  const { main } = useRecordPage(CUSTOMER).page;
  const target = row("c1", { name: "恒泰贸易" });
  return (
    <BlockList list="main" blocks={main.slice(1)} entity={CUSTOMER} row={target} fields={[]} save={() => undefined} />
  );
}

function page(answers: Parameters<typeof server>[0] = {}, entities = [CUSTOMER, LINE, VISIT]) {
  const sent = server({
    ...answers,
    "GET /records/line": () => ({ json: { items: [{ id: "l1", version: 1, item: "螺丝", price: "3" }], next: null } }),
    "GET /records/visit": () => ({ json: { items: [], next: null } }),
  });
  const { cache } = show(<Lists />);
  act(() => void cache.setQueryData(keys.entities, entities));
  return sent;
}

const table = () => screen.findByRole("region", { name: "明细" });

describe("the records that a record owns", () => {
  it("are edited in a table; those that only point here stay a list of links", async () => {
    page();
    const region = await table();
    expect(await within(region).findByText("螺丝")).toBeDefined();
    expect(screen.getAllByRole("grid").length).toBe(1);
    expect(screen.getByText("拜访")).toBeDefined();
  });

  it("are asked for by their owner, and do not repeat it in every row", async () => {
    const sent = page();
    await within(await table()).findByText("螺丝");
    const path = sent.find((one) => one.path.startsWith("/records/line?"))?.path ?? "";
    const query = new URLSearchParams(path.split("?")[1]);
    expect(JSON.parse(query.get("where") ?? "")).toEqual({ field: "of", op: "=", value: "c1" });
    expect(query.get("fields")).toBe("item,price");
  });

  it("get another one from the line below, with its owner, ready for the next", async () => {
    const sent = page({ "POST /records/line": () => ({ status: 201, json: { id: "l2", version: 1 } }) });
    const region = await table();
    const field = (name: string) => within(within(region).getByRole("group", { name })).getByRole("textbox");
    await userEvent.type(field("品名"), "螺母");
    await userEvent.type(field("单价"), "1.5{Enter}");
    await waitFor(() => expect(sent.some((one) => one.method === "POST")).toBe(true));
    expect(sent.find((one) => one.method === "POST")?.body).toEqual({ of: "c1", item: "螺母", price: "1.5" });
    await waitFor(() => expect((field("品名") as HTMLInputElement).value).toBe(""));
    expect(document.activeElement).toBe(field("品名"));
  });

  it("keep what was typed when the server refuses it, and say why at the field", async () => {
    const errors = [{ path: "price", code: "x", message: "不能为负" }];
    page({ "POST /records/line": () => ({ status: 400, json: { code: "input-refused", detail: "", errors } }) });
    const region = await table();
    const price = within(region).getByRole("group", { name: "单价" });
    await userEvent.type(within(price).getByRole("textbox"), "-1{Enter}");
    expect(await within(price).findByText("不能为负")).toBeDefined();
    expect((within(price).getByRole("textbox") as HTMLInputElement).value).toBe("-1");
  });

  it("send nothing when nothing was typed", async () => {
    const sent = page();
    await userEvent.click(within(await table()).getByText("添加"));
    expect(sent.some((one) => one.method === "POST")).toBe(false);
  });

  it("cannot be added by those who may not", async () => {
    page({}, [CUSTOMER, { ...LINE, rights: { ...LINE.rights, create: false } }]);
    expect(within(await table()).queryByText("添加")).toBeNull();
  });
});

describe("the records that point here", () => {
  const of = { code: "customer", type: "relation", label: { zh: "客户" }, entity: "customer" } as const;
  const CALL: EntityInfo = {
    ...VISIT,
    titleField: undefined,
    fields: [
      of,
      { code: "method", type: "select", label: { zh: "方式" }, options: [] },
      { code: "at", type: "datetime", label: { zh: "时间" } },
      { code: "minutes", type: "long_text", label: { zh: "纪要" } },
    ],
  };

  it("are told by their words when they have no title, the newest first", async () => {
    expect(lineOf(CALL, of).lead?.code).toBe("minutes");
    expect(lineOf(CALL, of).facts.map((one) => one.code)).toEqual(["method", "at"]);
    const sent = page({}, [CUSTOMER, CALL]);
    await waitFor(() => expect(sent.some((one) => one.path.startsWith("/records/visit?"))).toBe(true));
    const query = new URLSearchParams(sent.find((one) => one.path.startsWith("/records/visit?"))?.path.split("?")[1]);
    expect(query.get("sort")).toBe("-at");
    expect(query.get("fields")).toBe("minutes,method,at");
  });

  it("by a relation to many are those that have this one among theirs", async () => {
    const many: EntityInfo = { ...CALL, fields: [{ ...of, many: true }, ...CALL.fields.slice(1)] };
    const sent = page({}, [CUSTOMER, many]);
    await waitFor(() => expect(sent.some((one) => one.path.startsWith("/records/visit?"))).toBe(true));
    const query = new URLSearchParams(sent.find((one) => one.path.startsWith("/records/visit?"))?.path.split("?")[1]);
    expect(JSON.parse(query.get("where") ?? "")).toMatchObject({ field: "customer", op: "contains_any" });
    const link = screen.getByRole("link", { name: "拜访" }).getAttribute("href") ?? "";
    expect(JSON.parse(new URLSearchParams(link.split("?")[1]).get("filter") ?? "")).toMatchObject({
      all: [{ field: "customer", op: "has_any" }],
    });
  });
});
