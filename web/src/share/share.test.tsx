import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { ShareInfo, SharesInfo } from "@/api/shares";
import { CUSTOMER, type Sent, server, show } from "@/testing/render";
import { choicesOf, keyOf, nameOf } from "./principals";
import ShareDialog from "./share-dialog";

const share = (over: Partial<ShareInfo> = {}): ShareInfo => ({
  id: "s1",
  kind: "member",
  principal: { id: "m2", name: "王芳" },
  below: false,
  level: "read",
  until: null,
  by: { id: "m1", name: "林晓彤" },
  at: "2026-01-05T01:00:00Z",
  ...over,
});

function dialog(shares: SharesInfo): Sent[] {
  const sent = server({
    "GET /records/customer/a/shares": () => ({ json: shares }),
    "POST /records/customer/a/shares": () => ({ json: { ...shares, items: [share({ level: "update" })] } }),
    "DELETE /records/customer/a/shares/s1": () => ({ status: 204 }),
    "GET /groups": () => ({ json: { items: [{ id: "g1", name: "项目组", members: [], version: 1 }] } }),
    "GET /departments": () => ({
      json: {
        items: [
          { id: "d1", name: "华东", parent: null },
          { id: "d2", name: "上海", parent: "d1" },
        ],
      },
    }),
  });
  show(<ShareDialog entity={CUSTOMER} id="a" close={() => undefined} />);
  return sent;
}

const pick = async (label: string, text: string) => {
  fireEvent.mouseDown(await screen.findByRole("combobox", { name: label }));
  fireEvent.click(await screen.findByTitle(text));
};
const posted = (sent: Sent[]) => sent.filter(({ method }) => method === "POST").at(-1)?.body;

describe("sharing a record", () => {
  it("says who has it, and invites to share what nobody has", async () => {
    dialog({ items: [], most: "update" });
    expect(await screen.findByText(/还没有共享给任何人/)).toBeDefined();
    expect(screen.getByRole("button", { name: "共享" })).toHaveProperty("disabled", true);
  });

  it("shares with a department and all below it", async () => {
    const sent = dialog({ items: [], most: "update" });
    await pick("共享给", "华东及下级部门");
    await pick("可以", "查看和修改");
    await userEvent.click(screen.getByRole("button", { name: "共享" }));
    await waitFor(() =>
      expect(posted(sent)).toEqual({ kind: "department", principal: "d1", below: true, level: "update", until: null }),
    );
    expect(await screen.findByText("王芳")).toBeDefined();
  });

  it("changes how far a share goes, and takes it back", async () => {
    const sent = dialog({ items: [share()], most: "update" });
    await pick("「王芳」可以", "查看和修改");
    await waitFor(() => expect(posted(sent)).toMatchObject({ principal: "m2", level: "update" }));
    await userEvent.click(screen.getByRole("button", { name: "收回给「王芳」的共享" }));
    await waitFor(() => expect(sent.some(({ method }) => method === "DELETE")).toBe(true));
  });

  it("offers nothing above one's own reach, neither to give nor to take back", async () => {
    dialog({ items: [share({ level: "update" })], most: "read" });
    const line = await screen.findByRole("listitem");
    expect(within(line).queryByRole("button")).toBeNull();
    expect(within(line).getByText("查看和修改")).toBeDefined();
  });

  it("marks shares that are over, and those whose holder is gone", async () => {
    dialog({ items: [share({ until: "2020-01-01", principal: { id: "m9", name: null } })], most: "update" });
    expect(await screen.findByText("已过期")).toBeDefined();
    expect(screen.getByText(/已不存在/)).toBeDefined();
    expect(screen.getByRole("button", { name: /收回给/ })).toBeDefined();
  });
});

describe("with whom things can be shared", () => {
  const say = { department: (name: string) => `${name}.`, tree: (name: string) => `${name}+` };
  const choices = choicesOf(
    {
      members: [],
      roles: [{ id: "sales", name: "销售" }],
      groups: [],
      departments: [{ code: "d1", name: "华东", children: [{ code: "d2", name: "上海", children: [] }] }],
    },
    say,
  );

  it("offers a department with and without those below it, where there are any", () => {
    expect(choices.map(({ kind }) => kind)).toEqual(["role", "department"]);
    expect(choices[1]?.options.map(({ label }) => label)).toEqual(["华东+", "华东.", "上海"]);
  });

  it("finds the name of what was chosen, and none of what is gone", () => {
    expect(nameOf(choices, { kind: "department", id: "d1", below: true })).toBe("华东+");
    expect(nameOf(choices, { kind: "department", id: "d9", below: false })).toBeNull();
    expect(keyOf({ kind: "department", id: "d1", below: true })).not.toBe(
      keyOf({ kind: "department", id: "d1", below: false }),
    );
  });
});
