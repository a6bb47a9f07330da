import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { server, show } from "@/testing/render";
import { Component as AccountPage } from "./account-page";
import Confined from "./confined";
import { Component as WorkspacePage } from "./workspace-page";

const CODES = Array.from({ length: 10 }, (_, i) => `aaaa-bbbb-cccc-00${i}x`);
const OWN = {
  rules: { shortest: 8, history: 0, expireDays: null },
  passwordSetAt: "2026-11-01T08:00:00Z",
  secondFactor: { on: false, since: null as string | null, recoveryCodes: 0 },
  demanded: false,
};
const ON = { ...OWN, secondFactor: { on: true, since: "2026-11-02T08:00:00Z", recoveryCodes: 2 } };
const sessions = { "GET /me/sessions": () => ({ json: { items: [], next: null } }) };

it("leads from the password over the picture to the recovery codes", async () => {
  let on = false;
  const sent = server({
    ...sessions,
    "GET /me/security": () => ({ json: on ? { ...ON, secondFactor: { ...ON.secondFactor, recoveryCodes: 10 } } : OWN }),
    "POST /me/second-factor/confirmation": () => {
      on = true;
      return { json: { recoveryCodes: CODES } };
    },
    "POST /me/second-factor": () => ({ json: { secret: "GEZDGNBV", address: "otpauth://totp/x" } }),
  });
  show(<AccountPage />);
  await userEvent.click(await screen.findByRole("button", { name: "开启两步验证" }));
  await userEvent.type(screen.getByLabelText("现在的密码"), "my password{Enter}");
  await userEvent.type(await screen.findByLabelText(/6 位数字/), "123456{Enter}");
  expect(await screen.findByText(CODES[9] as string)).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "我已保存好" }));
  expect(await screen.findByText(/剩余恢复码 10 个/)).toBeDefined();
  expect(screen.queryByText(CODES[0] as string)).toBeNull();
  const posts = sent.filter((one) => one.method === "POST");
  expect(posts.map((one) => one.body)).toEqual([{ password: "my password" }, { code: "123456" }]);
});

it("says why a code is not taken and lets one try again", async () => {
  server({
    ...sessions,
    "GET /me/security": () => ({ json: OWN }),
    "POST /me/second-factor/confirmation": () => ({
      status: 400,
      json: { code: "code-wrong", detail: "验证码不正确" },
    }),
    "POST /me/second-factor": () => ({ json: { secret: "GEZDGNBV", address: "otpauth://totp/x" } }),
  });
  show(<AccountPage />);
  await userEvent.click(await screen.findByRole("button", { name: "开启两步验证" }));
  await userEvent.type(screen.getByLabelText("现在的密码"), "my password{Enter}");
  await userEvent.type(await screen.findByLabelText(/6 位数字/), "000000{Enter}");
  expect(await screen.findByText("验证码不正确")).toBeDefined();
  expect((screen.getByLabelText(/6 位数字/) as HTMLInputElement).value).toBe("000000");
});

it("warns of few recovery codes, and turns off with password and code only", async () => {
  const sent = server({
    ...sessions,
    "GET /me/security": () => ({ json: ON }),
    "POST /me/second-factor/removal": () => ({ status: 204 }),
  });
  show(<AccountPage />);
  expect(await screen.findByText("恢复码快用完了，请更换一组。")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "关闭" }));
  const dialog = await screen.findByRole("dialog");
  await userEvent.type(within(dialog).getByLabelText("现在的密码"), "my password");
  await userEvent.type(within(dialog).getByLabelText("验证码或恢复码"), "654321{Enter}");
  await waitFor(() => expect(sent.some((one) => one.path === "/me/second-factor/removal")).toBe(true));
  expect(sent.find((one) => one.path === "/me/second-factor/removal")?.body).toEqual({
    password: "my password",
    code: "654321",
  });
});

