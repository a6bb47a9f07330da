import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { BounceMailbox, MailServer, OutMessage } from "@/api/mail";
import { MeProvider } from "@/app/signed-in";
import { choose } from "@/testing/choose";
import { ME, server, show } from "@/testing/render";
import { Component as CaughtPage } from "./caught-page";
import { framed, isRepeatable } from "./messages";
import { Component as MessagesPage } from "./messages-page";
import { draftOf, firstMailbox, needsPassword, READING, SENDING, secured, wantedOf } from "./server";
import { Component as ServerPage } from "./server-page";

const KEPT: MailServer = {
  host: "smtp.example.com",
  port: 587,
  security: "starttls",
  account: "crm",
  hasPassword: true,
  from: "crm@example.com",
  bounces: null,
};
const NONE: MailServer = {
  host: null,
  port: null,
  security: null,
  account: null,
  hasPassword: false,
  from: null,
  bounces: null,
};
const MAILBOX: BounceMailbox = {
  host: "imap.example.com",
  port: 993,
  security: "tls",
  account: "crm",
  hasPassword: true,
  folder: "INBOX",
  readAt: null,
  failedAt: null,
  error: null,
};

const message = (id: string, part: Partial<OutMessage> = {}): OutMessage => ({
  id,
  at: "2026-11-22T02:00:00Z",
  channel: "mail",
  to: `${id}@example.com`,
  subject: `主题 ${id}`,
  state: "sent",
  attempts: 1,
  error: null,
  next: null,
  sentAt: "2026-11-22T02:00:01Z",
  about: null,
  source: "notice",
  ...part,
});

describe("the mail server", () => {
  it("takes the usual port of another way to secure the line, and keeps a port that somebody chose", () => {
    expect(secured(draftOf(KEPT), "tls", SENDING).port).toBe(465);
    expect(secured({ ...draftOf(KEPT), port: null }, "none", SENDING).port).toBe(25);
    expect(secured({ ...draftOf(KEPT), port: 2525 }, "tls", SENDING).port).toBe(2525);
    expect(secured(firstMailbox(draftOf(KEPT)), "starttls", READING).port).toBe(143);
  });

  it("keeps its password unless one is typed, and asks again for any other way that it would go", () => {
    const draft = draftOf(KEPT);
    const asks = (part: object, kept = KEPT) => needsPassword(kept, { ...draft, ...part }, SENDING);
    expect(wantedOf(draft)).not.toHaveProperty("password");
    expect(wantedOf({ ...draft, password: "s" }).password).toBe("s");
    expect(wantedOf({ ...draft, account: " " })).toMatchObject({ account: null, password: null });
    expect(asks({})).toBe(false);
    expect(asks({ port: null })).toBe(false);
    expect(asks({ host: "other.example.com" })).toBe(true);
    expect(asks({ account: "else" })).toBe(true);
    expect(asks({ port: 2525 })).toBe(true);
    expect(asks({ security: "none" })).toBe(true);
    expect(asks({ account: "" })).toBe(false);
    expect(asks({ host: "h", account: "a" }, NONE)).toBe(true);
  });

  it("is none when its host is blank", () => {
    expect(wantedOf({ ...draftOf(KEPT), host: "  " }).host).toBeNull();
  });

  it("is saved before it is tried, and what it answers is told", async () => {
    let answer: object = { sent: false, error: "535 authentication failed" };
    const sent = server({
      "GET /settings/mail": () => ({ json: NONE }),
      "GET /settings/address": () => ({ json: { address: null } }),
      "PUT /settings/mail": ({ body }) => ({ json: { ...KEPT, ...(body as object) } }),
      "POST /settings/mail/test": () => ({ json: answer }),
    });
    show(<ServerPage />);
    expect(await screen.findByText("还没有设置发信服务器")).toBeTruthy();
    await userEvent.type(screen.getByLabelText("服务器地址"), "mail.example.com");
    await userEvent.type(screen.getByLabelText("发一封测试邮件", { selector: "input" }), "me@example.com");
    expect(screen.getByRole("button", { name: "发送" })).toHaveProperty("disabled", true);
    await choose(screen.getByLabelText("加密方式"), "SSL/TLS");
    await userEvent.click(screen.getByRole("button", { name: "保存" }));
    await waitFor(() =>
      expect(sent.find(({ method }) => method === "PUT")?.body).toMatchObject({
        host: "mail.example.com",
        security: "tls",
        port: 465,
        password: null,
      }),
    );
    const send = screen.getByRole("button", { name: "发送" });
    await waitFor(() => expect(send).toHaveProperty("disabled", false));
    await userEvent.click(send);
    expect(await screen.findByText("535 authentication failed")).toBeTruthy();
    answer = { sent: true, error: null };
    await userEvent.click(send);
    expect(await screen.findByText("发出去了，请到收件箱查看")).toBeTruthy();
  });

  it("is for administrators alone", async () => {
    const sent = server({});
    show(
      <MeProvider value={{ ...ME, admin: false }}>
        <ServerPage />
      </MeProvider>,
    );
    expect(sent).toEqual([]);
    expect(screen.queryByLabelText("服务器地址")).toBeNull();
  });
});

