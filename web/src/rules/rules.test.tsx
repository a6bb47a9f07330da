import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Route, Routes } from "react-router";
import { describe, expect, it } from "vitest";
import type { DefinitionInfo } from "@/api/definitions";
import type { Run, RunInfo } from "@/api/rules";
import { newRule } from "@/builder/rule/model";
import { Rules } from "@/builder/rule/rules";
import { choose } from "@/testing/choose";
import { CUSTOMER, row, type Sent, server, show } from "@/testing/render";
import { Component as RunPage } from "./run-page";
import { Component as RunsPage } from "./runs-page";
import { useRecordRules } from "./use-record-rules";

const RULE = {
  code: "leads",
  app: "crm",
  label: { zh: "官网线索" },
  entity: "customer",
  on: true,
  lastRun: "2026-11-22T08:00:00Z",
  runsToday: 12,
  failures: 2,
};
const RUN: RunInfo = {
  id: "run1",
  rule: "leads",
  record: { entity: "customer", id: "r1", title: "甲公司" },
  state: "failed",
  startedAt: "2026-11-22T08:00:00Z",
  endedAt: "2026-11-22T08:00:02Z",
  message: "组里没有人",
};
const FULL: Run = {
  ...RUN,
  ruleLabel: { zh: "官网线索" },
  attempts: 8,
  setOff: { kind: "button", by: "林晓彤" },
  steps: [
    { step: "s1", do: "assign", outcome: "failed", message: "组里没有人", at: "2026-11-22T08:00:01Z" },
    { step: "s2", do: "wait", outcome: "waiting", message: "等 3 天" },
  ],
};

function rules(paused = false, run: Run = FULL): Sent[] {
  let off = false;
  let held = paused;
  return server({
    "POST /rules/leads/stop": () => {
      off = true;
      return { json: { ...RULE, on: false } };
    },
    "POST /rules/pause": () => {
      held = true;
      return { status: 204 };
    },
    "POST /rules/resume": () => {
      held = false;
      return { status: 204 };
    },
    "GET /rules/leads/runs": () => ({ json: { items: [RUN], next: null } }),
    "GET /rules/leads/why/r1": () => ({
      json: {
        items: [
          { at: "2026-11-22T08:00:00Z", change: "c1", fired: true, reason: "条件满足", run: "run1" },
          { at: "2026-11-21T08:00:00Z", change: "c0", fired: false, reason: "来源不是官网" },
        ],
      },
    }),
    "GET /rules": () => ({
      json: { items: [{ ...RULE, on: !off }], paused: held, pausedAt: "2026-11-22T08:00:00Z" },
    }),
    "POST /rule-runs/run1/repeat": () => ({ json: RUN }),
    "GET /rule-runs/run1": () => ({ json: run }),
    "GET /actions": () => ({ json: { items: [] } }),
    "GET /records/customer": () => ({ json: { items: [{ id: "r1", version: 1, name: "甲公司" }] } }),
    "GET /": () => ({ json: { items: [] } }),
  });
}
const definition = (kind: string, code: string, doc: object): DefinitionInfo =>
  ({
    kind,
    code,
    app: "crm",
    label: { zh: "官网线索" },
    state: "published",
    version: 1,
    definition: doc,
  }) as DefinitionInfo;

