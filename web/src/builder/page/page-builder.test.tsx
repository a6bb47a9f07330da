import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { expect, it } from "vitest";
import { keys } from "@/api/keys";
import type { EntityInfo } from "@/api/types";
import { CUSTOMER, type Sent, server, show } from "@/testing/render";
import type { PageDoc } from "./model";
import { Component as PagePage } from "./page-page";

const ORDER: EntityInfo = {
  ...CUSTOMER,
  code: "order",
  label: { zh: "订单" },
  titleField: "subject",
  fields: [
    { code: "subject", type: "text", label: { zh: "主题" } },
    { code: "total", type: "money", label: { zh: "金额" } },
    { code: "customer", type: "relation", label: { zh: "客户" }, entity: "customer" },
  ],
};

/** A server that keeps the page of customers, and finds something wrong with every related list of it. */
function builder() {
  let doc: PageDoc | null = null;
  let version = 0;
  const sent: Sent[] = server({
    "GET /definitions": () => ({
      json: {
        items:
          doc === null ? [] : [{ kind: "record_page", code: "customer", state: "draft", version, definition: doc }],
      },
    }),
    "PUT /definitions/record_page/customer": ({ body, headers }: Sent) => {
      if (headers.get("If-Match") !== String(version)) return { status: 409, json: { code: "draft-conflict" } };
      version += 1;
      doc = body as PageDoc;
      const at = doc.main?.findIndex((one) => one.type === "related") ?? -1;
      const issues = at < 0 ? [] : [{ path: `main[${at}].columns[0]`, code: "x", message: "没有这一列" }];
      return { json: { kind: "record_page", code: "customer", state: "draft", version, definition: doc, issues } };
    },
    "POST /record-pages/figures": () => ({ json: { items: [] } }),
    "GET /records/customer/c1/history": () => ({ json: { items: [], next: null } }),
    "GET /records/customer/c1/comments": () => ({ json: { items: [], next: null } }),
    "GET /records/customer/c1": () => ({ json: { id: "c1", version: 1, number: 7, name: "恒泰贸易", stage: "new" } }),
    "GET /records/customer": () => ({ json: { items: [{ id: "c1", version: 1, name: "恒泰贸易" }], next: null } }),
    "GET /records/order": () => ({ json: { items: [], next: null } }),
    "GET /roles": () => ({ json: { items: [] } }),
    "POST /expressions/check": () => ({ json: {} }),
  });
  const routes = (
    <Routes>
      <Route path="/build/:app/page/:entity" element={<PagePage />} />
    </Routes>
  );
  const { cache } = show(routes, "/build/crm/page/customer");
  act(() => void cache.setQueryData(keys.entities, [CUSTOMER, ORDER]));
  return { sent, doc: () => doc };
}

const canvas = () => screen.findByRole("listbox", { name: "页面" });
const palette = () => screen.findByRole("navigation", { name: "可添加的内容" });
const names = async () =>
  within(await canvas())
    .getAllByRole("option")
    .map((one) => one.getAttribute("aria-label"));

it("begins with the usual page and keeps nothing until something is changed", async () => {
  const { sent } = builder();
  expect(await names()).toEqual(["基本信息，资料", "订单，相关列表", "待办，待办", "动态，动态"]);
  expect(await within(await canvas()).findByText("恒泰贸易")).toBeDefined();
  expect(sent.some((one) => one.method === "PUT")).toBe(false);
});

it("puts a block behind what is selected, names it, saves it as a draft, and takes it back", async () => {
  const { doc } = builder();
  await within(await canvas()).findByText("恒泰贸易");
  await userEvent.click(screen.getByRole("option", { name: "基本信息，资料" }));
  await userEvent.click(within(await palette()).getByRole("button", { name: "说明" }));
  expect((await names())[1]).toBe("说明，说明");
  await waitFor(() => expect(doc()?.main?.map((one) => one.type)).toEqual(["facts", "note", "related"]), {
    timeout: 4000,
  });
  const heading = within(screen.getByRole("complementary", { name: "属性" })).getByLabelText("标题");
  fireEvent.change(heading, { target: { value: "注意" } });
  expect((await names())[1]).toBe("注意，说明");
  await userEvent.click(screen.getByRole("button", { name: "撤销" }));
  await userEvent.click(screen.getByRole("button", { name: "撤销" }));
  expect((await names()).length).toBe(4);
}, 20_000);

it("is arranged by the keyboard alone, and shows what is wrong at its block", async () => {
  const { doc } = builder();
  await within(await canvas()).findByText("恒泰贸易");
  const list = screen.getByRole("option", { name: "订单，相关列表" });
  fireEvent.click(list);
  fireEvent.keyDown(list, { key: "ArrowUp", altKey: true });
  expect((await names())[0]).toContain("订单");
  await waitFor(() => expect(doc()?.main?.[0]?.type).toBe("related"), { timeout: 4000 });
  expect(await screen.findByText("没有这一列")).toBeDefined();
  fireEvent.keyDown(await screen.findByRole("option", { name: /^订单/ }), { key: "Delete" });
  expect(await names()).toEqual(["基本信息，资料", "待办，待办", "动态，动态"]);
  fireEvent.keyDown(await canvas(), { key: "z", ctrlKey: true });
  expect((await names()).length).toBe(4);
}, 20_000);
