import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { describe, expect, it } from "vitest";
import { keys } from "@/api/keys";
import { CUSTOMER, type Sent, server, show } from "@/testing/render";
import { paragraph, textNode } from "../print/model";
import { Component as MailPage } from "./mail-page";
import { MailTemplates } from "./mail-templates";
import { asPage, type MailDoc, newMailTemplate, putIn, subjectParts } from "./model";

const DOC: MailDoc = {
  kind: "mail_template",
  code: "welcome",
  app: "crm",
  label: { zh: "欢迎" },
  entity: "customer",
  subject: "你好 {name}",
  body: { type: "doc", content: [paragraph(textNode("谢谢你的来信"))] },
};

describe("a subject", () => {
  it("is texts and expressions, whose quoted braces are their own", () => {
    expect(subjectParts('你好 {name}，{IF(spent > 5, "}", {累计消费})}！')).toEqual([
      { text: "你好 " },
      { expression: "name" },
      { text: "，" },
      { expression: 'IF(spent > 5, "}", {累计消费})' },
      { text: "！" },
    ]);
    expect(subjectParts("")).toEqual([]);
  });

  it("is none where braces do not match or hold nothing", () => {
    for (const wrong of ["{name", "name}", "{ }", "{a} }"]) expect(subjectParts(wrong), wrong).toBeNull();
  });

  it("takes a field where the cursor stands", () => {
    expect(putIn("你好，欢迎", "{name}", 2, 2)).toEqual({ text: "你好{name}，欢迎", cursor: 8 });
    expect(putIn("你好 X", "{name}", 3, 4)).toEqual({ text: "你好 {name}", cursor: 9 });
  });
});

describe("a mail template", () => {
  it("is previewed as a page with its subject on top, and not at all while the subject is wrong", () => {
    const page = asPage(DOC);
    expect(page?.kind).toBe("print_template");
    expect(page?.body.content?.[0]?.content).toEqual([
      textNode("你好 "),
      { type: "field", attrs: { path: "", formula: "name", format: "usual" } },
    ]);
    expect(page?.body.content?.at(-1)).toEqual(DOC.body.content?.[0]);
    expect(page).not.toHaveProperty("subject");
    expect(asPage({ ...DOC, subject: "{" })).toBeNull();
  });

  it("begins by naming its record, where the record has a name", () => {
    const say = { name: () => "客户", dear: "尊敬的", end: "：", subject: "关于" };
    const start = { code: "a", app: "crm", label: { zh: "a" }, say };
    expect(newMailTemplate({ ...start, entity: CUSTOMER }).subject).toBe("关于 {name}");
    expect(newMailTemplate({ ...start, entity: { ...CUSTOMER, titleField: undefined } }).subject).toBe("关于 客户");
  });
});

const info = (doc: MailDoc) => ({ ...doc, state: "draft", version: 1, changedBy: "m1", definition: doc });

function page(more: Parameters<typeof server>[0] = {}): Sent[] {
  const sent = server({
    "GET /definitions": () => ({ json: { items: [info(DOC)] } }),
    "GET /records/customer": () => ({ json: { items: [], next: null } }),
    "POST /print-templates/preview": () => ({ json: { html: "<p>你好 华信</p>", record: "r", unread: [] } }),
    "PUT /definitions/mail_template/welcome": () => ({ json: { version: 2 } }),
    ...more,
  });
  show(
    <Routes>
      <Route path="/build/:app/mail/:code" element={<MailPage />} />
    </Routes>,
    "/build/crm/mail/welcome",
  );
  return sent;
}

describe("the builder of a mail template", () => {
  it("puts a field into the subject, keeps it, and shows what it gives for a record", async () => {
    const sent = page();
    const subject = await screen.findByLabelText("主题");
    expect(await screen.findByTitle("欢迎")).toHaveProperty("srcdoc", "<p>你好 华信</p>");
    await userEvent.click(screen.getByRole("button", { name: "在主题里插入字段" }));
    const tree = await screen.findByRole("tree");
    await userEvent.click((await within(tree).findAllByText("累计消费")).at(-1) as HTMLElement);
    expect(subject).toHaveProperty("value", "你好 {name}{spent}");
    await waitFor(
      () =>
        expect(sent.findLast(({ method }) => method === "PUT")?.body).toMatchObject({ subject: "你好 {name}{spent}" }),
      { timeout: 3000 },
    );
  });

  it("says what is wrong with a subject, and takes it back", async () => {
    page();
    const subject = await screen.findByLabelText("主题");
    await userEvent.type(subject, "}");
    expect(await screen.findByText("花括号没有配对，或里面是空的")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "撤销" }));
    expect(subject).toHaveProperty("value", "你好 {name}");
  });

  it("puts the link to the record into the text, and warns where mails cannot have it", async () => {
    const sent = page({
      "POST /print-templates/preview": () => ({ json: { html: "<p>好</p>", record: "r", unread: [], unlinked: true } }),
    });
    await screen.findByLabelText("主题");
    await userEvent.click(screen.getByRole("button", { name: "plus 插入字段" }));
    const tree = await screen.findByRole("tree");
    await userEvent.click(within(tree).getByText("记录链接"));
    await waitFor(
      () =>
        expect(JSON.stringify(sent.findLast(({ method }) => method === "PUT")?.body)).toContain('"path":"record.link"'),
      { timeout: 3000 },
    );
    expect(within(screen.getByRole("textbox", { name: "模板内容" })).getByText("记录链接")).toBeDefined();
    expect(await screen.findByText(/邮件里的记录链接会留空/)).toBeDefined();
    expect(sent.findLast(({ path }) => path.includes("preview"))?.body).toMatchObject({ mail: true });
  });

  it("offers no link for a subject", async () => {
    page();
    await userEvent.click(await screen.findByRole("button", { name: "在主题里插入字段" }));
    expect(within(await screen.findByRole("tree")).queryByText("记录链接")).toBeNull();
  });

  it("offers nothing that a mail cannot hold", async () => {
    page();
    await screen.findByLabelText("主题");
    await userEvent.click(screen.getByText("插入"));
    expect(await screen.findByText("分隔线")).toBeTruthy();
    expect(screen.queryByText("分页")).toBeNull();
    expect(screen.queryByText("二维码")).toBeNull();
  });
});

it("an app lists its mail templates, and makes and deletes them", async () => {
  const sent = server({
    "POST /definitions/suggest": () => ({ json: { code: "to_customer" } }),
    "DELETE /definitions/mail_template/welcome": () => ({ status: 204 }),
    "GET /definitions": () => ({ json: { items: [] } }),
  });
  const entity = { ...info(DOC), kind: "entity", code: "customer", label: { zh: "客户" }, state: "published" };
  const { cache } = show(<MailTemplates app="crm" definitions={[entity, info(DOC)] as never} />);
  cache.setQueryData(keys.entities, [CUSTOMER]);
  expect(screen.getByRole("link", { name: "设计" }).getAttribute("href")).toBe("/build/crm/mail/welcome");
  await userEvent.click(screen.getByRole("button", { name: "删除邮件模板「欢迎」" }));
  await waitFor(() => expect(sent.some(({ method }) => method === "DELETE")).toBe(true));
});
