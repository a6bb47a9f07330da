import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { server, show } from "@/testing/render";
import { PublishDialog } from "./publish-dialog";

const REFUSED = {
  status: 400,
  json: {
    code: "cannot-publish",
    title: "输入有误",
    detail: "有 1 处问题",
    errors: [
      { path: "view/mine.columns[1]", code: "refers-to-deleted-element", message: "视图「我的」用到了「价值」" },
    ],
  },
};
const VIEW = {
  kind: "view",
  kindName: "视图",
  code: "mine",
  app: "crm",
  label: { zh: "我的" },
  gone: false,
  parts: ["列", "排序"],
};

function open(items: object[], left: object[] = []) {
  let released = false;
  const sent = server({
    "POST /publish/release?dry=true": () => ({ json: { items, left } }),
    "POST /publish/release?dry=false": () => {
      released = true;
      return { json: { items, left } };
    },
    "POST /publish?dry=true": () =>
      released
        ? { json: { revision: 1, steps: [{ key: "a", kind: "drop", title: "移除一列", lossy: false, rowsLost: 0 }] } }
        : REFUSED,
    "POST /publish": () => ({ json: { revision: 2, steps: [] } }),
  });
  show(<PublishDialog app="crm" close={() => {}} wayTo={() => null} />);
  return sent;
}

it("offers to take a deleted field out of what uses it, and can publish then", async () => {
  const sent = open([VIEW]);
  expect(await screen.findByText("视图「我的」：列、排序")).toBeTruthy();
  expect(screen.getByText(/取出后就可以发布/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "从这些地方取出" }));
  expect(await screen.findByText("移除一列")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: /^发\s?布$/ }));
  await waitFor(() => expect(sent.some((one) => one.path === "/publish")).toBe(true));
});

it("publishes what it changed in other apps too", async () => {
  const sent = open([{ ...VIEW, app: "sales" }]);
  expect(await screen.findByText(/属于另一个应用/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "从这些地方取出" }));
  await screen.findByText("移除一列");
  const last = sent.filter((one) => one.path === "/publish?dry=true").at(-1);
  expect(last?.body).toMatchObject({ app: "crm", also: ["view/mine"] });
});

it("says how many places are left to the person", async () => {
  open([VIEW], [{ path: "view/board.by", code: "x", message: "y" }]);
  expect(await screen.findByText(/还有 1 处要你自己决定/)).toBeTruthy();
});

it("offers nothing where nothing can do without it", async () => {
  const sent = open([]);
  await waitFor(() => expect(sent.some((one) => one.path.startsWith("/publish/release"))).toBe(true));
  expect(screen.queryByRole("button", { name: "从这些地方取出" })).toBeNull();
});
