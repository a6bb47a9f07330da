import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { server, show } from "@/testing/render";
import { ApiKeys } from "./api-keys";

const KEY = {
  id: "k1",
  name: "财务同步",
  prefix: "zk_abcd",
  member: "m1",
  createdAt: "2026-11-01T08:00:00Z",
  expiresAt: "2026-11-02T08:00:00Z",
  usedAt: null,
  addresses: ["10.0.0.0/8"],
};

it("makes a key, shows its secret once, and then only what it begins with", async () => {
  let items: (typeof KEY)[] = [];
  const sent = server({
    "GET /keys": () => ({ json: { items, next: null } }),
    "POST /keys": () => {
      items = [KEY];
      return { status: 201, json: { ...KEY, key: "zk_abcd_secret" } };
    },
  });
  const scrolled = vi.spyOn(Element.prototype, "scrollIntoView");
  show(<ApiKeys />);
  expect(await screen.findByText("还没有密钥")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "新建密钥" }));
  await userEvent.click(screen.getByRole("button", { name: /新\s*建$/ }));
  expect(await screen.findByText("请写明用途，以后才知道能不能删")).toBeDefined();
  await userEvent.type(screen.getByLabelText("用途"), "财务同步");
  await userEvent.type(screen.getByLabelText("只能从这些网络地址使用"), "nowhere");
  await userEvent.click(screen.getByRole("button", { name: /新\s*建$/ }));
  expect(await screen.findByText("「nowhere」不是网络地址")).toBeDefined();
  await userEvent.clear(screen.getByLabelText("只能从这些网络地址使用"));
  await userEvent.type(screen.getByLabelText("只能从这些网络地址使用"), "10.0.0.0/8");
  await userEvent.click(screen.getByRole("button", { name: /新\s*建$/ }));
  const secret = (await screen.findByLabelText("密钥")) as HTMLInputElement;
  expect(secret.value).toBe("zk_abcd_secret");
  expect(scrolled).toHaveBeenCalledOnce();
  scrolled.mockRestore();
  expect(sent.find((one) => one.method === "POST")?.body).toMatchObject({
    name: "财务同步",
    addresses: ["10.0.0.0/8"],
  });
  await userEvent.click(screen.getByRole("button", { name: "我已保存好" }));
  expect(await screen.findByText("zk_abcd…")).toBeDefined();
  expect(screen.queryByLabelText("密钥")).toBeNull();
  expect(screen.getByText("已过期")).toBeDefined();
  expect(screen.getByText(/从未使用.*只限 10\.0\.0\.0\/8/)).toBeDefined();
});

it("shows administrators whose keys there are, and deletes after asking", async () => {
  let items = [KEY];
  const sent = server({
    "GET /keys": () => ({ json: { items, next: null } }),
    "DELETE /keys/k1": () => {
      items = [];
      return { status: 204 };
    },
  });
  show(<ApiKeys all />);
  expect(await screen.findByText(/林晓彤/)).toBeDefined();
  expect(screen.queryByRole("button", { name: "新建密钥" })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "删除密钥 财务同步" }));
  expect(sent.some((one) => one.method === "DELETE")).toBe(false);
  await userEvent.click(await screen.findByRole("button", { name: /^删\s*除$/ }));
  await waitFor(() => expect(screen.getByText("还没有密钥")).toBeDefined());
});
