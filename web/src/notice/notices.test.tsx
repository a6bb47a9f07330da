import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Notice, type NoticePreferences, TOPICS } from "@/api/notices";
import { choose } from "@/testing/choose";
import { type Sent, server, show } from "@/testing/render";
import { Badge } from "./badge";
import { Bells } from "./bells";
import { wayTo } from "./notice";
import { Component as NoticesPage } from "./notices-page";
import { gathers, paceOf, wantedOf, withPace } from "./preferences";
import { Component as PreferencesPage } from "./preferences-page";

const notice = (id: string, part: Partial<Notice> = {}): Notice => ({
  id,
  at: "2026-11-22T02:00:00Z",
  topic: "assignments",
  title: `李明交给你：${id}`,
  text: null,
  by: { id: "m2", name: "李明" },
  about: null,
  todo: null,
  read: false,
  ...part,
});

const ABOUT = { entity: "customer", record: "r1", title: "恒泰贸易" };
const OFF = Object.fromEntries(TOPICS.map((topic) => [topic, { in_app: "at_once", mail: "off" } as const]));
const PREFERENCES: NoticePreferences = {
  channels: ["in_app", "mail"],
  topics: OFF,
  quiet: null,
  digest_at: "09:00",
  address: null,
  usualAddress: "xiaotong@example.com",
};

let sent: Sent[];
let lines: { listeners: Map<string, (event: unknown) => void>; closed: boolean }[];

class FakeSource {
  listeners = new Map<string, (event: unknown) => void>();
  closed = false;
  readyState = 1;
  constructor() {
    lines.push(this);
  }
  addEventListener(name: string, listener: (event: unknown) => void) {
    this.listeners.set(name, listener);
  }
  close() {
    this.closed = true;
  }
}

beforeEach(() => {
  lines = [];
  vi.stubGlobal("EventSource", FakeSource);
  sent = server({
    "GET /notices/count": () => ({ json: { unread: 2 } }),
    "GET /todos/counts": () => ({ json: { open: 5, overdue: 1, today: 2 } }),
    "GET /notices": () => ({
      json: { items: [notice("a", { about: ABOUT }), notice("b", { read: true, text: "合同要改两处" })], next: null },
    }),
    "POST /notices/read": () => ({ json: { unread: 0 } }),
    "GET /me/notice-preferences": () => ({ json: PREFERENCES }),
    "PUT /me/notice-preferences": ({ body }) => ({ json: { ...PREFERENCES, ...(body as object) } }),
  });
});
afterEach(() => vi.unstubAllGlobals());

const say = (name: string, data: unknown) =>
  act(async () => lines.at(-1)?.listeners.get(name)?.({ data: JSON.stringify(data) }));

describe("the bell", () => {
  it("counts what is unread and what is to be done, and follows what the server says", async () => {
    show(<Bells phone={false} />);
    expect(await screen.findByRole("button", { name: "通知：2 条未读" })).toBeTruthy();
    expect(await screen.findByRole("link", { name: "待办：1 项逾期，2 项今天到期" })).toBeTruthy();
    await say("notice", { unread: 3, latest: null });
    await say("todo", { open: 4, overdue: 0, today: 1 });
    expect(await screen.findByRole("button", { name: "通知：3 条未读" })).toBeTruthy();
    expect(await screen.findByRole("link", { name: "待办：0 项逾期，1 项今天到期" })).toBeTruthy();
  });

  it("says what has just come, which leads to its record", async () => {
    const { router } = show(<Bells phone={false} />);
    await screen.findByRole("button", { name: "通知：2 条未读" });
    await say("notice", { unread: 3, latest: notice("新线索", { about: ABOUT }) });
    await userEvent.click(await screen.findByText("李明交给你：新线索"));
    expect(router.state.location.pathname).toBe("/e/customer/r1");
  });

  it("shows the latest, marks the one that is opened as read, and closes by Escape", async () => {
    const { router } = show(<Bells phone={false} />);
    const bell = await screen.findByRole("button", { name: "通知：2 条未读" });
    await userEvent.click(bell);
    const panel = await screen.findByRole("dialog", { name: "通知" });
    expect(await within(panel).findByText("合同要改两处")).toBeTruthy();
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("dialog", { name: "通知" })).toBeNull();
    expect(document.activeElement).toBe(bell);
    await userEvent.click(bell);
    await userEvent.click(await screen.findByRole("link", { name: /李明交给你：a/ }));
    expect(router.state.location.pathname).toBe("/e/customer/r1");
    await waitFor(() => expect(sent.find(({ method }) => method === "POST")?.body).toEqual({ ids: ["a"] }));
    expect(screen.getByRole("button", { name: "通知：0 条未读" })).toBeTruthy();
  });

  it("is a link to the page on a phone", async () => {
    show(<Bells phone />);
    const link = await screen.findByRole("link", { name: "通知：2 条未读" });
    expect(link.getAttribute("href")).toBe("/notices");
    expect(screen.queryByRole("link", { name: /^待办/ })).toBeNull();
  });

  it("hangs up with its page", async () => {
    const shown = show(<Bells phone />);
    await screen.findByRole("link", { name: "通知：2 条未读" });
    shown.unmount();
    expect(lines[0]?.closed).toBe(true);
  });

  it("counts no more than two digits, and nothing where there is nothing", () => {
    show(<Badge n={150} />);
    expect(screen.getByText("99+")).toBeTruthy();
    const { container } = show(<Badge n={0} />);
    expect(container.textContent).toBe("");
  });
});

