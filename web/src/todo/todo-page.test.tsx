import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { keys } from "@/api/keys";
import type { Todo, TodoChange } from "@/api/todos";
import { addDays, dayOf } from "@/core/time";
import { eventOf } from "@/shortcuts/registry";
import { choose } from "@/testing/choose";
import { ME, type Sent, server, show } from "@/testing/render";
import { someTodo } from "@/testing/todo";
import { RecordTodos } from "./record-todos";
import { momentOf } from "./todo";
import { TodoCard } from "./todo-card";
import { Component as TodoPage } from "./todo-page";

const ZONE = ME.workspace.zone;
const TODAY = dayOf(new Date(), ZONE);
const due = (days: number) => momentOf({ day: addDays(TODAY, days), time: "" }, ZONE);
const press = (keys_: string) => act(() => void fireEvent.keyDown(document.body, eventOf(keys_)));

const CALL = someTodo("t1", {
  title: "给王总打电话",
  due: due(-2),
  overdue: true,
  madeBy: { id: "m2", name: "李明" },
  about: { entity: "customer", record: "r1", title: "恒泰贸易" },
});
const MAIL = someTodo("t2", { title: "发报价", due: due(0) });
const TIDY = someTodo("t3", { title: "整理名片" });
const GIVEN = someTodo("g1", { title: "准备样品", assignee: { id: "m2", name: "李明" } });
const DONE = someTodo("d1", {
  title: "寄合同",
  done: { at: "2026-11-20T02:00:00Z", by: { id: "m1", name: "林晓彤" } },
});

let kept: Todo[];
let sent: Sent[];

/** A server that keeps what it is told. */
beforeEach(() => {
  kept = [CALL, MAIL, TIDY, GIVEN, DONE];
  const inBox: Record<string, (todo: Todo) => boolean> = {
    mine: (todo) => todo.done === null && todo.assignee.id === "m1",
    given: (todo) => todo.done === null && todo.assignee.id !== "m1",
    done: (todo) => todo.done !== null,
  };
  sent = server({
    "GET /todos/counts": () => ({ json: { open: 3, overdue: 1, today: 1 } }),
    "GET /todos": ({ path }) => {
      const asked = new URL(path, "http://x").searchParams;
      const about = asked.get("record");
      const items = kept
        .filter(inBox[asked.get("box") ?? "mine"] ?? (() => false))
        .filter((todo) => about === null || todo.about?.record === about);
      return { json: { items, next: null } };
    },
    "POST /todos": ({ body }) => {
      const { title, assignee, due: until } = body as { title: string; assignee: string; due?: string };
      const made = someTodo("new", { title, due: until ?? null, assignee: { id: assignee, name: "" } });
      kept = [...kept, made];
      return { status: 201, json: made };
    },
    "PATCH /todos/": ({ path, body }) => {
      const { done, snooze, assignee, ...rest } = body as TodoChange;
      kept = kept.map((todo) =>
        path.endsWith(`/${todo.id}`)
          ? {
              ...todo,
              ...rest,
              ...(done === undefined ? {} : { done: done ? { at: "2026-11-22T02:00:00Z", by: ME.member } : null }),
              ...(snooze === undefined ? {} : { snoozed: snooze }),
              ...(assignee === undefined ? {} : { assignee: { id: assignee, name: "李明" } }),
            }
          : todo,
      );
      return { json: kept.find(({ id }) => path.endsWith(`/${id}`)) };
    },
    "DELETE /todos/": ({ path }) => {
      kept = kept.filter(({ id }) => !path.endsWith(`/${id}`));
      return { status: 204 };
    },
  });
});

const changes = () => sent.filter(({ method }) => method === "PATCH").map(({ path, body }) => [path, body]);
const group = (name: string) => screen.findByRole("region", { name });

describe("the to-do centre", () => {
  it("groups what is mine by when it falls due, and says who gave it and what it is about", async () => {
    show(<TodoPage />, "/todos");
    const late = await group("已逾期");
    expect(within(late).getByText("给王总打电话")).toBeTruthy();
    expect(within(late).getByText("李明 交给我")).toBeTruthy();
    expect(within(late).getByRole("link", { name: "恒泰贸易" }).getAttribute("href")).toBe("/e/customer/r1");
    expect(within(await group("今天")).getByText("发报价")).toBeTruthy();
    expect(within(await group("没有期限")).getByText("整理名片")).toBeTruthy();
    expect(screen.queryByText("准备样品")).toBeNull();
  });

  it("finishes one by a press, and takes it back", async () => {
    show(<TodoPage />, "/todos");
    await userEvent.click(await screen.findByRole("button", { name: "完成「发报价」" }));
    await waitFor(() => expect(screen.queryByText("发报价")).toBeNull());
    expect(changes()).toEqual([["/todos/t2", { done: true }]]);
    fireEvent.click(await screen.findByRole("button", { name: /撤\s?销/ }));
    expect(await screen.findByText("发报价")).toBeTruthy();
    expect(changes().at(-1)).toEqual(["/todos/t2", { done: false }]);
  });

  it("is worked by keys alone: walk, done, choose several and finish them", async () => {
    show(<TodoPage />, "/todos");
    await screen.findByText("发报价");
    press("ArrowDown");
    press("D");
    await waitFor(() => expect(changes()).toEqual([["/todos/t1", { done: true }]]));
    await waitFor(() => expect(screen.queryByText("给王总打电话")).toBeNull());
    press("X");
    press("J");
    press("X");
    expect(screen.getByRole("toolbar", { name: "已选 2 项" })).toBeTruthy();
    press("D");
    await waitFor(() => expect(changes().map(([path]) => path)).toEqual(["/todos/t1", "/todos/t2", "/todos/t3"]));
    expect(await screen.findByText("没有要做的事了")).toBeTruthy();
  });
});

