import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { agentName } from "@/core/agent";
import { server, show } from "@/testing/render";
import { OwnSessions } from "./own-sessions";

const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
const WECHAT = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 MicroMessenger/8.0 Safari/604";

it("another browser can be signed out from here, this one cannot", async () => {
  const at = new Date().toISOString();
  const session = { createdAt: at, seenAt: at, address: "10.0.0.8" };
  let items = [
    { ...session, id: "s1", agent: CHROME, current: true },
    { ...session, id: "s2", agent: WECHAT, current: false },
  ];
  const sent = server({
    "GET /me/sessions": () => ({ json: { items, next: null } }),
    "DELETE /me/sessions/s2": () => {
      items = items.slice(0, 1);
      return { status: 204 };
    },
  });
  show(<OwnSessions />);
  const here = (await screen.findByText("Chrome · Windows")).closest("li") as HTMLElement;
  expect(within(here).queryByRole("button")).toBeNull();
  expect(within(here).getByText("当前设备")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "退出 WeChat · iOS" }));
  await waitFor(() => expect(screen.queryByText("WeChat · iOS")).toBeNull());
  expect(sent.some((one) => one.method === "DELETE")).toBe(true);
});

it("all other browsers can be signed out at once, when that was confirmed", async () => {
  const at = new Date().toISOString();
  const session = { createdAt: at, seenAt: at, address: "10.0.0.8" };
  let items = [
    { ...session, id: "s1", agent: CHROME, current: true },
    { ...session, id: "s2", agent: WECHAT, current: false },
    { ...session, id: "s3", agent: WECHAT, current: false },
  ];
  const sent = server({
    "GET /me/sessions": () => ({ json: { items, next: null } }),
    "DELETE /me/sessions": () => {
      items = items.slice(0, 1);
      return { status: 204 };
    },
  });
  show(<OwnSessions />);
  await userEvent.click(await screen.findByRole("button", { name: "退出其他所有设备" }));
  const dialog = await screen.findByRole("dialog");
  expect(sent.some((one) => one.method === "DELETE")).toBe(false);
  await userEvent.click(within(dialog).getByRole("button", { name: "退出其他所有设备" }));
  await waitFor(() => expect(screen.queryByText("WeChat · iOS")).toBeNull());
  await waitFor(() => expect(screen.queryByRole("button", { name: "退出其他所有设备" })).toBeNull());
});

it("where one is signed in here alone there is nothing else to sign out", async () => {
  const at = new Date().toISOString();
  const here = { id: "s1", createdAt: at, seenAt: at, address: "10.0.0.8", agent: CHROME, current: true };
  server({ "GET /me/sessions": () => ({ json: { items: [here], next: null } }) });
  show(<OwnSessions />);
  await screen.findByText("Chrome · Windows");
  expect(screen.queryByRole("button")).toBeNull();
});

it.each([
  [CHROME, "Chrome · Windows"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0) AppleWebKit/605 Version/18 Safari/605", "Safari · macOS"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox · Linux"],
  ["curl/8", ""],
])("%s is called %s", (agent, name) => {
  expect(agentName(agent)).toBe(name);
});