describe("notices", () => {
  it("lead to their record, to the to-dos, or where the record may not be read to neither", () => {
    expect(wayTo({ about: ABOUT, todo: "t" })).toBe("/e/customer/r1");
    expect(wayTo({ about: null, todo: "t" })).toBe("/todos");
    expect(wayTo({ about: { ...ABOUT, title: null }, todo: null })).toBe("/notices");
  });

  it("are all marked as read by one press", async () => {
    show(<NoticesPage />, "/notices");
    await userEvent.click(await screen.findByRole("button", { name: "全部标为已读" }));
    expect(sent.find(({ method }) => method === "POST")?.body).toEqual({ all: true });
    await waitFor(() => expect(screen.queryByRole("button", { name: "全部标为已读" })).toBeNull());
  });

  it("are asked for unread where the address says so", async () => {
    show(<NoticesPage />, "/notices?unread=1");
    await screen.findByText("李明交给你：a");
    expect(sent[0]?.path).toContain("unread=true");
  });
});

describe("preferences", () => {
  it("are at once in the product, a mail a day and nothing else where nobody chose", () => {
    expect(paceOf({}, "system", "in_app")).toBe("at_once");
    expect(paceOf({}, "system", "mail")).toBe("digest");
    expect(paceOf({}, "system", "sms")).toBe("off");
    const chosen = withPace(PREFERENCES.topics, "reminders", "in_app", "off");
    expect(chosen).toEqual({ ...OFF, reminders: { in_app: "off", mail: "off" } });
    expect(PREFERENCES.topics.reminders?.in_app).toBe("at_once");
  });

  it("gather only where a channel that is there does", () => {
    expect(gathers(PREFERENCES)).toBe(false);
    expect(gathers({ ...PREFERENCES, topics: withPace(OFF, "rules", "mail", "digest") })).toBe(true);
    expect(gathers({ ...PREFERENCES, topics: withPace(OFF, "rules", "sms", "digest") })).toBe(false);
  });

  it("send back what may be chosen and nothing else; a blank address is the usual one", () => {
    expect(wantedOf({ ...PREFERENCES, address: "  " })).toEqual({
      topics: PREFERENCES.topics,
      quiet: null,
      digest_at: "09:00",
      address: null,
    });
  });

  it("are chosen by topic and channel, ask for the hour of the digest only where there is one, and are kept", async () => {
    show(<PreferencesPage />);
    const box = await screen.findByRole("combobox", { name: "交给我的 邮件" });
    expect(screen.queryByText("每日汇总的时间")).toBeNull();
    await choose(box, "每日汇总");
    expect(screen.getByText("每日汇总的时间")).toBeTruthy();
    await userEvent.click(screen.getByRole("checkbox", { name: "免打扰" }));
    await userEvent.type(screen.getByRole("textbox", { name: "收件邮箱" }), "a@b.cn");
    await userEvent.click(screen.getByRole("button", { name: "保存" }));
    await waitFor(() =>
      expect(sent.find(({ method }) => method === "PUT")?.body).toEqual({
        topics: withPace(OFF, "assignments", "mail", "digest"),
        quiet: { from: "22:00", to: "08:00" },
        digest_at: "09:00",
        address: "a@b.cn",
      }),
    );
    expect(screen.queryByRole("combobox", { name: "交给我的 短信" })).toBeNull();
  });
});
