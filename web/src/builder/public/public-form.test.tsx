import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { describe, expect, it } from "vitest";
import { type Sent, server, show } from "@/testing/render";
import type { EntityDoc } from "../model/design";
import { embedding, moved, newPublicForm, tidy, toggleAsked } from "./model";
import { Component as PublicFormPage } from "./public-form-page";

const ENTITY = {
  kind: "entity",
  code: "guest",
  app: "crm",
  label: { zh: "来宾" },
  fields: [
    { code: "name", type: "text", label: { zh: "姓名" }, required: true },
    { code: "phone", type: "phone", label: { zh: "手机" }, unique: true },
    { code: "source", type: "text", label: { zh: "来源" } },
    { code: "host", type: "member", label: { zh: "接待人" } },
  ],
} as EntityDoc;
const FORM = newPublicForm("signup", "crm", { zh: "报名" }, ENTITY);

describe("a new public form", () => {
  it("asks for what people outside can fill in, and recognises them where two may not be alike", () => {
    expect(FORM.fields).toEqual([{ field: "name", required: true }, { field: "phone" }, { field: "source" }]);
    expect(FORM.duplicates).toEqual({ by: "phone", known: "fill" });
  });

  it("does not recognise by what it does not ask for any more", () => {
    const phone = ENTITY.fields[1];
    if (!phone) throw new Error("no phone");
    const without = toggleAsked(FORM, phone, false);
    expect(without.fields.map((one) => one.field)).toEqual(["name", "source"]);
    expect(without.duplicates).toBeUndefined();
    expect("duplicates" in tidy(without)).toBe(false);
    expect(toggleAsked(without, phone, true).fields.map((one) => one.field)).toEqual(["name", "source", "phone"]);
  });

  it("fields are moved, and stay at the ends", () => {
    expect(moved([1, 2, 3], 0, 2)).toEqual([2, 3, 1]);
    expect(moved([1, 2, 3], 2, 0)).toEqual([3, 1, 2]);
    expect(moved([1, 2, 3], 2, 3)).toEqual([1, 2, 3]);
  });

  it("is put into a website by one line that no title breaks", () => {
    expect(embedding("https://a/f/x/y", 'A "b" <c>')).toBe(
      '<iframe src="https://a/f/x/y" title="A &quot;b&quot; &lt;c>" style="width:100%;height:720px;border:0"></iframe>',
    );
  });
});

const definitions = (form: object = FORM, version = 1) => [
  { kind: "app", code: "crm", label: { zh: "客户" }, state: "published", version: 1, definition: {} },
  { kind: "entity", code: "guest", label: ENTITY.label, state: "published", version: 1, definition: ENTITY },
  { kind: "public_form", code: "signup", label: { zh: "报名" }, state: "draft", version, definition: form },
];
const LIVE = {
  code: "signup",
  label: { zh: "报名" },
  entity: "guest",
  path: "/f/k3/signup",
  state: "open",
  taken: 4,
  quota: null,
};

const OUTSIDE = {
  fields: [
    { code: "name", type: "text", valueType: "text", label: { zh: "姓名" }, required: true },
    {
      code: "phone",
      type: "phone",
      valueType: "text",
      label: { zh: "你的手机" },
      shown: { op: "=", left: { path: "name" }, right: { value: "张三" } },
    },
  ],
};

function page(more: Parameters<typeof server>[0] = {}) {
  const sent = server({
    "GET /definitions?app=crm": () => ({ json: { items: definitions() } }),
    "GET /public-forms/signup/draft": () => ({ json: OUTSIDE }),
    "GET /public-forms": () => ({ json: { items: [LIVE] } }),
    ...more,
  });
  show(
    <Routes>
      <Route path="/build/:app/public/:code" element={<PublicFormPage />} />
    </Routes>,
    "/build/crm/public/signup",
  );
  return sent;
}

