import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { describe, expect, it } from "vitest";
import { server, show } from "@/testing/render";
import type { EntityDoc } from "../model/design";
import { embedding, moved, newPublicForm, shownFields, tidy, toggleAsked } from "./model";
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

  it("is drawn with words of its own", () => {
    const renamed = {
      ...FORM,
      fields: [{ field: "phone", required: true, label: { zh: "你的手机" } }, { field: "gone" }],
    };
    expect(shownFields(renamed, ENTITY)).toMatchObject([{ code: "phone", required: true, label: { zh: "你的手机" } }]);
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
const LIVE = { code: "signup", label: { zh: "报名" }, entity: "guest", path: "/f/k3/signup", state: "open", taken: 4 };

function page(more: Parameters<typeof server>[0] = {}) {
  const sent = server({
    "GET /definitions?app=crm": () => ({ json: { items: definitions() } }),
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
    expect(within(screen.getByRole("region", { name: "预览" })).getByLabelText(/姓名/)).toBeDefined();
  });

  it("saves a change as a draft, with what the server says of it", async () => {
    const issue = { path: "fields", code: "x", message: "没有问「姓名」" };
    const sent = page({ "PUT /definitions/public_form/signup": () => ({ json: { version: 2, issues: [issue] } }) });
    await userEvent.click(await screen.findByRole("checkbox", { name: "填写「姓名」" }));
    expect(await screen.findByText("没有问「姓名」", {}, { timeout: 3000 })).toBeDefined();
    const put = sent.find((one) => one.method === "PUT");
    expect(put?.headers.get("If-Match")).toBe("1");
    expect(put?.body).toMatchObject({ fields: [{ field: "phone" }, { field: "source" }] });
  });

  it("takes over what somebody else saved meanwhile", async () => {
    const theirs = { ...FORM, label: { zh: "他们的名字" } };
    let reads = 0;
    page({
      "PUT /definitions/public_form/signup": () => ({ status: 409, json: { code: "x", detail: "王芳刚改过" } }),
      "GET /definitions?app=crm": () => ({ json: { items: reads++ === 0 ? definitions() : definitions(theirs, 7) } }),
    });
    await userEvent.click(await screen.findByRole("checkbox", { name: "填写「来源」" }));
    expect(await screen.findByText("王芳刚改过", {}, { timeout: 3000 })).toBeDefined();
    await waitFor(() => expect(screen.getByLabelText("表单名称")).toHaveProperty("value", "他们的名字"));
  });
});
