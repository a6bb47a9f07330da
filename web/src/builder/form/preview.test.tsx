import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { describe, expect, it } from "vitest";
import { keys } from "@/api/keys";
import type { FieldInfo } from "@/api/types";
import { CUSTOMER, type Sent, server, show } from "@/testing/render";
import { Component as FormPage } from "./form-page";

const field = (code: string, zh: string, more: Partial<FieldInfo> = {}): FieldInfo => ({
  code,
  type: "text",
  valueType: "text",
  label: { zh },
  ...more,
});
const number = (code: string, zh: string, more: Partial<FieldInfo> = {}) =>
  field(code, zh, { type: "number", valueType: "number", ...more });
const DOCUMENT = {
  kind: "entity",
  code: "lead",
  app: "crm",
  label: { zh: "线索" },
  fields: [
    { code: "name", type: "text", label: { zh: "名称" } },
    { code: "reason", type: "text", label: { zh: "原因" }, shown: 'name = "丢"' },
    { code: "price", type: "number", label: { zh: "单价" } },
    { code: "twice", type: "formula", label: { zh: "双倍" }, formula: "price * 2" },
    { code: "kind", type: "text", label: { zh: "类型" }, default: '"新签"' },
  ],
};
const DRAFTED = {
  ...CUSTOMER,
  code: "lead",
  label: { zh: "线索" },
  fields: [
    field("name", "名称"),
    field("reason", "原因", {
      required: true,
      shown: { op: "=", left: { path: "name" }, right: { value: "丢" } },
    }),
    number("price", "单价"),
    number("twice", "双倍", {
      type: "formula",
      readonly: true,
      formulaTree: { op: "*", left: { path: "price" }, right: { value: "2", type: "number" } },
    }),
    field("kind", "类型", { defaulted: true, defaultTree: { value: "新签" } }),
  ],
  checks: [
    {
      code: "cheap",
      field: "price",
      message: { zh: "单价要大于零" },
      needs: ["price"],
      when: { op: ">", left: { path: "price" }, right: { value: "0", type: "number" } },
    },
  ],
};

function page(more: Parameters<typeof server>[0] = {}) {
  let version = 3;
  const sent = server({
    "GET /definitions": () => ({
      json: {
        items: [{ kind: "entity", code: "lead", label: DOCUMENT.label, state: "draft", version, definition: DOCUMENT }],
      },
    }),
    "GET /schemas/entity": () => ({ json: { properties: {} } }),
    "GET /entities/lead?draft=true": () => ({ json: DRAFTED }),
    "GET /codes": () => ({ json: { code: "x" } }),
    "PUT /definitions/entity/lead": () => {
      version += 1;
      return { json: { version } };
    },
    ...more,
  });
  const view = show(
    <Routes>
      <Route path="/build/:app/form/:entity" element={<FormPage />} />
    </Routes>,
    "/build/crm/form/lead",
  );
  return { sent, ...view };
}

async function tryIt() {
  await screen.findByRole("option", { name: "名称，单行文本" });
  await userEvent.click(screen.getByText("试填"));
  return screen.findByLabelText(/名称/);
}

describe("trying a form that is being built", () => {
  it("follows its conditions, checks and defaults while one types", async () => {
    page();
    const name = await tryIt();
    expect(screen.queryByLabelText(/原因/)).toBeNull();
    expect(screen.getByLabelText(/类型/)).toHaveProperty("value", "新签");
    await userEvent.type(name, "丢");
    expect(await screen.findByLabelText(/原因/)).toBeDefined();
    await userEvent.type(screen.getByLabelText(/单价/), "-1{Tab}");
    expect((await screen.findByRole("alert")).textContent).toBe("单价要大于零");
    await userEvent.clear(name);
    await waitFor(() => expect(screen.queryByLabelText(/原因/)).toBeNull());
  });

  it("works formulas out", async () => {
    page();
    await tryIt();
    expect(screen.getByLabelText("双倍").textContent).toBe("自动计算");
    await userEvent.type(screen.getByLabelText(/单价/), "21{Tab}");
    await waitFor(() => expect(screen.getByLabelText("双倍").textContent).toContain("42"));
  });

  it("begins with what a real record holds, where one is chosen", async () => {
    const { cache } = page({
      "GET /records/lead/r1": () => ({ json: { id: "r1", version: 1, name: "丢", reason: "太贵", price: "5" } }),
      "GET /records/lead?": () => ({ json: { items: [{ id: "r1", version: 1, name: "丢" }] } }),
    });
    cache.setQueryData(keys.entities, [{ ...DRAFTED, titleField: "name" }]);
    await tryIt();
    await userEvent.click(screen.getByRole("combobox", { name: "试填的记录" }));
    await userEvent.click(await screen.findByText("丢"));
    await waitFor(() => expect(screen.getByLabelText(/原因/)).toHaveProperty("value", "太贵"));
    expect(screen.getByLabelText("双倍").textContent).toContain("10");
  });

  it("tries what was saved last, and says so where the draft is refused", async () => {
    const refused = {
      code: "invalid-definition",
      detail: "不能保存",
      errors: [{ path: "x", code: "x", message: "错了" }],
    };
    page({ "PUT /definitions/entity/lead": () => ({ status: 400, json: refused }) });
    await screen.findByRole("option", { name: "名称，单行文本" });
    await userEvent.click(screen.getByRole("button", { name: "邮箱" }));
    await userEvent.click(screen.getByText("试填"));
    expect(await screen.findByText(/上次保存的样子/)).toBeDefined();
    expect(await screen.findByLabelText(/名称/)).toBeDefined();
  });

  it("asks the server of the draft only once that has what was built last", async () => {
    const { sent } = page();
    await screen.findByRole("option", { name: "名称，单行文本" });
    await userEvent.click(screen.getByRole("button", { name: "邮箱" }));
    await userEvent.click(screen.getByText("试填"));
    await screen.findByLabelText(/名称/);
    const at = (ask: (one: Sent) => boolean) => sent.findIndex(ask);
    expect(at((one) => one.path.startsWith("/entities/lead"))).toBeGreaterThan(at((one) => one.method === "PUT"));
  });
});
