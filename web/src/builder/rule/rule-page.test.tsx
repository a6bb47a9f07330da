import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, describe, expect, it } from "vitest";
import { loadInputs } from "@/field/later-input";
import { choose, offered } from "@/testing/choose";
import { addStep, page, RULE, saved, says } from "@/testing/rule-builder";

beforeAll(loadInputs);

describe("the rule builder", () => {
  it("builds a rule by clicking and saves it by itself: website leads evenly to group A, with a to-do", async () => {
    const sent = page();
    const [addCondition] = await screen.findAllByRole("button", { name: /添加条件$/ });
    await userEvent.click(addCondition as HTMLElement);
    await choose(screen.getByRole("combobox", { name: "字段" }), "来源");
    const value = screen.getByRole("group", { name: "值" });
    await choose(within(value).getByRole("combobox"), "官网");
    await addStep("平均分配");
    await choose(screen.getByRole("combobox", { name: "给谁" }), "销售A组");
    await addStep("待办");
    await choose(screen.getByRole("combobox", { name: "给谁" }), "负责人");
    fireEvent.change(screen.getByRole("textbox", { name: /^标题/ }), { target: { value: "首次联系" } });
    await waitFor(() => expect(says()).toBe("当客户新建时，如果来源 是 官网，就平均分配给销售A组，待办给负责人"));
    await waitFor(() => expect(saved(sent)?.then.at(1)?.with).toEqual({ to: [{ who: "owner" }], title: "首次联系" }));
    expect(saved(sent)?.where).toEqual({ all: [{ field: "source", op: "in", value: ["web"] }] });
    expect(saved(sent)?.then[0]?.with).toEqual({ to: [{ who: "group", id: "g1" }] });
  });

  it("offers every trigger in plain words, and asks what it needs", async () => {
    const sent = page();
    const box = await screen.findByRole("combobox", { name: "什么时候" });
    expect(await offered(box)).toContain("字段从某值变为某值时");
    await choose(box, "很久没有动静时");
    await choose(await screen.findByRole("combobox", { name: "从什么时候算起" }), "最后一次跟进");
    await waitFor(() => expect(says()).toContain("当客户超过5天没有跟进时"));
    await waitFor(() => expect(saved(sent)?.when).toEqual({ idle: { for: { days: 5 }, since: "follow_up" } }));
    await choose(box, "进入某个阶段或选项时");
    await choose(await screen.findByRole("combobox", { name: /^哪些值/ }), "官网");
    await waitFor(() => expect(saved(sent)?.when).toEqual({ entered: { field: "source", values: ["web"] } }));
    await choose(box, "日期快到或到了时");
    const offset = await screen.findByRole("group", { name: "什么时候" });
    await choose(within(offset).getByRole("combobox", { name: "什么时候" }), "之前");
    await waitFor(() =>
      expect(saved(sent)?.when).toEqual({ date: { field: "ends", at: "09:00", offset: { days: -1 } } }),
    );
    await choose(box, "按固定时间");
    await choose(await screen.findByRole("combobox", { name: "多久一次" }), "每周");
    await waitFor(() => expect(saved(sent)?.when).toEqual({ schedule: { every: "week", at: "09:00", on: ["mon"] } }));
  });
});

describe("steps in the builder", () => {
  it("moves steps by the keyboard, deletes them, and takes that back", async () => {
    const then = [
      { code: "s1", do: "assign", with: {} },
      { code: "s2", do: "todo", with: {} },
    ];
    const sent = page({ ...RULE, then });
    const second = await screen.findByRole("button", { name: "第 2 步：待办" });
    fireEvent.keyDown(second, { key: "ArrowUp", altKey: true });
    await waitFor(() => expect(saved(sent)?.then.map(({ code }) => code)).toEqual(["s2", "s1"]), { timeout: 3000 });
    const first = screen.getByRole("button", { name: "第 1 步：待办" });
    expect(document.activeElement).toBe(first);
    fireEvent.keyDown(first, { key: "Delete" });
    expect(screen.queryByRole("button", { name: /待办$/ })).toBeNull();
    fireEvent.keyDown(screen.getByRole("button", { name: /第 1 步/ }), { key: "z", ctrlKey: true });
    await screen.findByRole("button", { name: "第 1 步：待办" });
  });

  it("branches, with steps in each case", async () => {
    const sent = page({ ...RULE, then: [{ code: "s1", do: "branch", with: { cases: [{ if: "TRUE", then: [] }] } }] });
    const otherwise = await screen.findByRole("region", { name: "否则" });
    await userEvent.click(within(otherwise).getByRole("button", { name: "添加步骤" }));
    await userEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: /^等待/ }));
    await userEvent.click(screen.getByRole("button", { name: /添加一种情况/ }));
    await waitFor(
      () => {
        const branch = saved(sent)?.then[0]?.with as { cases: object[]; otherwise: { do: string; with: object }[] };
        expect(branch.cases).toHaveLength(2);
        expect(branch.otherwise[0]).toMatchObject({ do: "wait", with: { for: { days: 1 } } });
      },
      { timeout: 3000 },
    );
  });

  it("loops over what belongs to the record", async () => {
    const sent = page({ ...RULE, then: [{ code: "s1", do: "each", with: { of: "", then: [] } }] });
    await choose(await screen.findByRole("combobox", { name: /^哪些记录/ }), "订单");
    await waitFor(() => expect(saved(sent)?.then[0]?.with).toEqual({ of: "orders", then: [] }), { timeout: 3000 });
  });
});

