import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { keys } from "@/api/keys";
import type { HomeCard } from "@/api/personal";
import { MeProvider } from "@/app/signed-in";
import { ME, type Sent, server, show } from "@/testing/render";
import { AppsCard } from "./apps-card";
import { Component as HomePage } from "./home-page";

const APP = { code: "crm", label: { zh: "客户管理" }, menu: [{ entity: "customer", label: { zh: "客户" } }] };
const CARDS: HomeCard[] = [
  { id: "a", type: "recent", width: 1 },
  { id: "b", type: "figure", width: 1, title: "客户总数", entity: "customer", fn: "count" },
  { id: "c", type: "figure", width: 1, title: "旧数字", entity: "gone", fn: "count" },
];

type Answer = (sent: Sent) => { status?: number; json?: unknown };

function home(cards: HomeCard[] | null, answers: Record<string, Answer> = {}) {
  let version = cards === null ? 0 : 3;
  const sent = server({
    "GET /me/home": () => ({ json: { version, cards } }),
    "PUT /me/home": ({ body }) => {
      version += 1;
      return { json: { version, cards: (body as { cards: HomeCard[] }).cards } };
    },
    "DELETE /me/home": () => ({ status: 204 }),
    "POST /query/figures": () => ({ json: { figures: [{ value: 4200 }] } }),
    "GET /me/recents": () => ({
      json: { items: [{ entity: "customer", record: "r1", title: "华信", at: new Date().toISOString() }], next: null },
    }),
    "GET /me/favourites": () => ({ json: { items: [] } }),
    "GET /me/mentions": () => ({ json: { items: [], next: null } }),
    "GET /views": () => ({ json: { items: [] } }),
    "GET /records/customer": () => ({ json: { items: [], next: null } }),
    "GET /apps": () => ({ json: { items: [APP] } }),
    ...answers,
  });
  const shown = show(<HomePage />);
  shown.cache.setQueryData(keys.apps, [APP]);
  return { ...shown, sent, put: () => sent.filter((one) => one.method === "PUT").at(-1)?.body };
}

const titles = () =>
  screen.getAllByRole("region").map((one) => within(one).getByRole("heading", { level: 2 }).textContent);

