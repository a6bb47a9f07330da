import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, describe, expect, it } from "vitest";
import { loadInputs } from "@/field/later-input";
import { choose } from "@/testing/choose";
import { action, label, page, RULE, saved, says } from "@/testing/rule-builder";
import type { RuleDoc } from "./model";

const SLOW = { timeout: 4000 };
const TWO: RuleDoc = {
  ...RULE,
  then: [
    { code: "s1", do: "assign", with: { to: [{ who: "owner" }] } },
    { code: "s2", do: "todo", with: { title: "联系" } },
  ],
};
const SET = action("set", "设置字段", {
  properties: { values: { type: "array", title: label("字段"), "x-input": "values" } },
});
const withSet = { "GET /actions": () => ({ json: { items: [SET] } }) };
const codes = (doc: RuleDoc | undefined) => doc?.then.map(({ code }) => code);
const menu = async (step: string, item: string) => {
  await userEvent.click(await screen.findByRole("button", { name: `更多 ${step}` }));
  await userEvent.click(await screen.findByRole("menuitem", { name: new RegExp(`${item}$`) }));
};

beforeAll(loadInputs);

describe("a step", () => {
  it("is folded until somebody opens it, one at a time", async () => {
    page(TWO);
    const first = await screen.findByRole("button", { name: "第 1 步：平均分配" });
    const second = screen.getByRole("button", { name: "第 2 步：待办" });
    await userEvent.click(first);
    expect(first.getAttribute("aria-expanded")).toBe("true");
    await userEvent.click(second);
    expect(first.getAttribute("aria-expanded")).toBe("false");
    expect(second.getAttribute("aria-expanded")).toBe("true");
    await userEvent.click(second);
    expect(second.getAttribute("aria-expanded")).toBe("false");
  });

  it("is moved by its menu, and no further than the end", async () => {
    const sent = page(TWO);
    await menu("平均分配", "下移");
    await waitFor(() => expect(codes(saved(sent))).toEqual(["s2", "s1"]), SLOW);
    fireEvent.keyDown(screen.getByRole("button", { name: "第 2 步：平均分配" }), { key: "ArrowDown", altKey: true });
    expect(screen.getByRole("button", { name: "第 2 步：平均分配" })).toBeTruthy();
  });

  it("is doubled with a code of its own, so that logs tell them apart", async () => {
    const sent = page(TWO);
    await menu("待办", "复制");
    await waitFor(() => expect(saved(sent)?.then).toHaveLength(3), SLOW);
    expect(new Set(codes(saved(sent))).size).toBe(3);
    expect(saved(sent)?.then[2]).toMatchObject({ do: "todo", with: { title: "联系" } });
  });

  it("keeps the codes of the others when one goes, and comes back by undo", async () => {
    const sent = page(TWO);
    await menu("平均分配", "删除");
    await waitFor(() => expect(codes(saved(sent))).toEqual(["s2"]), SLOW);
    await userEvent.click(screen.getByRole("button", { name: "撤销" }));
    await waitFor(() => expect(codes(saved(sent))).toEqual(["s1", "s2"]), SLOW);
    await userEvent.click(screen.getByRole("button", { name: "重做" }));
    await waitFor(() => expect(codes(saved(sent))).toEqual(["s2"]), SLOW);
  });
});

describe("what a step says", () => {
  it("is done under a condition of its own until that is taken off", async () => {
    const sent = page({ ...TWO, then: TWO.then.slice(1) });
    await userEvent.click(await screen.findByRole("button", { name: "第 1 步：待办" }));
    await userEvent.click(screen.getByRole("button", { name: "加条件" }));
    const step = screen.getByRole("heading", { name: "只在满足时才做" }).closest("section") as HTMLElement;
    await userEvent.click(within(step).getAllByRole("button", { name: /添加条件$/ })[0] as HTMLElement);
    await choose(within(step).getByRole("combobox", { name: "字段" }), "来源");
    await choose(within(within(step).getByRole("group", { name: "值" })).getByRole("combobox"), "官网");
    await waitFor(
      () => expect(saved(sent)?.then[0]?.if).toEqual({ all: [{ field: "source", op: "in", value: ["web"] }] }),
      SLOW,
    );
    expect(says()).toContain("仅当来源 是 官网");
    await userEvent.click(screen.getByRole("button", { name: "去掉条件" }));
    await waitFor(() => expect(saved(sent)?.then[0]?.if).toBeUndefined(), SLOW);
  });

  it("offers the options of a field that it sets, before any formula", async () => {
    const sent = page({ ...RULE, then: [{ code: "s1", do: "set", with: {} }] }, [], withSet);
    await userEvent.click(await screen.findByRole("button", { name: "第 1 步：设置字段" }));
    await choose(screen.getByRole("combobox", { name: "添加要填的字段" }), "来源");
    await choose(await screen.findByRole("combobox", { name: "「来源」设为" }), "官网");
    await waitFor(
      () => expect(saved(sent)?.then[0]?.with).toEqual({ values: [{ field: "source", value: '"web"' }] }),
      SLOW,
    );
    await userEvent.click(screen.getByRole("button", { name: "去掉「来源」" }));
    await waitFor(() => expect(saved(sent)?.then[0]?.with).toEqual({ values: [] }), SLOW);
  });

  it("puts a field where the cursor stands in a text", async () => {
    const sent = page({ ...TWO, then: TWO.then.slice(1) });
    await userEvent.click(await screen.findByRole("button", { name: "第 1 步：待办" }));
    const text = screen.getByRole<HTMLTextAreaElement>("textbox", { name: /^标题/ });
    text.focus();
    text.setSelectionRange(0, 0);
    await choose(screen.getByRole("combobox", { name: /插入字段$/ }), "名称");
    await waitFor(() => expect(saved(sent)?.then[0]?.with).toMatchObject({ title: "{name}联系" }), SLOW);
  });
});

