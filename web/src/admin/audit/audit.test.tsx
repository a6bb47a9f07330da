import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { AuditEntry } from "@/api/audit";
import { MeProvider } from "@/app/signed-in";
import { ME, server, show } from "@/testing/render";
import { Component } from "./audit-page";

const entry = (id: string, more: Partial<AuditEntry> = {}): AuditEntry => ({
  id,
  at: "2026-11-20T08:00:00Z",
  action: "member-changed",
  label: "修改成员",
  sentence: "林晓彤 修改了成员「李娜」",
  member: "m1",
  who: "林晓彤",
  origin: "session",
  way: "网页",
  via: null,
  address: "192.0.2.7",
  kind: "member",
  object: "m2",
  title: "李娜",
  facts: [],
  changes: [{ label: "主部门", before: null, after: "销售部" }],
  seq: 7,
  hash: "ab12",
  ...more,
});

const STATE = {
  removed: 0,
  sealed: 7,
  end: "w_abcd:7:ab12",
  sealedAt: "2026-11-20T08:00:00Z",
  waiting: 1,
  keepDays: 1095,
};

function answers(more: Parameters<typeof server>[0] = {}) {
  return server({
    ...more,
    "GET /audit/actions": () => ({ json: { items: [{ code: "signed-in", label: "登录" }] } }),
    "GET /audit/state": () => ({ json: STATE }),
    "GET /audit?": (sent) =>
      sent.path.includes("after=next")
        ? { json: { items: [entry("e2", { sentence: "系统 清除了日志", member: null, who: null })], next: null } }
        : { json: { items: [entry("e1")], next: "next" } },
  });
}

describe("the audit log", () => {
  it("shows sentences, and on a press what was before and after", async () => {
    answers();
    show(<Component />, "/settings/audit");
    await userEvent.click(await screen.findByRole("button", { name: /修改了成员「李娜」/ }));
    const drawer = await screen.findByRole("dialog");
    expect(within(drawer).getByText("销售部")).toBeTruthy();
    expect(within(drawer).getByText("（空）")).toBeTruthy();
    expect(within(drawer).getByText("192.0.2.7")).toBeTruthy();
    expect(within(drawer).getByText("编号 7")).toBeTruthy();
  });

  it("goes on with earlier entries", async () => {
    answers();
    show(<Component />, "/settings/audit");
    await userEvent.click(await screen.findByRole("button", { name: "更早的日志" }));
    expect(await screen.findByText("系统 清除了日志")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "更早的日志" })).toBeNull();
  });

  it("asks by what the address says, whole days of the workspace included, and narrows from an entry", async () => {
    const sent = answers();
    const { router } = show(<Component />, "/settings/audit?from=2026-11-01&to=2026-11-30&text=李");
    await userEvent.click(await screen.findByRole("button", { name: /修改了成员/ }));
    const asked = new URLSearchParams(sent.find((one) => one.path.startsWith("/audit?"))?.path.split("?")[1]);
    expect(asked.get("from")).toBe("2026-10-31T16:00:00.000Z");
    expect(asked.get("to")).toBe("2026-11-30T16:00:00.000Z");
    expect(asked.get("text")).toBe("李");
    await userEvent.click(await screen.findByRole("button", { name: "只看这个对象" }));
    await waitFor(() => expect(router.state.location.search).toBe("?kind=member&object=m2"));
    expect(await screen.findByText("只看「李娜」的日志")).toBeTruthy();
  });

  it("says whether the chain holds, or where it is broken", async () => {
    let holds = true;
    const sent = answers({
      "POST /audit/verify": () => ({
        json: holds
          ? { holds: true, first: 1, last: 7, entries: 7, end: "w_abcd:7:ab12", said: null }
          : { holds: false, first: 0, last: 3, entries: 0, end: null, said: "内容与封存时不一致" },
      }),
    });
    show(<Component />, "/settings/audit");
    await userEvent.click(await screen.findByText("完整性"));
    await userEvent.click(await screen.findByRole("button", { name: "核对" }));
    expect(await screen.findByText(/核对通过.*1 至 7 的 7 条/)).toBeTruthy();
    holds = false;
    await userEvent.type(screen.getByRole("textbox", { name: /另行记下/ }), "w_abcd:7:ff");
    await userEvent.click(screen.getByRole("button", { name: "核对" }));
    expect(await screen.findByText(/编号 3，内容与封存时不一致/)).toBeTruthy();
    expect(sent.filter((one) => one.path === "/audit/verify").map((one) => one.body)).toEqual([
      { end: null },
      { end: "w_abcd:7:ff" },
    ]);
  });

  it("is not there for anybody but administrators", () => {
    const sent = answers();
    show(
      <MeProvider value={{ ...ME, admin: false }}>
        <Component />
      </MeProvider>,
      "/settings/audit",
    );
    expect(screen.getByText("这里只有管理员能看")).toBeTruthy();
    expect(sent).toEqual([]);
  });
});
