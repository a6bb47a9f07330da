import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { beforeAll, describe, expect, it } from "vitest";
import type { ActionInfo } from "@/api/rules";
import { loadInputs } from "@/field/later-input";
import { choose, offered } from "@/testing/choose";
import { type Sent, server, show } from "@/testing/render";
import { newRule, type RuleDoc } from "./model";
import { Component as RulePage } from "./rule-page";

const label = (zh: string) => ({ zh, en: zh });
const CUSTOMER = {
  kind: "entity",
  code: "customer",
  app: "crm",
  label: { zh: "客户" },
  fields: [
    { code: "name", type: "text", label: { zh: "名称" } },
    { code: "mail", type: "email", label: { zh: "邮箱" } },
  ],
};
const CALL: ActionInfo = {
  code: "webhook",
  group: { code: "outside", label: label("外部系统") },
  title: label("调用外部系统"),
  help: label("说明"),
  sentence: label("调用 {url}"),
  parameters: { type: "object", properties: { url: { type: "string", title: label("地址"), "x-input": "url" } } },
  example: {},
  inSave: false,
};
const RULE: RuleDoc = { ...newRule("shop", "crm", { zh: "商城" }, "customer"), when: { webhook: { fields: {} } } };
const info = (definition: { kind: string; code: string; label: object }) => ({
  ...definition,
  state: "published",
  version: 1,
  definition,
});
const PATH = "/api/v1/hooks/k3/secret";
const CAME = {
  id: "d1",
  at: "2026-11-20T01:00:00Z",
  result: "refused",
  message: "还没有设置取哪些内容",
  problems: ["名称（/x）：太长"],
  body: '{"data":{"name":"甲公司","mail":"a@example.com"}}',
};

function page(rule: RuleDoc = RULE, { published = true, deliveries = [CAME] as object[] } = {}): Sent[] {
  const definitions = [info({ kind: "app", code: "crm", label: { zh: "客户" } }), info(CUSTOMER), info(rule)];
  const row = {
    code: "shop",
    label: { zh: "商城" },
    entity: "customer",
    on: true,
    lastRun: null,
    runsToday: 0,
    failures: 0,
  };
  const sent = server({
    "GET /definitions?app=crm": () => ({ json: { items: definitions } }),
    "GET /actions": () => ({ json: { items: [CALL] } }),
    "GET /views": () => ({ json: { items: [] } }),
    "GET /roles": () => ({ json: { items: [] } }),
    "GET /departments": () => ({ json: { items: [] } }),
    "GET /groups": () => ({ json: { items: [] } }),
    "GET /rules/shop/hook": () => ({ json: { path: PATH, createdAt: "2026-11-20T00:00:00Z" } }),
    "POST /rules/shop/hook": () => ({ json: { path: "/api/v1/hooks/k3/fresh", createdAt: "2026-11-21T00:00:00Z" } }),
    "GET /rules/shop/deliveries": () => ({ json: { items: deliveries } }),
    "GET /rules/shop/signing-key": () => ({ json: { key: "whsec_old" } }),
    "POST /rules/shop/signing-key": () => ({ json: { key: "whsec_new" } }),
    "GET /rules": () => ({ json: { items: published ? [row] : [], paused: false } }),
    "GET /expressions/names": () => ({ json: { items: [] } }),
    "GET /records": () => ({ json: { items: [{ id: "r1", version: 1, number: "1", values: { name: "甲公司" } }] } }),
    "POST /rules/try": () => ({
      json: {
        fires: true,
        steps: [{ step: "s1", do: "webhook", outcome: "done", message: "已交给发送" }],
        sends: [{ channel: "webhook", to: "https://erp.example.com/in", subject: "POST", text: '{"name":"甲"}' }],
      },
    }),
    "PUT /definitions/rule/shop": (one) => ({ json: { ...info(one.body as RuleDoc), version: 2, issues: [] } }),
  });
  show(
    <Routes>
      <Route path="/build/:app/rule/:code" element={<RulePage />} />
    </Routes>,
    "/build/crm/rule/shop",
  );
  return sent;
}

const saved = (sent: Sent[]) => sent.filter((one) => one.method === "PUT").at(-1)?.body as RuleDoc | undefined;

beforeAll(loadInputs);

