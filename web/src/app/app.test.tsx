import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import i18next from "i18next";
import { describe, expect, it } from "vitest";
import { Problem } from "@/api/problem";
import type { AppInfo } from "@/api/types";
import { Component as SignInPage } from "@/signin/sign-in-page";
import { server, show } from "@/testing/render";
import { failureText } from "./failure";
import CommandPalette from "./shell/command-palette";
import { findCommands } from "./shell/commands";
import { menuGroups } from "./shell/menu";
import { useToast } from "./toast";

const t = i18next.getFixedT("zh");
const APPS: AppInfo[] = [
  {
    code: "crm",
    label: { zh: "客户管理" },
    menu: [
      { entity: "customer", label: { zh: "客户" } },
      { view: "v", label: "视图" },
    ],
  },
];

const MENUS = menuGroups(APPS, [], [], "");

describe("commands", () => {
  it("find places by part of their name, and search for the text itself", () => {
    const found = findCommands("客户", MENUS, "zh", t);
    expect(found.map((command) => command.to)).toEqual([
      "/e/customer",
      "/e/customer?new=1",
      "/e/customer?q=%E5%AE%A2%E6%88%B7",
    ]);
  });

  it("a blank text lists all there is and searches nothing", () => {
    expect(findCommands(" ", MENUS, "zh", t).some((command) => command.to?.includes("q="))).toBe(false);
  });

  it("go where one chooses, by keys alone", async () => {
    const { router } = show(<CommandPalette menus={MENUS} close={() => {}} />);
    await userEvent.type(screen.getByRole("combobox"), "{ArrowDown}{Enter}");
    await waitFor(() => expect(router.state.location.search).toBe("?new=1"));
  });
});

describe("failures in words", () => {
  it("are the server's own where it has some, each once", () => {
    const issues = [
      { path: "a", code: "", message: "太长" },
      { path: "b", code: "", message: "太长" },
    ];
    expect(failureText(new Problem(422, "x", "标题", "有误。", issues), t)).toBe("有误。 太长");
  });

  it("else ours for their kind", () => {
    expect(failureText(new Problem(0, "", "", ""), t)).toContain("连不上");
    expect(failureText(new Problem(403, "", "", ""), t)).toContain("权限");
    expect(failureText(new Problem(500, "http.500", "", ""), t)).toContain("http.500");
    expect(failureText(new Error("x"), t)).not.toContain("x");
  });
});

describe("signing in", () => {
  it("says what the server says when it refuses, and stays", async () => {
    server({ "POST /session": () => ({ status: 401, json: { code: "sign-in-refused", detail: "账号或密码不对" } }) });
    const { router } = show(<SignInPage />, "/sign-in");
    await userEvent.type(screen.getByLabelText("账号"), "admin");
    await userEvent.type(screen.getByLabelText("密码"), "wrong{Enter}");
    expect(await screen.findByText("账号或密码不对")).toBeDefined();
    expect(router.state.location.pathname).toBe("/sign-in");
  });

  it("asks for what is missing before it sends anything", async () => {
    const sent = server({});
    show(<SignInPage />, "/sign-in");
    await userEvent.type(screen.getByLabelText("账号"), "{Enter}");
    expect(await screen.findByText("请输入账号")).toBeDefined();
    expect(sent).toEqual([]);
  });

  it("leads on when the server knows the person", async () => {
    server({ "POST /session": () => ({ json: { member: { id: "m", name: "林" } } }) });
    const { router } = show(<SignInPage />, "/sign-in");
    await userEvent.type(screen.getByLabelText("账号"), "admin");
    await userEvent.type(screen.getByLabelText("密码"), "right{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/"));
  });
});

describe("a toast", () => {
  function Say() {
    const toast = useToast();
    return (
      <button type="button" onClick={() => toast.done("已删除 2 条记录", "b7")}>
        go
      </button>
    );
  }

  it("offers to undo the batch", async () => {
    const sent = server({ "POST /batches/b7/undo": () => ({ json: { undone: 2, kept: 0 } }) });
    show(<Say />);
    await userEvent.click(screen.getByText("go"));
    fireEvent.click(await screen.findByText("撤销"));
    await waitFor(() => expect(sent.map((one) => one.path)).toEqual(["/batches/b7/undo"]));
    expect(await screen.findByText("已撤销")).toBeDefined();
  });

  it("says how many an undo had to leave", async () => {
    server({ "POST /batches/b7/undo": () => ({ json: { undone: 1, kept: 3 } }) });
    show(<Say />);
    await userEvent.click(screen.getByText("go"));
    fireEvent.click(await screen.findByText("撤销"));
    expect(await screen.findByText(/已撤销 1 条；另有 3 条/)).toBeDefined();
  });
});
