import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { expect, it, vi } from "vitest";
import { type Sent, server, show } from "@/testing/render";
import { Component as FormPage } from "./form-page";

/** What the server says a name's code is, where a test wants to say when. */
const held = vi.hoisted(() => ({ code: null as Promise<string> | null }));
vi.mock("@/api/definitions", async (original) => {
  const real = await original<typeof import("@/api/definitions")>();
  return { ...real, suggestCode: (...of: Parameters<typeof real.suggestCode>) => held.code ?? real.suggestCode(...of) };
});

const text = (code: string, zh: string) => ({ code, type: "text", label: { zh } });
const field = { type: "object", properties: { required: { type: "boolean" }, help: { properties: { zh: {} } } } };
const SCHEMA = { properties: { fields: { items: field } } };

/** A server with one form that somebody else can change as well. */
function builderServer() {
  let version = 3;
  let entity: Record<string, unknown> = {
    kind: "entity",
    code: "lead",
    app: "crm",
    label: { zh: "线索" },
    fields: [text("name", "名称"), text("phone", "电话")],
  };
  const info = () => ({
    kind: "entity",
    code: "lead",
    app: "crm",
    label: entity.label,
    state: "draft",
    version,
    changedBy: "m2",
    definition: entity,
  });
  const sent = server({
    "GET /definitions": () => ({ json: { items: [info()] } }),
    "GET /schemas/entity": () => ({ json: SCHEMA }),
    "GET /codes": () => ({ json: { code: "cheng_shi" } }),
    "PUT /definitions/entity/lead": ({ body, headers }: Sent) => {
      if (headers.get("If-Match") !== String(version)) {
        return { status: 409, json: { code: "draft-conflict", detail: "已被他人修改" } };
      }
      version += 1;
      entity = body as Record<string, unknown>;
      return { json: info() };
    },
    "POST /publish?dry=true": () => ({
      json: {
        revision: 1,
        steps: [{ key: "k", kind: "x", title: "字段移入回收站，3 条记录有值", lossy: true, rowsLost: 3 }],
      },
    }),
    "POST /publish": () => ({ json: { revision: 2, steps: [] } }),
  });
  return {
    sent,
    codes: () => (entity.fields as { code: string }[]).map((one) => one.code),
    /** What another builder saves meanwhile. */
    otherAdds: (code: string) => {
      version += 1;
      entity = { ...entity, fields: [...(entity.fields as object[]), text(code, code)] };
    },
  };
}

const open = () =>
  show(
    <Routes>
      <Route path="/build/:app/form/:entity" element={<FormPage />} />
      <Route path="*" element={<p>elsewhere</p>} />
    </Routes>,
    "/build/crm/form/lead",
  );
const parts = () => screen.getAllByRole("option").map((one) => one.getAttribute("aria-label"));

it("a click adds a field behind what is selected, named next, its code following the name", async () => {
  const { codes } = builderServer();
  open();
  await userEvent.click(await screen.findByRole("option", { name: "名称，单行文本" }));
  await userEvent.click(screen.getByRole("button", { name: "日期" }));
  expect(parts()).toEqual(["名称，单行文本", "日期，日期", "电话，单行文本"]);
  const label = await within(screen.getByRole("complementary")).findByLabelText("名称");
  await waitFor(() => expect(document.activeElement).toBe(label));
  await userEvent.clear(label);
  await userEvent.type(label, "城市{Enter}");
  await waitFor(() => expect(codes()).toEqual(["name", "cheng_shi", "phone"]), { timeout: 5000 });
});

it("a code that follows its name is drawn at once, so that no key is meant for the field under its old one", async () => {
  builderServer();
  open();
  await userEvent.click(await screen.findByRole("option", { name: "名称，单行文本" }));
  await userEvent.click(screen.getByRole("button", { name: "日期" }));
  const label = await within(screen.getByRole("complementary")).findByLabelText("名称");
  let give = (_: string) => {};
  held.code = new Promise((resolve) => {
    give = resolve;
  });
  await userEvent.clear(label);
  await userEvent.type(label, "城市{Enter}");
  expect(document.querySelector('[data-part="date_1"]')).not.toBeNull();
  give("cheng_shi");
  // No more than what waits for the code: a task of its own, in which a key may come before the drawing, is not let in.
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  held.code = null;
  expect(document.querySelector('[data-part="cheng_shi"]')).not.toBeNull();
});

it("what somebody else saved meanwhile and my own change are both kept", async () => {
  const { codes, otherAdds } = builderServer();
  open();
  await userEvent.click(await screen.findByRole("option", { name: "名称，单行文本" }));
  otherAdds("theirs");
  await userEvent.click(screen.getByRole("button", { name: "邮箱" }));
  await waitFor(() => expect(codes()).toEqual(["name", "email_1", "phone", "theirs"]), { timeout: 5000 });
  expect(parts()).toContain("theirs，单行文本");
  await userEvent.click(screen.getByRole("button", { name: "撤销" }));
  expect(parts()).toEqual(["名称，单行文本", "电话，单行文本", "theirs，单行文本"]);
});

it("keys select, delete and bring back", async () => {
  builderServer();
  open();
  await screen.findByRole("option", { name: "名称，单行文本" });
  await userEvent.keyboard("{ArrowDown}{Shift>}{ArrowDown}{/Shift}");
  expect(screen.getAllByRole("option", { selected: true })).toHaveLength(2);
  await userEvent.keyboard("{Delete}");
  expect(screen.queryAllByRole("option")).toHaveLength(0);
  await userEvent.keyboard("{Control>}z{/Control}");
  expect(parts()).toHaveLength(2);
});

it("a step that loses data is published only with consent to it", async () => {
  const { sent } = builderServer();
  open();
  await userEvent.click(await screen.findByRole("button", { name: "发布" }));
  const dialog = await screen.findByRole("dialog");
  await within(dialog).findByText("字段移入回收站，3 条记录有值");
  const go = within(dialog).getByRole("button", { name: "发布并打开" });
  expect(go.hasAttribute("disabled")).toBe(true);
  await userEvent.click(within(dialog).getByRole("checkbox"));
  await userEvent.click(go);
  await screen.findByText("elsewhere");
  expect(sent.find((one) => one.path === "/publish")?.body).toEqual({ app: "crm", accept: ["k"], also: [] });
});
