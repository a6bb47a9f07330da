import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import type { ActionInfo } from "@/api/rules";
import { newRule, type RuleDoc } from "@/builder/rule/model";
import { Component as RulePage } from "@/builder/rule/rule-page";
import { type Sent, server, show } from "./render";

const CUSTOMER = {
  kind: "entity",
  code: "customer",
  app: "crm",
  label: { zh: "客户" },
  fields: [
    { code: "name", type: "text", label: { zh: "名称" } },
    { code: "source", type: "select", label: { zh: "来源" }, options: [{ code: "web", label: { zh: "官网" } }] },
    { code: "ends", type: "date", label: { zh: "到期日" } },
  ],
};
export const label = (zh: string) => ({ zh, en: zh });
export const action = (code: string, zh: string, parameters: ActionInfo["parameters"]): ActionInfo => ({
  code,
  group: { code: "people", label: label("分配与共享") },
  title: label(zh),
  help: label(`${zh}的说明`),
  sentence: label(`${zh}给{to}`),
  parameters: { type: "object", ...parameters },
  example: {},
  inSave: false,
});
const ACTIONS = [
  action("assign", "平均分配", {
    properties: { to: { type: "array", title: label("给谁"), "x-input": "recipients" } },
  }),
  action("todo", "待办", {
    properties: {
      to: { type: "array", title: label("给谁"), "x-input": "recipients" },
      title: { type: "string", title: label("标题"), "x-input": "text" },
    },
    required: ["title"],
  }),
];
export const RULE = newRule("leads", "crm", { zh: "官网线索" }, "customer");
const info = (definition: { kind: string; code: string; label: object }, state = "draft") => ({
  ...definition,
  state,
  version: 1,
  definition,
});

/** The builder with a rule open; `issues` are what the server says of each save. */
export function page(rule: RuleDoc = RULE, issues: object[] = [], more: Parameters<typeof server>[0] = {}): Sent[] {
  const definitions = [info({ kind: "app", code: "crm", label: { zh: "客户" } }), info(CUSTOMER), info(rule)];
  const sent = server({
    "GET /definitions?app=crm": () => ({ json: { items: definitions } }),
    "GET /actions": () => ({ json: { items: ACTIONS } }),
    "GET /views": () => ({ json: { items: [] } }),
    "GET /roles": () => ({ json: { items: [] } }),
    "GET /departments": () => ({ json: { items: [] } }),
    "GET /groups": () => ({ json: { items: [{ id: "g1", name: "销售A组", members: 2 }] } }),
    "GET /rules": () => ({ json: { items: [], paused: false } }),
    "GET /expressions/names": () => ({
      json: {
        items: [{ code: "orders", label: { zh: "订单" }, type: "list", to: "customer", many: true, options: [] }],
      },
    }),
    "GET /records": () => ({ json: { items: [{ id: "r1", version: 1, number: "1", values: { name: "甲公司" } }] } }),
    "POST /rules/try": () => ({
      json: {
        fires: true,
        sends: [],
        steps: [{ step: "s1", do: "todo", outcome: "done", message: "会给林晓彤一个待办" }],
      },
    }),
    "POST /rules/replay": () => ({
      json: {
        fired: 3,
        whole: false,
        records: [{ id: "r1", title: "甲公司", at: "2026-11-01T00:00:00Z" }],
        byMonth: [
          { month: "2026-10", fired: 1 },
          { month: "2026-11", fired: 2 },
        ],
      },
    }),
    "PUT /definitions/rule/leads": (one) => ({ json: { ...info(one.body as RuleDoc), version: 2, issues } }),
    ...more,
  });
  show(
    <Routes>
      <Route path="/build/:app/rule/:code" element={<RulePage />} />
    </Routes>,
    "/build/crm/rule/leads",
  );
  return sent;
}

/** What was saved last. */
export const saved = (sent: Sent[]) => sent.filter((one) => one.method === "PUT").at(-1)?.body as RuleDoc | undefined;
/** The sentence at the top. */
export const says = () => screen.getByRole("region", { name: "这条规则说的是" }).textContent;
/** Adds a step at the end by its name. */
export async function addStep(name: string) {
  await userEvent.click(screen.getAllByRole("button", { name: "添加步骤" }).at(-1) as HTMLElement);
  const dialog = await screen.findByRole("dialog");
  await userEvent.click(await within(dialog).findByRole("button", { name: new RegExp(`^${name}`) }));
}