describe("the rules of an app", () => {
  const DEFINITIONS = [
    definition("entity", "customer", { ...CUSTOMER, fields: [] }),
    definition("rule", "leads", newRule("leads", "crm", { zh: "官网线索" }, "customer")),
    definition("rule", "fresh", newRule("fresh", "crm", { zh: "新规则" }, "customer")),
  ];

  it("say how each does, with ways to its failures and its log", async () => {
    rules();
    show(<Rules app="crm" definitions={DEFINITIONS} />);
    const failed = await screen.findByRole("link", { name: "失败 2" });
    expect(failed.getAttribute("href")).toBe("/rules/leads?state=failed");
    expect(screen.getByRole("link", { name: "今天 12 次" }).getAttribute("href")).toBe("/rules/leads");
    expect(screen.getByText("未发布")).toBeTruthy();
    expect(screen.getAllByText(/^当客户新建时/)).toHaveLength(2);
  });

  it("are switched off without publishing", async () => {
    const sent = rules();
    show(<Rules app="crm" definitions={DEFINITIONS} />);
    await userEvent.click(await screen.findByRole("switch", { name: "启用「官网线索」" }));
    await waitFor(() => expect(screen.getByRole("switch").getAttribute("aria-checked")).toBe("false"));
    expect(sent.some((one) => one.method === "POST" && one.path === "/rules/leads/stop")).toBe(true);
  });

  it("are all paused by one press, which a banner says until they go on", async () => {
    rules();
    show(<Rules app="crm" definitions={DEFINITIONS} />);
    await userEvent.click(await screen.findByRole("button", { name: /全部暂停$/ }));
    const banner = await screen.findByRole("alert");
    expect(banner.textContent).toContain("2026-11-22");
    expect(screen.queryByRole("button", { name: /全部暂停$/ })).toBeNull();
    await userEvent.click(within(banner).getByRole("button", { name: "恢复运行" }));
    await screen.findByRole("button", { name: /全部暂停$/ });
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

describe("the log of a rule", () => {
  const open = (path: string) => {
    const sent = rules();
    show(
      <Routes>
        <Route path="/rules/:code" element={<RunsPage />} />
      </Routes>,
      path,
    );
    return sent;
  };

  it("lists runs by state and record, as the address says", async () => {
    const sent = open("/rules/leads?state=failed");
    expect(await screen.findByText("组里没有人")).toBeTruthy();
    expect(screen.getByRole("link", { name: "查看「甲公司」的这次运行" }).getAttribute("href")).toBe(
      "/rules/runs/run1",
    );
    expect(sent.some((one) => one.path === "/rules/leads/runs?state=failed")).toBe(true);
    await choose(screen.getByRole("combobox", { name: "哪条记录" }), "甲公司");
    await waitFor(() => expect(sent.some((one) => one.path === "/rules/leads/runs?state=failed&record=r1")).toBe(true));
  });

  it("tells for a record why the rule fired and why it did not", async () => {
    open("/rules/leads?record=r1");
    expect(await screen.findByText("来源不是官网")).toBeTruthy();
    expect(screen.getByText("没有触发")).toBeTruthy();
  });
});

describe("a run", () => {
  const open = (run: Run) => {
    const sent = rules(false, run);
    show(
      <Routes>
        <Route path="/rules/runs/:id" element={<RunPage />} />
      </Routes>,
      "/rules/runs/run1",
    );
    return sent;
  };

  it("tells each step and is done again by a press where it failed", async () => {
    const sent = open(FULL);
    const steps = await screen.findByRole("region", { name: "每一步" });
    expect(within(steps).getByText("等待")).toBeTruthy();
    expect(within(steps).getByText("组里没有人")).toBeTruthy();
    expect(screen.getByText("试过 8 次")).toBeTruthy();
    expect(screen.getByText("按钮（林晓彤）")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "重做" }));
    await waitFor(() => expect(sent.some((one) => one.path === "/rule-runs/run1/repeat")).toBe(true));
  });

  it("draws the loop that it was stopped for, naming rules and records", async () => {
    const at = (rule: string, record: string) => ({ rule, entity: "customer", record, title: record });
    const message = "规则绕回来了，已停下：甲 → 乙 → 甲";
    open({ ...FULL, state: "stopped", message, cycle: [at("a", "r1"), at("b", "r2"), at("a", "r1")] });
    const ring = await screen.findByRole("img", { name: "规则循环图" });
    expect(ring.querySelectorAll("circle")).toHaveLength(2);
    expect(screen.getByRole("link", { name: "r2" }).getAttribute("href")).toBe("/e/customer/r2");
    expect(screen.getAllByText(/停下：/), "it is said once why").toHaveLength(1);
  });

  it("that is done cannot be done again", async () => {
    open({ ...FULL, state: "done", steps: [] });
    expect(await screen.findByText("还没有执行到任何步骤")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "重做" })).toBeNull();
  });
});

describe("the menu of a record", () => {
  function Menu() {
    const { items, drawer } = useRecordRules({
      entity: { ...CUSTOMER, app: "crm" },
      row: row("r1", { name: "甲公司" }),
    });
    return (
      <>
        {items.map((item) => (
          <button key={item.key} type="button" onClick={item.onClick}>
            {item.label}
          </button>
        ))}
        {drawer}
      </>
    );
  }

  it("leads to what rules did here, and on asking why one did not", async () => {
    rules();
    show(<Menu />);
    await userEvent.click(screen.getByRole("button", { name: "规则在此记录上做了什么" }));
    await userEvent.click(await screen.findByRole("button", { name: /官网线索/ }));
    expect(await screen.findByText("组里没有人")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "为什么没有触发？" }));
    expect(await screen.findByText("来源不是官网")).toBeTruthy();
  });
});