it("shows what a new password needs while it is typed, and compares the two", async () => {
  const sent = server({ ...sessions, "GET /me/security": () => ({ json: OWN }), "PATCH /me": () => ({ json: {} }) });
  show(<AccountPage />);
  await userEvent.click(await screen.findByRole("button", { name: "修改密码" }));
  const hints = screen.getByRole("list", { name: "新密码的要求" });
  expect(within(hints).getAllByLabelText("未满足")).toHaveLength(2);
  await userEvent.type(screen.getByLabelText("现在的密码"), "old");
  await userEvent.type(screen.getByLabelText("新密码"), "a new password");
  expect(within(hints).getAllByLabelText("已满足")).toHaveLength(2);
  await userEvent.type(screen.getByLabelText("再输一次新密码"), "another{Enter}");
  expect(await screen.findByText("两次输入的不一样")).toBeDefined();
  expect(sent.some((one) => one.method === "PATCH")).toBe(false);
});

it("changes the workspace's settings in one go, with the version it started from", async () => {
  const kept = {
    password: { shortest: 8, history: 0, expireDays: null },
    secondFactor: "none",
    addresses: [],
    sessions: { idleMinutes: 43_200, longestDays: 90 },
    address: "203.0.113.7",
    version: 4,
  };
  const sent = server({
    "GET /security": () => ({ json: kept }),
    "PUT /security": (one) => ({ json: { ...kept, ...(one.body as object), version: 5 } }),
  });
  show(<WorkspacePage />);
  const save = await screen.findByRole("button", { name: "保存" });
  expect((save as HTMLButtonElement).disabled).toBe(true);
  await userEvent.click(screen.getByRole("radio", { name: "管理员必须开启" }));
  await userEvent.type(screen.getByLabelText("地址名单"), "office");
  expect(screen.getByText("「office」不是网络地址")).toBeDefined();
  await userEvent.clear(screen.getByLabelText("地址名单"));
  await userEvent.click(screen.getByRole("button", { name: "加入我的地址" }));
  await userEvent.click(save);
  await waitFor(() => expect(sent.some((one) => one.method === "PUT")).toBe(true));
  const put = sent.find((one) => one.method === "PUT");
  expect(put?.headers.get("If-Match")).toBe('"4"');
  expect(put?.body).toEqual({
    password: kept.password,
    secondFactor: "admins",
    addresses: ["203.0.113.7"],
    sessions: kept.sessions,
  });
});

it("leads who must set up a second factor through it, and on when the codes are kept", async () => {
  server({
    "POST /me/second-factor/confirmation": () => ({ json: { recoveryCodes: CODES } }),
    "POST /me/second-factor": () => ({ json: { secret: "GEZDGNBV", address: "otpauth://totp/x" } }),
  });
  const { cache } = show(<Confined what="second-factor" />);
  cache.setQueryData(["me"], { confined: "second-factor" });
  expect(screen.getByRole("heading", { name: "先开启两步验证" })).toBeDefined();
  await userEvent.type(screen.getByLabelText("现在的密码"), "my password{Enter}");
  await userEvent.type(await screen.findByLabelText(/6 位数字/), "123456{Enter}");
  await screen.findByText(CODES[0] as string);
  expect(cache.getQueryState(["me"])?.isInvalidated).toBe(false);
  await userEvent.click(screen.getByRole("button", { name: "我已保存好" }));
  await waitFor(() => expect(cache.getQueryState(["me"])?.isInvalidated).toBe(true));
});

it("asks who has an expired password for another one, and lets them leave", async () => {
  const sent = server({ "GET /me/security": () => ({ json: OWN }), "DELETE /session": () => ({ status: 204 }) });
  show(<Confined what="password" />);
  expect(await screen.findByLabelText("新密码")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "退出登录" }));
  await waitFor(() => expect(sent.some((one) => one.method === "DELETE" && one.path === "/session")).toBe(true));
});
