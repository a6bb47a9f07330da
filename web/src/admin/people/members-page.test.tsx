import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { server, show } from "@/testing/render";
import { HandOverOf } from "./hand-over-page";
import { Component as MembersPage } from "./members-page";

const DEPARTMENT = { id: "d1", name: "销售部", parent: null, path: ["d1"], head: "m2", position: 0, version: 1 };
const person = (id: string, name: string, more: object = {}) => ({
  id,
  name,
  jobTitle: null,
  account: `account-${id}`,
  supervisor: null,
  reportsTo: null,
  department: "d1",
  departments: ["d1"],
  admin: false,
  active: true,
  leavingSince: null,
  version: 3,
  ...more,
});
const MEMBERS = [
  person("m1", "张三", { reportsTo: "m2" }),
  person("m2", "王经理"),
  person("m3", "走了的", { active: false }),
];
const page = (items: unknown[]) => ({ json: { items, next: null } });
const KNOWN = {
  "GET /members?": () => page(MEMBERS),
  "GET /departments": () => page([DEPARTMENT]),
  "GET /roles": () => page([{ code: "seller", label: { zh: "销售" }, admin: false }]),
  "GET /members/m1/roles": () => ({ json: { roles: ["seller"] } }),
  "GET /members/m1/access": () => ({ json: { account: "zhangsan", sessions: [], invitedUntil: null } }),
};

it("lists the active ones, and keeps what is searched for in the address", async () => {
  server(KNOWN);
  const { router } = show(<MembersPage />, "/settings/people");
  expect(await screen.findAllByText("王经理")).not.toEqual([]);
  expect(screen.queryByText("走了的")).toBeNull();
  await userEvent.type(screen.getByLabelText("搜索姓名或职务"), "张");
  await waitFor(() => expect(screen.getByText("1 人")).toBeDefined());
  expect(router.state.location.search).toBe("?q=%E5%BC%A0");
});

it("shows whom somebody reports to by the tree, and sends only what the version was seen of", async () => {
  const sent = server({ ...KNOWN, "PATCH /members/m1": () => ({ json: MEMBERS[0] }) });
  show(<MembersPage />, "/settings/people");
  await userEvent.click(await screen.findByRole("button", { name: /张三/ }));
  const drawer = within(await screen.findByRole("dialog"));
  expect(await drawer.findByText("按部门：王经理")).toBeDefined();
  expect(await drawer.findByText("zhangsan")).toBeDefined();
  await userEvent.type(drawer.getByLabelText("职务"), "销售代表");
  await userEvent.click(drawer.getByRole("button", { name: "保存" }));
  await waitFor(() => expect(sent.some((one) => one.method === "PATCH")).toBe(true));
  const patch = sent.find((one) => one.method === "PATCH");
  expect(patch?.headers.get("If-Match")).toBe('"3"');
  expect(patch?.body).toMatchObject({ jobTitle: "销售代表", supervisor: null, department: "d1" });
});

it("hands over only when all that has to pass has a successor, and tells how it ended", async () => {
  const holdings = [
    { code: "records/customer/owner", label: { zh: "客户 · 负责人" }, fate: "PASSES", count: 12, examples: [] },
    { code: "people/keys", label: { zh: "API 密钥" }, fate: "ENDS", count: 1, examples: [] },
  ];
  const done = {
    id: "h1",
    kind: "MEMBER",
    subject: "m1",
    name: "张三",
    state: "DONE",
    ends: true,
    message: null,
    createdAt: "2026-11-22T00:00:00Z",
    finishedAt: "2026-11-22T00:00:01Z",
    parts: [{ ...holdings[0], successor: "m2", total: 12, moved: 12, refused: 0, finished: true, problems: [] }],
  };
  let begun = false;
  const sent = server({
    ...KNOWN,
    "GET /members/m1/holdings": () => page(holdings),
    "GET /members/m1/hand-overs": () => page(begun ? [done] : []),
    "POST /members/m1/hand-overs": () => {
      begun = true;
      return { status: 202, json: done };
    },
  });
  show(<HandOverOf id="m1" />, "/settings/people/hand-over/m1");
  const run = await screen.findByRole("button", { name: "交接并停用" });
  expect((run as HTMLButtonElement).disabled).toBe(true);
  await userEvent.click(screen.getByLabelText("全部交给"));
  expect(screen.queryByTitle("走了的")).toBeNull();
  await userEvent.click(await screen.findByTitle("王经理"));
  await userEvent.click(run);
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getAllByText("把 12 项转出，并停用张三？")).not.toEqual([]);
  await userEvent.click(dialog.getByRole("button", { name: "交接并停用" }));
  expect(await screen.findByText("共转出 12 项，没有遗漏。")).toBeDefined();
  const post = sent.find((one) => one.method === "POST");
  expect(post?.body).toEqual({ successor: "m2", successors: {}, ends: true });
});
