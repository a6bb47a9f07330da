import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { keys } from "@/api/keys";
import { ME, server, show } from "@/testing/render";
import { Component as SignInPage } from "./sign-in-page";

const fill = async (account: string, password: string) => {
  await userEvent.type(screen.getByLabelText("账号"), account);
  await userEvent.type(screen.getByLabelText("密码"), `${password}{Enter}`);
};

describe("what stands in the way of signing in", () => {
  it.each([
    [
      { status: 429, json: { code: "locked", detail: "尝试次数过多，请 5 分钟后再试" } },
      "尝试次数过多，请 5 分钟后再试",
    ],
    [{ status: 403, json: { code: "disabled", detail: "这个账号已停用" } }, "这个账号已停用"],
    [{ status: 502, json: "<html>bad gateway</html>" }, /http\.502/],
  ])("is said in words: %j", async (answer, words) => {
    server({ "POST /session": () => answer });
    const { router } = show(<SignInPage />, "/sign-in");
    await fill("a", "b");
    expect(await screen.findByText(words)).toBeDefined();
    expect(router.state.location.pathname).toBe("/sign-in");
    expect((screen.getByRole("button", { name: /登录/ }) as HTMLButtonElement).disabled).toBe(false);
  });

  it("is the network, when the server cannot be reached", async () => {
    globalThis.fetch = () => Promise.reject(new TypeError("failed to fetch"));
    show(<SignInPage />, "/sign-in");
    await fill("a", "b");
    expect(await screen.findByText(/连不上服务器/)).toBeDefined();
    expect(screen.queryByText(/failed to fetch/)).toBeNull();
  });

  it("is forgotten with the next try", async () => {
    let tries = 0;
    const sent = server({
      "POST /session": () => {
        tries += 1;
        return tries === 1 ? { status: 401, json: { code: "x", detail: "账号或密码不对" } } : { json: ME };
      },
    });
    const { cache, router } = show(<SignInPage />, "/sign-in");
    await fill(" admin ", "wrong");
    await screen.findByText("账号或密码不对");
    await userEvent.type(screen.getByLabelText("密码"), "2{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/"));
    expect(screen.queryByText("账号或密码不对")).toBeNull();
    expect(sent.map((one) => one.body)).toEqual([
      { account: "admin", password: "wrong" },
      { account: "admin", password: "wrong2" },
    ]);
    expect(cache.getQueryData(keys.me)).toEqual(ME);
  });
});

it("leads back to where one came from", async () => {
  server({ "POST /session": () => ({ json: ME }) });
  const { router } = show(<SignInPage />, "/x");
  await router.navigate("/sign-in", { state: { from: "/e/customer?view=mine" } });
  await fill("a", "b");
  await waitFor(() => expect(router.state.location.search).toBe("?view=mine"));
});

it("speaks the other language at a click", async () => {
  show(<SignInPage />, "/sign-in");
  await userEvent.click(screen.getByText("English"));
  expect(await screen.findByLabelText("Password")).toBeDefined();
  await userEvent.click(screen.getByText("中文"));
  expect(await screen.findByLabelText("密码")).toBeDefined();
});

describe("an account with a second factor", () => {
  const challenge = { status: 202, json: { challenge: "c1", seconds: 300 } };

  it("is asked for a code, and let in with it", async () => {
    const sent = server({
      "POST /session/code": (one) =>
        (one.body as { code: string }).code === "123456"
          ? { json: ME }
          : { status: 400, json: { code: "code-wrong", detail: "验证码不正确" } },
      "POST /session": () => challenge,
    });
    const { router } = show(<SignInPage />, "/sign-in");
    await fill("a", "b");
    await userEvent.type(await screen.findByLabelText("验证码"), "000000{Enter}");
    expect(await screen.findByText("验证码不正确")).toBeDefined();
    await userEvent.clear(screen.getByLabelText("验证码"));
    await userEvent.type(screen.getByLabelText("验证码"), "123456{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/"));
    expect(sent.at(-1)?.body).toEqual({ challenge: "c1", code: "123456" });
  });

  it("may give a recovery code, and goes back to the password when it took too long", async () => {
    server({
      "POST /session/code": () => ({ status: 401, json: { code: "challenge-over", detail: "时间太久了" } }),
      "POST /session": () => challenge,
    });
    show(<SignInPage />, "/sign-in");
    await fill("a", "b");
    await userEvent.click(await screen.findByRole("button", { name: "手机不在身边？使用恢复码" }));
    await userEvent.type(screen.getByLabelText("恢复码"), "aaaa-bbbb-cccc-dddd{Enter}");
    expect(await screen.findByText("时间太久了")).toBeDefined();
    expect(screen.getByLabelText("密码")).toBeDefined();
  });
});
