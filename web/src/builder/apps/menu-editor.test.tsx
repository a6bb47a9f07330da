import { fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { DefinitionInfo } from "@/api/definitions";
import { show } from "@/testing/render";
import { MenuEditor } from "./menu-editor";

const info = (kind: string, code: string, zh: string, definition: object = {}): DefinitionInfo =>
  ({ kind, code, label: { zh }, state: "published", version: 1, definition }) as DefinitionInfo;
const ALL = [info("entity", "customer", "客户"), info("entity", "deal", "商机"), info("view", "mine", "我的客户")];

function open(menu: object[]) {
  const change = vi.fn();
  show(<MenuEditor own={info("app", "crm", "CRM", { menu })} definitions={ALL} change={change} />);
  return change;
}

it("gets a group by its name, empty at first", async () => {
  const change = open([{ entity: "customer" }]);
  await userEvent.click(screen.getByRole("button", { name: /添加菜单项/ }));
  await userEvent.click(await screen.findByText("新分组"));
  await userEvent.type(await screen.findByLabelText("名称"), "资料");
  await userEvent.click(screen.getByRole("button", { name: /保\s?存/ }));
  await vi.waitFor(() =>
    expect(change).toHaveBeenCalledWith([
      { entity: "customer" },
      { code: "group_1", label: { zh: "资料" }, items: [] },
    ]),
  );
});

it("moves into a group and out of it by keys", () => {
  const group = { code: "g", label: { zh: "资料" }, items: [{ entity: "deal" }] };
  const change = open([{ entity: "customer" }, group]);
  fireEvent.keyDown(screen.getByRole("button", { name: "菜单项「客户」" }), { key: "ArrowDown", altKey: true });
  expect(change).toHaveBeenLastCalledWith([{ ...group, items: [{ entity: "customer" }, { entity: "deal" }] }]);
  fireEvent.keyDown(screen.getByRole("button", { name: "菜单项「商机」" }), { key: "ArrowLeft", altKey: true });
  expect(change).toHaveBeenLastCalledWith([{ entity: "customer" }, { ...group, items: [] }, { entity: "deal" }]);
});

it("keeps what a removed group held, and offers only what no group has", async () => {
  const change = open([{ code: "g", label: { zh: "资料" }, items: [{ entity: "deal" }] }]);
  await userEvent.click(screen.getByRole("button", { name: "从菜单移走「资料」" }));
  expect(change).toHaveBeenLastCalledWith([{ entity: "deal" }]);
  await userEvent.click(screen.getByRole("button", { name: /添加菜单项/ }));
  expect(await screen.findByText(/我的客户/)).toBeTruthy();
  expect(screen.queryByText(/· 商机/)).toBeNull();
});