describe("the home", () => {
  it("tells who has no app, and makes none, to wait for a role", async () => {
    server({
      "GET /apps": () => ({ json: { items: [], next: null } }),
      "GET /views": () => ({ json: { items: [] } }),
    });
    const { cache } = show(
      <MeProvider value={{ ...ME, admin: false, builds: [] }}>
        <HomePage />
      </MeProvider>,
    );
    cache.setQueryData(keys.entities, []);
    expect(await screen.findByRole("heading", { name: "还没有你能用的应用" })).toBeDefined();
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("shows the cards that a person arranged, all figures by one request, each opening its list", async () => {
    const { sent } = home(CARDS);
    const figure = await screen.findByRole("link", { name: "4,200" });
    expect(figure.getAttribute("href")).toBe("/e/customer");
    expect(titles()).toEqual(["最近的记录", "客户总数", "旧数字"]);
    expect((await screen.findByRole("link", { name: /华信/ })).getAttribute("href")).toBe("/e/customer/r1");
    expect(sent.filter((one) => one.path === "/query/figures").map((one) => one.body)).toEqual([
      { figures: [{ entity: "customer", fn: "count" }] },
    ]);
  });

  it("says quietly of a card whose subject is gone that it is", async () => {
    home(CARDS);
    const gone = await screen.findByRole("region", { name: "旧数字" });
    expect(await within(gone).findByText(/已不存在，或你现在无权查看/)).toBeTruthy();
  });

  it("says in its card what is wrong with a figure", async () => {
    home(CARDS.slice(1, 2), {
      "POST /query/figures": () => ({
        json: { figures: [{ problem: { code: "unknown-field", message: "没有字段 x" } }] },
      }),
    });
    expect(await screen.findByText("没有字段 x")).toBeTruthy();
  });

  it("has usual cards for who arranged none", async () => {
    home(null);
    expect(await screen.findByRole("region", { name: "我的应用" })).toBeTruthy();
    expect(titles()).toEqual(["我的待办", "提到我的", "最近的记录", "上次之后的变化", "收藏", "我的应用"]);
    expect(await screen.findByText(/还没有收藏/)).toBeTruthy();
  });

  it("says what belongs here when all cards are gone", async () => {
    home([]);
    expect(await screen.findByText("首页还没有卡片")).toBeTruthy();
  });
});

describe("arranging the home", () => {
  const arrange = async () => {
    await userEvent.click(await screen.findByRole("button", { name: /编辑首页/ }));
  };

  it("moves a card by the arrows and says where it is; undo puts it back", async () => {
    const { put } = home(CARDS);
    await arrange();
    fireEvent.keyDown(screen.getByRole("button", { name: "移动卡片「旧数字」" }), { key: "ArrowLeft" });
    expect(titles()).toEqual(["最近的记录", "旧数字", "客户总数"]);
    expect(screen.getByRole("status").textContent).toBe("「旧数字」现在是第 2 张，共 3 张");
    await waitFor(() => expect(put()).toMatchObject({ version: 3, cards: [{ id: "a" }, { id: "c" }, { id: "b" }] }));
    await userEvent.click(screen.getByRole("button", { name: "撤销" }));
    expect(titles()).toEqual(["最近的记录", "客户总数", "旧数字"]);
    await waitFor(() => expect(put()).toMatchObject({ version: 4, cards: [{ id: "a" }, { id: "b" }, { id: "c" }] }));
  });

  it("widens, removes and adds cards, and saves the last state alone", async () => {
    const { put, sent } = home(CARDS);
    await arrange();
    await userEvent.click(screen.getByRole("button", { name: "「客户总数」宽一列" }));
    await userEvent.click(screen.getByRole("button", { name: "移除「旧数字」" }));
    await userEvent.click(screen.getByRole("button", { name: /添加卡片/ }));
    await userEvent.click(await screen.findByRole("menuitem", { name: /收藏/ }));
    expect(titles()).toEqual(["最近的记录", "客户总数", "收藏"]);
    await waitFor(() =>
      expect(put()).toMatchObject({ cards: [{ id: "a" }, { id: "b", width: 2 }, { type: "favourites" }] }),
    );
    expect(sent.filter((one) => one.method === "PUT").length).toBeLessThanOrEqual(3);
  });

  it("renames a card, and a blank name takes the own one away", async () => {
    const { put } = home(CARDS);
    await arrange();
    await userEvent.click(screen.getByRole("button", { name: "设置「客户总数」" }));
    const name = await screen.findByLabelText("标题");
    await userEvent.clear(name);
    await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: /保\s?存/ }));
    await waitFor(() => expect(put()).toBeTruthy());
    const cards = (put() as { cards: HomeCard[] }).cards;
    expect(cards[1]).toEqual({ id: "b", type: "figure", width: 1, entity: "customer", fn: "count" });
    expect(titles()).toContain("客户数量");
  });

  it("takes the newest where it was changed elsewhere meanwhile, and says so", async () => {
    home(CARDS, { "PUT /me/home": () => ({ status: 409, json: { code: "home-changed", detail: "已被改过" } }) });
    await arrange();
    fireEvent.keyDown(screen.getByRole("button", { name: "移动卡片「旧数字」" }), { key: "ArrowUp" });
    expect(await screen.findByText(/首页在别处被改过/)).toBeTruthy();
    expect(titles()).toEqual(["最近的记录", "客户总数", "旧数字"]);
  });
});

it("offers to take sample data out only to who may", async () => {
  server({
    "GET /apps": () => ({ json: { items: [{ ...APP, sample: true }] } }),
    "GET /views": () => ({ json: { items: [] } }),
  });
  const { unmount } = show(<AppsCard />);
  expect(await screen.findByRole("button", { name: "清除示例数据" })).toBeTruthy();
  unmount();
  show(
    <MeProvider value={{ ...ME, admin: false }}>
      <AppsCard />
    </MeProvider>,
  );
  expect(await screen.findByText(/示例数据/)).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});
