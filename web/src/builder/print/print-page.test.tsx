import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { afterEach, describe, expect, it, vi } from "vitest";
import { keys } from "@/api/keys";
import { server, show } from "@/testing/render";
import { fieldNode, type PrintDoc, paragraph } from "./model";
import { Component as PrintPage } from "./print-page";

const rights = { create: true, update: true, delete: true, import: true, export: true };
const BUYER = {
  code: "buyer",
  label: { zh: "买家" },
  titleField: "name",
  rights,
  fields: [
    { code: "name", type: "text", label: { zh: "名称" } },
    { code: "amount", type: "money", label: { zh: "金额" } },
    { code: "parent", type: "relation", entity: "buyer", label: { zh: "上级" } },
  ],
};
const CARD: PrintDoc = {
  kind: "print_template",
  code: "card",
  app: "crm",
  label: { zh: "买家卡" },
  entity: "buyer",
  body: { type: "doc", content: [{ ...paragraph(fieldNode("name")), attrs: { align: "left" } }] },
};

const definitions = (doc: PrintDoc = CARD, version = 1) => [
  { kind: "print_template", code: "card", label: doc.label, state: "draft", version, definition: doc },
];

function page(more: Parameters<typeof server>[0] = {}) {
  const sent = server({
    "GET /definitions?app=crm": () => ({ json: { items: definitions() } }),
    "POST /print-templates/preview": () => ({
      json: { html: "<p>甲公司</p>", record: "r1", unread: [{ path: "body", what: "secret" }] },
    }),
    "PUT /definitions/print_template/card": () => ({ json: { version: 2 } }),
    ...more,
  });
  const { cache } = show(
    <Routes>
      <Route path="/build/:app/print/:code" element={<PrintPage />} />
      <Route path="/build/:app" element="应用的页面" />
    </Routes>,
    "/build/crm/print/card",
  );
  cache.setQueryData(keys.entities, [BUYER]);
  return sent;
}

afterEach(() => vi.restoreAllMocks());

describe("the page of a print template", () => {
  it("can be left where the browser answers a scroll with a promise", async () => {
    vi.spyOn(Element.prototype, "scrollIntoView").mockImplementation(
      (): void => Promise.resolve() as unknown as undefined,
    );
    page();
    await screen.findByRole("textbox", { name: "模板内容" });
    await userEvent.click(screen.getByRole("link", { name: "返回应用" }));
    expect(await screen.findByText("应用的页面")).toBeDefined();
  });

  it("shows the sheet, what it gives for a record, and what its builder may not see", async () => {
    page();
    const sheet = await screen.findByRole("textbox", { name: "模板内容" });
    expect(within(sheet).getByText("名称")).toBeDefined();
    const frame = await screen.findByTitle("买家卡");
    expect(frame).toHaveProperty("srcdoc", "<p>甲公司</p>");
    expect(frame.getAttribute("sandbox")).not.toContain("allow-scripts");
    expect(screen.getByText(/没有权限查看.*secret/)).toBeDefined();
  });

  it("puts a field of a related record where the cursor is, and saves it", async () => {
    const sent = page();
    await screen.findByRole("textbox", { name: "模板内容" });
    await userEvent.click(screen.getByRole("button", { name: /插入字段/ }));
    const tree = await screen.findByRole("tree");
    const branch = within(tree).getByText("上级").closest('[role="treeitem"]') as HTMLElement;
    await userEvent.click(branch.querySelector(".ant-tree-switcher") as HTMLElement);
    await userEvent.click((await within(tree).findAllByText("金额")).at(-1) as HTMLElement);
    await waitFor(() => expect(sent.some((one) => one.method === "PUT")).toBe(true), { timeout: 3000 });
    const put = sent.findLast((one) => one.method === "PUT");
    expect(JSON.stringify(put?.body)).toContain('"path":"parent.amount"');
    expect(put?.headers.get("If-Match")).toBe("1");
  });

  it("changes paper and keeps blank texts of the footer out of the document", async () => {
    const sent = page();
    await userEvent.click(await screen.findByRole("button", { name: "页面设置" }));
    const footer = await screen.findByLabelText("页脚 中");
    await userEvent.type(footer, "x");
    await userEvent.clear(footer);
    await userEvent.type(screen.getByLabelText("页眉 左"), "内部资料");
    await waitFor(
      () => expect(sent.findLast((one) => one.method === "PUT")?.body).toMatchObject({ header: { left: "内部资料" } }),
      { timeout: 3000 },
    );
    expect(sent.findLast((one) => one.method === "PUT")?.body).not.toHaveProperty("footer");
  });

  it("says where there is no such template", async () => {
    page({ "GET /definitions?app=crm": () => ({ json: { items: [] } }) });
    expect(await screen.findByText("没有这个打印模板，可能已被删除")).toBeDefined();
  });
});

describe("the work on a print template", () => {
  it("takes back what was written and how the paper was set up, in the order in which it was done", async () => {
    page();
    const sheet = await screen.findByRole("textbox", { name: "模板内容" });
    const undo = screen.getByRole("button", { name: "撤销" });
    expect(undo).toHaveProperty("disabled", true);
    await userEvent.click(screen.getByRole("button", { name: /插入字段/ }));
    await userEvent.click((await within(await screen.findByRole("tree")).findAllByText("金额")).at(-1) as HTMLElement);
    await waitFor(() => expect(within(sheet).getByText(/金额/)).toBeDefined());
    const name = screen.getByLabelText("模板名称");
    await userEvent.clear(name);
    await userEvent.type(name, "名片");
    await userEvent.click(undo);
    expect(screen.getByLabelText("模板名称")).toHaveProperty("value", "买家卡");
    expect(within(sheet).getByText(/金额/)).toBeDefined();
    await userEvent.click(undo);
    await waitFor(() => expect(within(sheet).queryByText(/金额/)).toBeNull());
    expect(within(sheet).getByText("名称")).toBeDefined();
    await userEvent.click(screen.getByRole("button", { name: "重做" }));
    await waitFor(() => expect(within(sheet).getByText(/金额/)).toBeDefined());
  });

  it("brings in what somebody else made of it, beside what is written here", async () => {
    const theirs = { ...CARD, body: { type: "doc", content: [paragraph(fieldNode("amount"))] } } as PrintDoc;
    let version = 1;
    const sent = page({
      "GET /definitions?app=crm": () => ({ json: { items: definitions(version === 1 ? CARD : theirs, version) } }),
      "PUT /definitions/print_template/card": ({ headers }) => {
        if (headers.get("If-Match") === "7") return { json: { version: 8 } };
        version = 7;
        return { status: 409, json: { code: "draft-conflict", detail: "已被他人修改" } };
      },
    });
    const sheet = await screen.findByRole("textbox", { name: "模板内容" });
    await userEvent.type(screen.getByLabelText("模板名称"), "二");
    await waitFor(() => expect(within(sheet).getByText(/金额/)).toBeDefined(), { timeout: 3000 });
    await waitFor(() => expect(sent.filter((one) => one.method === "PUT")).toHaveLength(2));
    const put = sent.findLast((one) => one.method === "PUT");
    expect(put?.body).toMatchObject({ label: { zh: "买家卡二" }, body: theirs.body });
    await userEvent.click(screen.getByRole("button", { name: "撤销" }));
    expect(screen.getByLabelText("模板名称")).toHaveProperty("value", "买家卡");
    expect(within(sheet).getByText(/金额/)).toBeDefined();
  });
});
