import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { EntityInfo } from "@/api/types";
import { type FilterGroup, type FilterRule, readFilter } from "@/core/filter";
import { choose, offered } from "@/testing/choose";
import { CUSTOMER, server, show } from "@/testing/render";
import { useListState } from "../use-list-state";
import { FilterBuilder } from "./builder";
import { FilterBar } from "./filter-bar";
import { Operand } from "./operand";
import { operatorsOf } from "./operators";

const PERSON: EntityInfo = {
  ...CUSTOMER,
  fields: [...CUSTOMER.fields, { code: "parent", type: "relation", label: { zh: "上级" }, entity: "customer" }],
};

function Bar() {
  const { state, change } = useListState();
  return <FilterBar entity={PERSON} filter={state.filter} change={(filter) => change({ filter })} />;
}

const at = (filter: FilterGroup) => `/?filter=${encodeURIComponent(JSON.stringify(filter))}`;
const NAME: FilterRule = { field: "name", op: "contains", value: "甲" };
const STAGE: FilterRule = { field: "stage", op: "in", value: ["won"] };

function bar(path = "/") {
  const { router } = show(<Bar />, path);
  return { router, inUrl: () => readFilter(new URLSearchParams(router.state.location.search).get("filter")) };
}

describe("the filter in the address", () => {
  it("gets a condition once it has its value, and not before", async () => {
    const { inUrl } = bar();
    await userEvent.click(screen.getByText("筛选"));
    await userEvent.click(await screen.findByText("添加条件"));
    expect(inUrl()).toBeNull();
    const row = screen.getByLabelText("移除条件").parentElement as HTMLElement;
    await userEvent.type(row.querySelector("input:not([role])") as HTMLElement, "甲");
    await waitFor(() => expect(inUrl()).toEqual({ all: [NAME] }));
  });

  it("is what the builder shows, and a chip for each condition", async () => {
    bar(at({ all: [NAME, STAGE] }));
    expect(screen.getByTitle("客户名称 包含 甲")).toBeDefined();
    await userEvent.click(screen.getByTitle("阶段 是 成交"));
    expect((await screen.findAllByLabelText("移除条件")).length).toBe(2);
  });

  it("says a moment as people do", () => {
    bar(at({ all: [{ field: "created_at", op: ">", value: "2026-03-02T01:30:00Z" }] }));
    expect(screen.getByTitle(/^创建时间 大于 2026-03-02 09:30$/)).toBeDefined();
  });

  it("loses a condition by its chip, and all by one button", async () => {
    const { inUrl } = bar(at({ all: [NAME, STAGE] }));
    await userEvent.click(screen.getByLabelText("移除条件：客户名称 包含 甲"));
    await waitFor(() => expect(inUrl()).toEqual({ all: [STAGE] }));
    await userEvent.click(screen.getByText("筛选"));
    await userEvent.click(await screen.findByText("清除全部"));
    await waitFor(() => expect(inUrl()).toBeNull());
  });

  it("follows the back button", async () => {
    const { router } = bar(at({ all: [NAME] }));
    await router.navigate(at({ all: [STAGE] }));
    expect(await screen.findByTitle("阶段 是 成交")).toBeDefined();
    await router.navigate(-1);
    expect(await screen.findByTitle("客户名称 包含 甲")).toBeDefined();
    expect(screen.queryByTitle("阶段 是 成交")).toBeNull();
  });

  it("says the title of a related record, not its id", async () => {
    server({ "GET /records/customer/c9": () => ({ json: { id: "c9", version: 1, name: "恒泰贸易" } }) });
    bar(at({ all: [{ field: "parent", op: "in", value: ["c9"] }] }));
    expect(await screen.findByTitle("上级 是 恒泰贸易")).toBeDefined();
  });

  it("keeps the id of a record that is gone", async () => {
    server({});
    bar(at({ all: [{ field: "parent", op: "in", value: ["c9"] }] }));
    expect(await screen.findByTitle("上级 是 c9")).toBeDefined();
  });
});