describe("the rest of the builder", () => {
  it("keeps a step of a module that is not there as it is, and says so", async () => {
    page({ ...RULE, then: [{ code: "s1", do: "fly", with: { high: true } }] });
    await userEvent.click(await screen.findByRole("button", { name: "第 1 步：fly" }));
    expect(screen.getByText("它来自没有启用的模块，保留原样。")).toBeTruthy();
  });

  it("shows what is wrong at the step that it is about", async () => {
    const then = [{ code: "s1", do: "todo", with: {} }];
    page({ ...RULE, then }, [{ path: "then[0].with.title", code: "x", message: "缺少标题" }]);
    await userEvent.click(await screen.findByRole("button", { name: "第 1 步：待办" }));
    await choose(screen.getByRole("combobox", { name: "给谁" }), "创建人");
    const problem = await screen.findByText("缺少标题", undefined, { timeout: 3000 });
    expect(problem.closest("[data-step]")?.getAttribute("data-step")).toBe("s1");
    expect(screen.getByRole("button", { name: /1 处需要修改/ })).toBeTruthy();
  });

  it("sets how it runs: switched off, once a day, before saving", async () => {
    const sent = page();
    await userEvent.click(await screen.findByRole("button", { name: /更多设置/ }));
    await userEvent.click(screen.getByRole("switch", { name: "启用这条规则" }));
    await choose(screen.getByRole("combobox", { name: "每条记录最多触发一次" }), "每天");
    await waitFor(() => expect(saved(sent)).toMatchObject({ on: false, once: { per: "day" } }), { timeout: 3000 });
    await userEvent.click(screen.getByRole("radio", { name: "保存之前（同一次保存里）" }));
    await waitFor(() => expect(saved(sent)).toMatchObject({ on: false, at: "save" }), { timeout: 3000 });
    expect(saved(sent)?.once).toBeUndefined();
    expect(screen.queryByRole("combobox", { name: "每条记录最多触发一次" })).toBeNull();
  });
});

describe("proving a rule", () => {
  it("tries it on a record and tells what each step would do", async () => {
    const sent = page({ ...RULE, then: [{ code: "s1", do: "todo", with: { title: "x" } }] });
    await userEvent.click(await screen.findByRole("button", { name: "试一试" }));
    expect(await screen.findByText("会给林晓彤一个待办")).toBeTruthy();
    expect(screen.getByText("会做")).toBeTruthy();
    expect(screen.queryByText("完成")).toBeNull();
    expect(sent.find((one) => one.path === "/rules/try")?.body).toMatchObject({
      record: "r1",
      definition: { code: "leads" },
    });
  });

  it("replays it over months and names records", async () => {
    const sent = page();
    await userEvent.click(await screen.findByText("用历史重放"));
    await choose(screen.getByRole("combobox", { name: "过去几个月" }), "过去 6 个月");
    await userEvent.click(screen.getByRole("button", { name: "重放" }));
    expect(await screen.findByText("会触发 3 次")).toBeTruthy();
    expect(screen.getByRole("link", { name: "甲公司" }).getAttribute("href")).toBe("/e/customer/r1");
    expect(screen.getByTitle("2026-11：2 次")).toBeTruthy();
    expect(screen.getByText(/没有全部看完/)).toBeTruthy();
    expect(sent.find((one) => one.path === "/rules/replay")?.body).toMatchObject({ months: 6 });
  });
});

describe("a condition that is written as text", () => {
  const text = 'source IN ["web"]';
  const tree = { field: "source", op: "in", value: ["web"] };
  const open = (answer: object) =>
    page({ ...RULE, where: text }, [], { "POST /expressions/check": () => ({ json: answer }) });

  it("stands in words and can be clicked where the server reads it as a filter", async () => {
    open({ type: "boolean", tree });
    expect(await screen.findByRole("button", { name: "来源 是 官网" })).toBeTruthy();
    expect(screen.queryByText(text)).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "来源 是 官网" }));
    expect((await screen.findByRole("radio", { name: "点选" })) as HTMLInputElement).toHaveProperty("checked", true);
  });

  it("stands as it is written where it says more than that", async () => {
    open({ type: "boolean", tree: { not: { all: [tree, tree] } } });
    expect(await screen.findByRole("button", { name: text })).toBeTruthy();
  });
});