describe("a rule that other systems set off", () => {
  it("can be chosen, and shows its address, a command that sends, and what came", async () => {
    page();
    expect(await offered(await screen.findByRole("combobox", { name: "什么时候" }))).toContain("收到其他系统的数据时");
    const address = await screen.findByRole("textbox", { name: "接收地址" });
    expect(address).toHaveProperty("value", window.location.origin + PATH);
    const command = screen.getByRole("textbox", { name: "试发命令" }) as HTMLInputElement;
    expect(command.value).toContain(`curl -X POST '${window.location.origin}${PATH}'`);
    const came = await screen.findByRole("region", { name: "最近收到的数据" });
    expect(within(came).getByText("未接收")).toBeTruthy();
    expect(within(came).getByText("名称（/x）：太长")).toBeTruthy();
    await userEvent.click(within(came).getByRole("button", { name: "看内容" }));
    expect(came.querySelector("pre")?.textContent).toContain('"name": "甲公司"');
  });

  it("is mapped by choosing fields beside what came last, and unmapped in the same way", async () => {
    const sent = page();
    await screen.findByRole("region", { name: "从最近收到的内容里选" });
    await choose(screen.getByRole("combobox", { name: "/data/name 填到" }), "名称");
    await choose(screen.getByRole("combobox", { name: "/data/mail 填到" }), "邮箱");
    await waitFor(
      () => expect(saved(sent)?.when).toEqual({ webhook: { fields: { name: "/data/name", mail: "/data/mail" } } }),
      { timeout: 3000 },
    );
    await choose(screen.getByRole("combobox", { name: "按哪个字段找记录" }), "邮箱");
    await userEvent.type(screen.getByRole("textbox", { name: "区分重复数据的编号在哪" }), "/id");
    await waitFor(() => expect(saved(sent)?.when.webhook).toMatchObject({ match: "mail", id: "/id" }), {
      timeout: 3000,
    });
    await userEvent.click(screen.getByRole("button", { name: "移除「名称」" }));
    await waitFor(() => expect(saved(sent)?.when.webhook?.fields).toEqual({ mail: "/data/mail" }), { timeout: 3000 });
  });

  it("gets another address only after it was said what is lost", async () => {
    const sent = page();
    await userEvent.click(await screen.findByRole("button", { name: "更换接收地址" }));
    expect(await screen.findByText(/旧地址立即失效/)).toBeTruthy();
    expect(sent.some((one) => one.method === "POST")).toBe(false);
    await userEvent.click(screen.getByRole("button", { name: /^更\s?换$/ }));
    await waitFor(() =>
      expect(screen.getByRole("textbox", { name: "接收地址" })).toHaveProperty(
        "value",
        `${window.location.origin}/api/v1/hooks/k3/fresh`,
      ),
    );
  });

  it("that is not published has no address yet, and asks for none", async () => {
    const sent = page(RULE, { published: false });
    expect(await screen.findByText("发布后在这里看到地址。")).toBeTruthy();
    expect(sent.some((one) => one.path.includes("/hook"))).toBe(false);
  });

  it("says what to do while nothing has come", async () => {
    page(RULE, { deliveries: [] });
    expect(await screen.findByText(/还没有收到数据/)).toBeTruthy();
  });
});

describe("a rule that calls other systems", () => {
  const calling: RuleDoc = {
    ...RULE,
    when: { created: {} },
    then: [{ code: "s1", do: "webhook", with: { url: "https://erp.example.com/in" } }],
  };

  it("shows the key that it signs by, and replaces it", async () => {
    page(calling);
    await userEvent.click(await screen.findByRole("button", { name: "第 1 步：调用外部系统" }));
    expect(await screen.findByRole("textbox", { name: "签名密钥" })).toHaveProperty("value", "whsec_old");
    await userEvent.click(screen.getByRole("button", { name: "更换签名密钥" }));
    await userEvent.click(await screen.findByRole("button", { name: /^更\s?换$/ }));
    await waitFor(() => expect(screen.getByRole("textbox", { name: "签名密钥" })).toHaveProperty("value", "whsec_new"));
  });

  it("shows in a trial what would be sent", async () => {
    page(calling);
    await userEvent.click(await screen.findByRole("button", { name: "试一试" }));
    const sends = await screen.findByRole("region", { name: "会发出的内容（这次没有发）" });
    expect(within(sends).getByText("外部系统 · POST · https://erp.example.com/in")).toBeTruthy();
    expect(sends.querySelector("pre")?.textContent).toBe('{"name":"甲"}');
  });
});