describe("the link to the record", () => {
  const MAIL = action("mail", "发邮件", {
    properties: {
      subject: { type: "string", title: label("主题"), "x-input": "template" },
      text: { type: "string", title: label("正文"), "x-input": "linked_template" },
    },
  });

  it("is offered for a text that may hold it, and for no other", async () => {
    const sent = page({ ...RULE, then: [{ code: "s1", do: "mail", with: { text: "请看" } }] }, [], {
      "GET /actions": () => ({ json: { items: [MAIL] } }),
    });
    await userEvent.click(await screen.findByRole("button", { name: "第 1 步：发邮件" }));
    const text = screen.getByRole<HTMLTextAreaElement>("textbox", { name: /^正文/ });
    text.focus();
    text.setSelectionRange(2, 2);
    await choose(screen.getByRole("combobox", { name: /^正文.*插入字段$/ }), "记录链接");
    await waitFor(() => expect(saved(sent)?.then[0]?.with).toMatchObject({ text: "请看{record.link}" }), SLOW);
    await userEvent.click(screen.getByRole("combobox", { name: /^主题.*插入字段$/ }));
    expect((await screen.findAllByText("名称")).length).toBeGreaterThan(1);
    expect(screen.getAllByText("记录链接", { selector: ".ant-select-item-option-content" })).toHaveLength(1);
  });
});

describe("steps that hold others", () => {
  const BRANCH: RuleDoc = {
    ...RULE,
    then: [
      {
        code: "s1",
        do: "branch",
        with: {
          cases: [
            { if: "TRUE", then: [{ code: "s2", do: "todo", with: { title: "甲" } }] },
            { if: "FALSE", then: [] },
          ],
        },
      },
    ],
  };

  it("loses a case with what stands in it, and takes that back", async () => {
    const sent = page(BRANCH);
    const first = await screen.findByRole("region", { name: "情况 1" });
    await userEvent.click(within(first).getByRole("button", { name: "删除这种情况" }));
    await waitFor(() => expect(saved(sent)?.then[0]?.with).toMatchObject({ cases: [{ if: "FALSE", then: [] }] }), SLOW);
    expect(screen.queryByRole("button", { name: "删除这种情况" })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "撤销" }));
    await waitFor(() => expect(saved(sent)?.then[0]?.with).toEqual(BRANCH.then[0]?.with), SLOW);
  });

  it("finds a step by what it is called or does, and says where nothing is", async () => {
    page(BRANCH);
    const last = (await screen.findAllByRole("button", { name: "添加步骤" })).at(-1) as HTMLElement;
    await userEvent.click(last);
    const dialog = await screen.findByRole("dialog");
    const find = within(dialog).getByPlaceholderText("搜索动作");
    fireEvent.change(find, { target: { value: "分配" } });
    expect(await within(dialog).findByRole("button", { name: /^平均分配/ })).toBeTruthy();
    expect(within(dialog).queryByRole("button", { name: /^待办/ })).toBeNull();
    fireEvent.change(find, { target: { value: "没有这个" } });
    expect(await within(dialog).findByText("没有叫这个的动作")).toBeTruthy();
  });
});

describe("errors at their place", () => {
  it("leads from the bar to the step that is wrong", async () => {
    page(TWO, [{ path: "then[1].with.title", code: "x", message: "标题太长" }]);
    fireEvent.change(await screen.findByRole("textbox", { name: "规则名称" }), { target: { value: "改名" } });
    await userEvent.click(await screen.findByRole("button", { name: "1 处需要修改" }, SLOW));
    expect(screen.getByRole("button", { name: "第 2 步：待办" }).getAttribute("aria-expanded")).toBe("true");
  });

  it("tells of the trigger beside the trigger", async () => {
    page(TWO, [{ path: "when.date.field", code: "x", message: "没有这个日期字段" }]);
    fireEvent.change(await screen.findByRole("textbox", { name: "规则名称" }), { target: { value: "改名" } });
    const problem = await screen.findByText("没有这个日期字段", undefined, SLOW);
    expect(problem.closest("[data-place]")?.getAttribute("data-place")).toBe("when");
  });
});