describe("the builder", () => {
  const build = (filter: FilterGroup | null) => {
    const change = vi.fn<(next: FilterGroup | null) => void>();
    show(<FilterBuilder fields={CUSTOMER.fields} filter={filter} change={change} />);
    return change;
  };

  it("turns all into any", async () => {
    const change = build({ all: [NAME, STAGE] });
    await userEvent.click(screen.getByText("满足任一"));
    expect(change).toHaveBeenCalledWith({ any: [NAME, STAGE] });
  });

  it("puts a group into a group, but no deeper than three", async () => {
    const change = build({ all: [NAME] });
    await userEvent.click(screen.getByText("添加条件组"));
    expect(change).toHaveBeenCalledWith({ all: [NAME, { any: [{ field: "name", op: "contains" }] }] });
    document.body.innerHTML = "";
    build({ all: [{ any: [{ all: [STAGE] }] }] });
    expect(screen.getAllByText("添加条件").length).toBe(3);
    expect(screen.getAllByText("添加条件组").length).toBe(2);
  });

  it("changes a condition inside a group and leaves the rest as it is", async () => {
    const change = build({ all: [NAME, { any: [STAGE, { field: "active", op: "blank" }] }] });
    await choose(screen.getAllByLabelText("条件")[1] as HTMLElement, "不是");
    expect(change).toHaveBeenCalledWith({
      all: [
        NAME,
        {
          any: [
            { ...STAGE, op: "not_in" },
            { field: "active", op: "blank" },
          ],
        },
      ],
    });
  });

  it("removes a group as a whole", async () => {
    const change = build({ all: [NAME, { any: [STAGE] }] });
    await userEvent.click(screen.getByText("移除这一组"));
    expect(change).toHaveBeenCalledWith({ all: [NAME] });
  });

  it("begins anew when another field is chosen, since operators and values differ", async () => {
    const change = build({ all: [NAME] });
    await choose(screen.getByLabelText("字段"), "启用");
    expect(change).toHaveBeenCalledWith({ all: [{ field: "active", op: "=", value: true }] });
  });

  it.each([
    ["name", "contains", ["包含", "不包含", "等于", "不等于", "开头是", "为空", "不为空"]],
    ["spent", "=", ["等于", "不等于", "大于", "大于等于", "小于", "小于等于", "介于", "为空", "不为空"]],
    ["stage", "in", ["是", "不是", "为空", "不为空"]],
    ["tags", "has_any", ["包含任一", "包含全部", "都不包含", "为空", "不为空"]],
  ] as const)("offers %s the operators of its kind", async (field, op, words) => {
    build({ all: [{ field, op }] });
    expect(await offered(screen.getByLabelText("条件"))).toEqual(words);
  });
});

describe("what a condition compares with", () => {
  const names = (_: unknown, code: string) => code;
  const operand = (rule: FilterRule) => {
    const field = CUSTOMER.fields.find((one) => one.code === rule.field);
    if (!field) throw new Error(rule.field);
    const change = vi.fn();
    const { container } = show(<Operand field={field} rule={rule} change={change} names={names} />);
    return { change, container };
  };

  it("is which records, for a relation to one and to many", async () => {
    server({
      "GET /records/customer": () => ({
        json: {
          items: [{ id: "c9", version: 1, number: "9", name: "乙公司" }],
          next: null,
        },
      }),
    });
    const one = { code: "parent", type: "relation", label: { zh: "上级" }, entity: "customer" } as const;
    expect(operatorsOf(one)).toContain("in");
    const many = { ...one, many: true };
    expect(operatorsOf(many)).toEqual(["has_any", "has_all", "has_none", "blank", "not_blank"]);
    const change = vi.fn();
    const { container } = show(
      <Operand
        field={many}
        rule={{ field: "parent", op: "has_any", value: ["c1"] }}
        change={change}
        names={() => "甲公司"}
      />,
    );
    expect(screen.getByText("甲公司")).toBeTruthy();
    await choose(container.querySelector("input") as HTMLElement, "乙公司");
    expect(change).toHaveBeenCalledWith(["c1", "c9"]);
  });

  it("is nothing for operators that need no value", () => {
    expect(operand({ field: "name", op: "blank" }).container.querySelector("input")).toBeNull();
    expect(operand({ field: "stage", op: "not_blank" }).container.querySelector("input")).toBeNull();
  });

  it("is a span of figures, each end kept while the other is typed", () => {
    const { change, container } = operand({ field: "spent", op: "between", value: ["5", null] });
    const [from, to] = container.querySelectorAll("input");
    fireEvent.change(to as Element, { target: { value: "1,000" } });
    expect(change).toHaveBeenLastCalledWith(["5", "1000"]);
    fireEvent.change(from as Element, { target: { value: "7" } });
    expect(change).toHaveBeenLastCalledWith(["7", null]);
  });

  it("is a period or a number of days for moments", async () => {
    const period = operand({ field: "created_at", op: "period", value: "today" });
    await choose(screen.getByLabelText("值"), "上月");
    expect(period.change.mock.calls[0]?.[0]).toBe("last_month");
    document.body.innerHTML = "";
    const days = operand({ field: "created_at", op: "last_days", value: 7 });
    fireEvent.change(days.container.querySelector("input") as Element, { target: { value: "30" } });
    expect(days.change).toHaveBeenCalledWith(30);
  });

  it("is yes or no for a box, and several for a choice", async () => {
    const box = operand({ field: "active", op: "=", value: true });
    await choose(screen.getByLabelText("值"), "否");
    expect(box.change.mock.calls[0]?.[0]).toBe(false);
    document.body.innerHTML = "";
    const several = operand({ field: "stage", op: "in", value: ["won"] });
    await choose(several.container.querySelector("input") as HTMLElement, "新线索");
    expect(several.change.mock.calls[0]?.[0]).toEqual(["won", "new"]);
  });
});