describe("one to-do", () => {
  it("is put off, and shown among what is put off", async () => {
    show(<TodoPage />, "/todos");
    await screen.findByText("整理名片");
    press("K");
    press("S");
    fireEvent.click(await screen.findByText("明天早上"));
    await waitFor(() => expect(changes()).toHaveLength(1));
    expect(changes()[0]).toEqual(["/todos/t3", { snooze: `${TODAY}T01:00:00.000Z`.replace(TODAY, addDays(TODAY, 1)) }]);
    expect(within(await group("稍后提醒")).getByText("整理名片")).toBeTruthy();
  });

  it("is added by a line and Enter, due on a day as a whole", async () => {
    show(<TodoPage />, "/todos");
    await screen.findByText("整理名片");
    press("N");
    const line = screen.getByRole("textbox", { name: "新建待办" });
    expect(document.activeElement).toBe(line);
    await userEvent.type(line, "订会议室");
    await userEvent.click(screen.getByRole("button", { name: /截止日期/ }));
    fireEvent.click(await screen.findByText("明天"));
    await userEvent.type(line, "{Enter}");
    await waitFor(() => expect(sent.some(({ method }) => method === "POST")).toBe(true));
    expect(sent.find(({ method }) => method === "POST")?.body).toEqual({
      title: "订会议室",
      assignee: "m1",
      due: due(1),
      remind: `${addDays(TODAY, 1)}T01:00:00.000Z`,
    });
    expect(await screen.findByText("订会议室")).toBeTruthy();
    expect(line).toHaveProperty("value", "");
  });
});

describe("a to-do of two people", () => {
  it("is passed on to a colleague", async () => {
    const { cache } = show(<TodoPage />, "/todos");
    cache.setQueryData(keys.members, [ME.member, { id: "m2", name: "李明" }]);
    await screen.findByText("发报价");
    press("ArrowDown");
    press("A");
    const dialog = await screen.findByRole("dialog", { name: "修改待办" });
    await choose(within(dialog).getByRole("combobox", { name: "谁来做" }), "李明");
    await userEvent.click(within(dialog).getByRole("button", { name: "保存" }));
    await waitFor(() => expect(changes()).toEqual([["/todos/t1", { assignee: "m2" }]]));
  });

  it("is shown again where the server refuses, which says why", async () => {
    show(<TodoPage />, "/todos");
    await screen.findByText("发报价");
    const answer = globalThis.fetch;
    globalThis.fetch = async (input, init) =>
      init?.method === "PATCH"
        ? new Response(JSON.stringify({ code: "not-yours", detail: "这项待办已经转给别人" }), { status: 403 })
        : answer(input, init);
    await userEvent.click(screen.getByRole("button", { name: "完成「发报价」" }));
    expect(await screen.findByText("这项待办已经转给别人")).toBeTruthy();
    expect(await screen.findByText("发报价")).toBeTruthy();
  });

  it("that is done opens again by the same key", async () => {
    show(<TodoPage />, "/todos?box=done");
    expect(await screen.findByText("寄合同")).toBeTruthy();
    expect(screen.queryByRole("textbox", { name: "新建待办" })).toBeNull();
    press("ArrowDown");
    press("D");
    await waitFor(() => expect(changes()).toEqual([["/todos/d1", { done: false }]]));
  });

  it("is none: the box says what belongs here", async () => {
    kept = [];
    show(<TodoPage />, "/todos?box=given");
    expect(await screen.findByText("没有等别人做的事")).toBeTruthy();
  });
});

describe("to-dos elsewhere", () => {
  it("on a record are those about it, mine and given, and a line adds one to it", async () => {
    kept = [...kept, { ...GIVEN, id: "g2", title: "问法务", about: CALL.about }];
    show(<RecordTodos entity="customer" record="r1" />);
    expect(await screen.findByText("给王总打电话")).toBeTruthy();
    expect(screen.getByText("问法务")).toBeTruthy();
    expect(screen.queryByText("发报价")).toBeNull();
    expect(screen.queryByRole("link", { name: "恒泰贸易" })).toBeNull();
    await userEvent.type(screen.getByRole("textbox", { name: "新建待办" }), "约见面{Enter}");
    await waitFor(() =>
      expect(sent.find(({ method }) => method === "POST")?.body).toEqual({
        title: "约见面",
        assignee: "m1",
        entity: "customer",
        record: "r1",
      }),
    );
  });

  it("on the home are the most pressing, without those put off", async () => {
    kept = [
      ...Array.from({ length: 8 }, (_, i) => someTodo(`x${i}`, { title: `事 ${i}`, due: due(i) })),
      someTodo("z", { title: "睡着", snoozed: due(3) }),
    ];
    show(<TodoCard />);
    expect(await screen.findByText("事 0")).toBeTruthy();
    expect(screen.queryByText("事 6")).toBeNull();
    expect(screen.queryByText("睡着")).toBeNull();
    expect(screen.getByRole("link", { name: "查看全部待办" }).getAttribute("href")).toBe("/todos");
  });
});