describe("the page of a public form", () => {
  it("hands out its address, and shows it as people outside see it", async () => {
    page();
    const link = await screen.findByLabelText("链接");
    expect(link).toHaveProperty("value", `${window.location.origin}/f/k3/signup`);
    expect(screen.getByText(/已收 4 份/)).toBeDefined();
    expect(await within(screen.getByRole("region", { name: "预览" })).findByLabelText(/姓名/)).toBeDefined();
  });

  it("follows the conditions of the draft in its preview", async () => {
    page();
    const preview = within(await screen.findByRole("region", { name: "预览" }));
    expect(preview.queryByLabelText(/手机/)).toBeNull();
    await userEvent.type(await preview.findByLabelText(/姓名/), "张三");
    expect(await preview.findByLabelText(/你的手机/)).toBeDefined();
  });

  it("asks anew what strangers would see once the draft is saved", async () => {
    const sent = page({ "PUT /definitions/public_form/signup": () => ({ json: { version: 2 } }) });
    await userEvent.click(await screen.findByRole("checkbox", { name: "填写「姓名」" }));
    const reads = () => sent.filter((one) => one.path === "/public-forms/signup/draft");
    await waitFor(() => expect(reads()).toHaveLength(2), { timeout: 3000 });
    expect(sent.indexOf(reads()[1] as Sent)).toBeGreaterThan(sent.findIndex((one) => one.method === "PUT"));
  });

  it("takes steps back, what is typed in one go as one", async () => {
    page({ "PUT /definitions/public_form/signup": () => ({ json: { version: 2 } }) });
    const name = await screen.findByLabelText("表单名称");
    await userEvent.type(name, "二期");
    await userEvent.click(screen.getByRole("checkbox", { name: "填写「姓名」" }));
    const undo = screen.getByRole("button", { name: "撤销" });
    await userEvent.click(undo);
    expect(screen.getByRole("checkbox", { name: "填写「姓名」" })).toHaveProperty("checked", true);
    await userEvent.click(undo);
    expect(screen.getByLabelText("表单名称")).toHaveProperty("value", "报名");
    expect(undo).toHaveProperty("disabled", true);
    await userEvent.click(screen.getByRole("button", { name: "重做" }));
    expect(screen.getByLabelText("表单名称")).toHaveProperty("value", "报名二期");
  });
});

describe("the work on a public form", () => {
  it("saves a change as a draft, with what the server says of it", async () => {
    const issue = { path: "fields", code: "x", message: "没有问「姓名」" };
    const sent = page({ "PUT /definitions/public_form/signup": () => ({ json: { version: 2, issues: [issue] } }) });
    await userEvent.click(await screen.findByRole("checkbox", { name: "填写「姓名」" }));
    expect(await screen.findByText("没有问「姓名」", {}, { timeout: 3000 })).toBeDefined();
    const put = sent.find((one) => one.method === "PUT");
    expect(put?.headers.get("If-Match")).toBe("1");
    expect(put?.body).toMatchObject({ fields: [{ field: "phone" }, { field: "source" }] });
  });

  it("joins what somebody else saved meanwhile with what is changed here", async () => {
    const theirs = { ...FORM, label: { zh: "他们的名字" } };
    let version = 1;
    const sent = page({
      "PUT /definitions/public_form/signup": ({ headers }) => {
        if (headers.get("If-Match") === "7") return { json: { version: 8 } };
        version = 7;
        return { status: 409, json: { code: "draft-conflict", detail: "王芳刚改过" } };
      },
      "GET /definitions?app=crm": () => ({
        json: { items: version === 1 ? definitions() : definitions(theirs, version) },
      }),
    });
    await userEvent.click(await screen.findByRole("checkbox", { name: "填写「来源」" }));
    await waitFor(() => expect(screen.getByLabelText("表单名称")).toHaveProperty("value", "他们的名字"), {
      timeout: 3000,
    });
    await waitFor(() => expect(sent.filter((one) => one.method === "PUT")).toHaveLength(2));
    const put = sent.findLast((one) => one.method === "PUT")?.body as typeof FORM;
    expect(put.label).toEqual({ zh: "他们的名字" });
    expect(put.fields.map((one) => one.field)).toEqual(["name", "phone"]);
  });
});
