import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { ButtonInfo } from "@/api/buttons";
import { CUSTOMER, server, show } from "@/testing/render";
import { BulkButtons } from "./bulk-buttons";

const button = (code: string, label: string, action: ButtonInfo["action"]): ButtonInfo => ({
  code,
  label: { zh: label },
  entity: "customer",
  tone: "default",
  action,
});

function open(answer: object, buttons: ButtonInfo[], ids: string[] | null = ["a", "b"]) {
  const sent = server({
    "GET /buttons": () => ({ json: { items: buttons } }),
    "POST /records/customer/buttons/": () => ({ json: answer }),
  });
  const done = vi.fn();
  show(<BulkButtons entity={CUSTOMER} ids={ids} done={done} />);
  return { done, posts: () => sent.filter((one) => one.method === "POST") };
}

const SET = button("win", "成交", { type: "set", ask: [], computed: ["stage"] });
const press = async (name: string) => {
  await userEvent.click(await screen.findByRole("button", { name: /按钮/ }));
  await userEvent.click(await screen.findByText(name));
};

it("does it to all that are chosen, and tells how many it left", async () => {
  const { done, posts } = open({ batch: "x", entity: "customer", done: 1, left: 1 }, [SET]);
  await press("成交");
  expect(await screen.findByText(/已对 1 条记录完成「成交」，1 条不满足条件/)).toBeTruthy();
  expect(posts()).toMatchObject([{ path: "/records/customer/buttons/win", body: { ids: ["a", "b"], values: {} } }]);
  expect(done).toHaveBeenCalled();
});

it("says so where it fits none of them", async () => {
  open({ entity: "customer", done: 0, left: 2 }, [SET]);
  await press("成交");
  expect(await screen.findByText(/都不满足「成交」的条件/)).toBeTruthy();
});

it("asks once for all", async () => {
  const asking = button("note", "备注", { type: "set", ask: [{ field: "name", required: true }], computed: [] });
  const { posts } = open({ entity: "customer", done: 2, left: 0 }, [asking]);
  await press("备注");
  expect(await screen.findByText("将用在选中的 2 条记录上。")).toBeTruthy();
  await userEvent.type(screen.getByLabelText(/客户名称/), "同一个");
  const buttons = screen.getAllByRole("button", { name: "备注" });
  await userEvent.click(buttons[buttons.length - 1] as HTMLElement);
  await waitFor(() => expect(posts()).toMatchObject([{ body: { values: { name: "同一个" } } }]));
});

it("offers nothing that a person has to look over, and nothing for records that are not named", async () => {
  open({}, [
    button("call", "打", { type: "call", field: "phone" }),
    button("new", "建", { type: "create", atOnce: false }),
  ]);
  await Promise.resolve();
  expect(screen.queryByRole("button", { name: /按钮/ })).toBeNull();
  open({}, [SET], null);
  await Promise.resolve();
  expect(screen.queryByRole("button", { name: /按钮/ })).toBeNull();
});
