import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { ButtonInfo } from "@/api/buttons";
import type { Tree } from "@/core/expression";
import { CUSTOMER, row, server, show } from "@/testing/render";
import { useRowMenu } from "./use-row-menu";

/** As a list has it: without the fields that its buttons ask about. */
const ROW = row("a", { name: "甲" }, 3);
const won = { field: "stage", op: "=", value: "won" } as unknown as Tree;
const button = (code: string, label: string, rest: Partial<ButtonInfo> = {}): ButtonInfo => ({
  code,
  label: { zh: label },
  entity: "customer",
  tone: "default",
  action: { type: "set", computed: ["stage"], ask: [] },
  ...rest,
});

function List() {
  const { open, node } = useRowMenu(CUSTOMER);
  return (
    <>
      {open && (
        <button type="button" onClick={(event) => open(ROW, event.currentTarget)}>
          甲的操作
        </button>
      )}
      {node}
    </>
  );
}

function open(buttons: ButtonInfo[]) {
  const sent = server({
    "GET /buttons": () => ({ json: { items: buttons } }),
    "POST /records/customer/a/buttons/": () => ({ json: { batch: "b", entity: "customer", id: "a", version: 4 } }),
    "GET /records/customer/a": () => ({ json: { id: "a", version: 3, number: 1, name: "甲", stage: "new" } }),
  });
  show(<List />);
  return sent;
}

it("offers the buttons that hold for the whole record, which it reads only then", async () => {
  const sent = open([button("win", "成交"), button("lose", "退回", { shown: won })]);
  const trigger = await screen.findByRole("button", { name: "甲的操作" });
  expect(sent.some((one) => one.path.startsWith("/records/customer/a"))).toBe(false);
  fireEvent.click(trigger);
  expect(await screen.findByRole("menuitem", { name: "成交" })).toBeTruthy();
  expect(screen.queryByText("退回")).toBeNull();
});

it("presses the button at the version that it read, and closes", async () => {
  const sent = open([button("win", "成交")]);
  fireEvent.click(await screen.findByRole("button", { name: "甲的操作" }));
  await userEvent.click(await screen.findByRole("menuitem", { name: "成交" }));
  await waitFor(() => expect(sent.some((one) => one.method === "POST")).toBe(true));
  expect(sent.find((one) => one.method === "POST")?.headers.get("If-Match")).toBe("3");
  expect(await screen.findByText("已完成「成交」")).toBeTruthy();
});

it("says so where none holds", async () => {
  open([button("lose", "退回", { shown: won })]);
  fireEvent.click(await screen.findByRole("button", { name: "甲的操作" }));
  expect(await screen.findByText("这条记录现在没有可用的按钮")).toBeTruthy();
});

it("is not there for an entity without buttons", async () => {
  const sent = open([button("o", "别的表", { entity: "order" })]);
  await waitFor(() => expect(sent.some((one) => one.path.startsWith("/buttons"))).toBe(true));
  expect(screen.queryByRole("button", { name: "甲的操作" })).toBeNull();
});