describe("bounces", () => {
  it("are read once that is switched on, with what is usual filled in", async () => {
    let kept = KEPT;
    const sent = server({
      "GET /settings/mail": () => ({ json: kept }),
      "GET /settings/address": () => ({ json: { address: null } }),
      "PUT /settings/mail": () => {
        kept = { ...KEPT, bounces: MAILBOX };
        return { json: kept };
      },
      "POST /settings/mail/bounces/test": () => ({ json: { opened: false, error: "登录不了" } }),
    });
    show(<ServerPage />);
    const section = within(await screen.findByRole("region", { name: "退信收件箱" }));
    expect(section.queryByLabelText("服务器地址")).toBeNull();
    await userEvent.click(section.getByRole("switch"));
    expect(section.getByLabelText("服务器地址")).toHaveProperty("value", "imap.example.com");
    expect(section.getByLabelText("登录账号")).toHaveProperty("value", "crm");
    expect(section.queryByRole("button", { name: "试着打开收件箱" })).toBeNull();
    await userEvent.type(section.getByLabelText("登录密码"), "geheim");
    await userEvent.click(screen.getByRole("button", { name: "保存" }));
    await waitFor(() =>
      expect(sent.find(({ method }) => method === "PUT")?.body).toEqual({
        host: "smtp.example.com",
        port: 587,
        security: "starttls",
        account: "crm",
        from: "crm@example.com",
        bounces: {
          host: "imap.example.com",
          port: 993,
          security: "tls",
          account: "crm",
          password: "geheim",
          folder: "INBOX",
        },
      }),
    );
    expect(await section.findByText("还没有读取过，保存后马上会读。")).toBeTruthy();
    expect(section.getByLabelText("登录密码")).toHaveProperty("value", "");
    await userEvent.click(section.getByRole("button", { name: "试着打开收件箱" }));
    expect(await section.findByText("登录不了")).toBeTruthy();
    await userEvent.type(section.getByLabelText("文件夹"), "/Bounces");
    expect(section.getByRole("button", { name: "试着打开收件箱" })).toHaveProperty("disabled", true);
    expect(section.queryByText("登录不了")).toBeNull();
  });

  it("tell why they could not be read, and are none when that is switched off", async () => {
    const failing = { ...MAILBOX, failedAt: "2026-11-22T02:00:00Z", error: "连不上服务器" };
    const sent = server({
      "GET /settings/mail": () => ({ json: { ...KEPT, bounces: failing } }),
      "GET /settings/address": () => ({ json: { address: null } }),
      "PUT /settings/mail": () => ({ json: KEPT }),
    });
    show(<ServerPage />);
    const section = within(await screen.findByRole("region", { name: "退信收件箱" }));
    expect(section.getByText("连不上服务器")).toBeTruthy();
    expect(section.getByText("2026-11-22 10:00 读取失败")).toBeTruthy();
    await userEvent.click(section.getByRole("switch"));
    await userEvent.click(screen.getByRole("button", { name: "保存" }));
    await waitFor(() => expect(sent.find(({ method }) => method === "PUT")?.body).toMatchObject({ bounces: null }));
    expect(section.queryByText("连不上服务器")).toBeNull();
  });
});

