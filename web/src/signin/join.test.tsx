import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { ME, server, show } from "@/testing/render";
import { Component as JoinPage } from "./join-page";

const WELCOME = { workspace: "示例公司", by: "林晓彤", name: null, account: null, shortest: 8 };
const look = (json: object, status = 200) => ({ "POST /join/look": () => ({ status, json }) });

it("lets an invited person in with an account of their own", async () => {
  const sent = server({ ...look(WELCOME), "POST /join": () => ({ status: 201, json: ME }) });
  const { router } = show(<JoinPage />, "/join#secret");
  expect(await screen.findByText("加入示例公司")).toBeDefined();
  await userEvent.type(screen.getByLabelText("姓名"), "张三");
  await userEvent.type(screen.getByLabelText("账号"), " zhangsan ");
  await userEvent.type(screen.getByLabelText("密码"), "long enough");
  await userEvent.click(screen.getByRole("button", { name: "加入" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/"));
  expect(sent[0]?.body).toEqual({ token: "secret" });
  expect(sent[1]?.body).toEqual({
    token: "secret",
    name: "张三",
    account: "zhangsan",
    password: "long enough",
    existing: false,
  });
});

it("knows whom it is for, and takes an account that is there", async () => {
  const sent = server({ ...look({ ...WELCOME, name: "王五", account: "wangwu" }), "POST /join": () => ({ json: ME }) });
  show(<JoinPage />, "/join#secret");
  expect(((await screen.findByLabelText("姓名")) as HTMLInputElement).value).toBe("王五");
  await userEvent.click(screen.getByRole("button", { name: "我在这个系统已有账号" }));
  await userEvent.type(screen.getByLabelText("密码"), "short{Enter}");
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]?.body).toMatchObject({ name: "王五", account: "wangwu", existing: true });
});

it("asks for a code where the account has a second factor", async () => {
  const sent = server({
    ...look(WELCOME),
    "POST /join": (one) =>
      (one.body as { code?: string }).code
        ? { status: 201, json: ME }
        : { status: 400, json: { code: "code-needed", detail: "请输入验证码" } },
  });
  const { router } = show(<JoinPage />, "/join#secret");
  await userEvent.click(await screen.findByRole("button", { name: "我在这个系统已有账号" }));
  await userEvent.type(screen.getByLabelText("姓名"), "张三");
  await userEvent.type(screen.getByLabelText("账号"), "zhangsan");
  await userEvent.type(screen.getByLabelText("密码"), "long enough{Enter}");
  await userEvent.type(await screen.findByLabelText("验证码或恢复码"), "123456{Enter}");
  await waitFor(() => expect(router.state.location.pathname).toBe("/"));
  const joining = sent.filter((one) => one.path === "/join").at(-1);
  expect(joining?.body).toMatchObject({ existing: true, code: "123456" });
});

it("says why an invitation does not work, and asks for nothing", async () => {
  server(look({ code: "invitation-expired", detail: "邀请已过期。请管理员重新邀请。" }, 403));
  show(<JoinPage />, "/join#secret");
  expect(await screen.findByText("邀请已过期。请管理员重新邀请。")).toBeDefined();
  expect(screen.queryByLabelText("密码")).toBeNull();
});

it("keeps what was typed when it is refused", async () => {
  server({ ...look(WELCOME), "POST /join": () => ({ status: 409, json: { code: "x", detail: "账号已被使用" } }) });
  show(<JoinPage />, "/join#secret");
  await userEvent.type(await screen.findByLabelText("姓名"), "张三");
  await userEvent.type(screen.getByLabelText("账号"), "admin");
  await userEvent.type(screen.getByLabelText("密码"), "long enough{Enter}");
  expect(await screen.findByText("账号已被使用")).toBeDefined();
  expect((screen.getByLabelText("姓名") as HTMLInputElement).value).toBe("张三");
});