describe("the address that mails link to", () => {
  it("asks under which address people come, and takes the one of this window by a press", async () => {
    const sent = server({
      "GET /settings/mail": () => ({ json: NONE }),
      "GET /settings/address": () => ({ json: { address: null } }),
      "PUT /settings/address": ({ body }) => ({ json: body }),
    });
    show(<ServerPage />);
    const section = within(await screen.findByRole("region", { name: "邮件里的链接" }));
    expect(section.getByRole("button", { name: "保存地址" })).toHaveProperty("disabled", true);
    await userEvent.click(section.getByRole("button", { name: `用现在这个地址：${window.location.origin}` }));
    await userEvent.click(section.getByRole("button", { name: "保存地址" }));
    expect(await screen.findByText("已保存，之后的通知邮件会带上链接")).toBeTruthy();
    await userEvent.clear(section.getByLabelText("邮件里的链接"));
    await userEvent.click(section.getByRole("button", { name: "保存地址" }));
    expect(await screen.findByText("已保存，通知邮件不带链接")).toBeTruthy();
    expect(sent.filter(({ method }) => method === "PUT").map(({ body }) => body)).toEqual([
      { address: window.location.origin },
      { address: null },
    ]);
  });
});

describe("messages", () => {
  it("may be sent again where they did not arrive", () => {
    const states = (["waiting", "sent", "failed", "bounced", "caught"] as const).filter((state) =>
      isRepeatable({ state }),
    );
    expect(states).toEqual(["failed", "bounced", "caught"]);
  });

  it("tell why one failed, and send it again by a press", async () => {
    const sent = server({
      "GET /messages": () => ({
        json: { items: [message("a"), message("b", { state: "failed", error: "550 no such user" })], next: null },
      }),
      "POST /messages/b/retry": () => ({ json: message("b", { state: "waiting" }) }),
    });
    show(<MessagesPage />, "/settings/mail/messages?state=failed&channel=pigeon");
    expect(await screen.findByText("550 no such user")).toBeTruthy();
    expect(sent[0]?.path).toBe("/messages?state=failed");
    expect(screen.getAllByRole("button", { name: /^重新发送给/ })).toHaveLength(1);
    await userEvent.click(screen.getByRole("button", { name: "重新发送给 b@example.com" }));
    await waitFor(() => expect(sent.some(({ path }) => path === "/messages/b/retry")).toBe(true));
  });
});

describe("caught mail", () => {
  it("is read in a frame that can run nothing and reach nothing of ours", async () => {
    const html = "<h1>你好</h1><script>top.hacked = 1</script>";
    server({
      "GET /caught-mail/a": () => ({ json: { ...message("a"), text: "你好", html } }),
      "GET /caught-mail": () => ({ json: { items: [message("a", { state: "caught" })], next: null } }),
    });
    show(<CaughtPage />, "/settings/mail/caught");
    await userEvent.click(await screen.findByRole("button", { name: /主题 a/ }));
    const frame = await screen.findByTitle("主题 a");
    const rights = frame.getAttribute("sandbox") ?? "allow-scripts";
    expect(rights.split(" ")).toEqual(["allow-popups"]);
    expect(frame.getAttribute("srcdoc")).toContain("default-src 'none'");
    await userEvent.click(screen.getByText("纯文本"));
    expect(await screen.findByText("你好")).toBeTruthy();
  });

  it("has its policy before anything that the mail says", () => {
    const page = framed("<meta http-equiv=x>");
    expect(page.indexOf("Content-Security-Policy")).toBeLessThan(page.indexOf("http-equiv=x"));
    expect(page).not.toContain("script-src");
  });
});
