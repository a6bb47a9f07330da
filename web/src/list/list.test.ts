import i18next from "i18next";
import { describe, expect, it } from "vitest";
import { labelText } from "@/i18n";
import { CUSTOMER } from "@/testing/render";
import { keepWidths, listable, readWidths, shownColumns, widthOf } from "./columns";
import { describe as words } from "./filter/describe";
import { filterable, newRule, operandField, withOperator } from "./filter/operators";
import { keyAction } from "./grid/keys";
import { nextSort, readState, writeState } from "./list-state";
import { extend, isSelected, NONE, toggle } from "./selection";

describe("the state of a list", () => {
  it("reads back what it writes, and keeps what else stands in the address", () => {
    const state = {
      view: "mine",
      filter: { all: [{ field: "stage", op: "blank" as const }] },
      search: "上海",
      sort: ["-spent", "name"],
      columns: ["name", "spent"],
      group: ["stage"],
      totals: { spent: "avg" as const },
    };
    const params = writeState(new URLSearchParams("new=1"), state);
    expect(readState(params)).toEqual(state);
    expect(params.get("new")).toBe("1");
  });

  it("an empty state leaves a clean address", () => {
    const params = writeState(new URLSearchParams("view=v&q=x&sort=a&cols=b&filter=c"), {
      view: null,
      filter: null,
      search: " ",
      sort: [],
      columns: null,
      group: null,
      totals: null,
    });
    expect(params.toString()).toBe("");
  });

  it("a header sorts up, down and no more; with shift beside the others", () => {
    expect(nextSort([], "a", false)).toEqual(["a"]);
    expect(nextSort(["a"], "a", false)).toEqual(["-a"]);
    expect(nextSort(["-a"], "a", false)).toEqual([]);
    expect(nextSort(["b"], "a", true)).toEqual(["b", "a"]);
    expect(nextSort(["b", "a"], "a", true)).toEqual(["b", "-a"]);
    expect(nextSort(["b", "-a"], "a", true)).toEqual(["b"]);
  });
});

describe("columns", () => {
  it("begin with the title and end with the system's own", () => {
    expect(listable(CUSTOMER)[0]?.code).toBe("name");
    expect(listable(CUSTOMER).at(-1)?.code).toBe("created_at");
  });

  it("are those chosen, with the title in any case, without those that are gone", () => {
    expect(shownColumns(CUSTOMER, ["spent", "gone"]).map((field) => field.code)).toEqual(["name", "spent"]);
    expect(shownColumns(CUSTOMER, ["spent", "name"]).map((field) => field.code)).toEqual(["spent", "name"]);
  });

  it("keep their dragged widths; what cannot be read counts as none", () => {
    keepWidths("customer", { name: 300 });
    expect(readWidths("customer")).toEqual({ name: 300 });
    localStorage.setItem("zhike.widths.customer", "{oops");
    expect(readWidths("customer")).toEqual({});
    expect(widthOf({ code: "name", type: "text", label: "" }, { name: 99 }, true)).toBe(99);
  });
});

describe("a selection", () => {
  const rows = ["a", "b", "c", "d"].map((id) => ({ id }));

  it("toggles single rows", () => {
    const one = toggle(NONE, "a");
    expect(isSelected(one, "a")).toBe(true);
    expect(isSelected(toggle(one, "a"), "a")).toBe(false);
  });

  it("extends over a range in both directions", () => {
    expect([...extend(NONE, rows, 2, 1).ids]).toEqual(["b", "c"]);
    expect([...extend(toggle(NONE, "a"), rows, 3, 3).ids]).toEqual(["a", "d"]);
  });

  it("of all ends with the first toggle", () => {
    expect(isSelected({ all: true, ids: new Set() }, "z")).toBe(true);
    expect(toggle({ all: true, ids: new Set() }, "z")).toBe(NONE);
  });
});

describe("keys of the grid", () => {
  const extent = { rows: 100, columns: 5, page: 10 };
  const press = (key: string, more: { ctrl?: boolean; shift?: boolean } = {}) =>
    keyAction({ key, ctrl: false, shift: false, ...more }, { row: 5, column: 2 }, extent);

  it.each([
    ["ArrowDown", {}, 6, 2],
    ["ArrowUp", {}, 4, 2],
    ["ArrowLeft", {}, 5, 1],
    ["ArrowRight", { ctrl: true }, 5, 4],
    ["PageDown", {}, 15, 2],
    ["PageUp", {}, 0, 2],
    ["Home", { ctrl: true }, 0, 0],
    ["End", {}, 5, 4],
  ])("%s moves, never out of the list", (key, more, row, column) => {
    expect(press(key, more)).toEqual({ do: "move", to: { row, column } });
  });

  it("open, edit, select, copy; other keys mean nothing", () => {
    expect(press("Enter")).toEqual({ do: "open" });
    expect(press("e")).toEqual({ do: "edit" });
    expect(press(" ")).toEqual({ do: "select" });
    expect(press(" ", { shift: true })).toEqual({ do: "extend" });
    expect(press("c", { ctrl: true })).toEqual({ do: "copy" });
    expect(press("x")).toBeNull();
    expect(press("e", { ctrl: true })).toBeNull();
  });
});

describe("filter operators", () => {
  const field = (code: string) =>
    CUSTOMER.fields.find((one) => one.code === code) ?? { code: "", type: "text" as const, label: "" };

  it("every field that can be filtered begins with a condition of its own", () => {
    for (const one of filterable(CUSTOMER.fields)) expect(newRule(one).field).toBe(one.code);
    expect(newRule(field("active"))).toEqual({ field: "active", op: "=", value: true });
    expect(newRule(field("created_at"))).toEqual({ field: "created_at", op: "period", value: "this_month" });
  });

  it("keep the value between operators that take the same", () => {
    expect(withOperator({ field: "stage", op: "in", value: ["won"] }, "not_in").value).toEqual(["won"]);
    expect(withOperator({ field: "spent", op: ">", value: "5" }, "between").value).toBeUndefined();
    expect(withOperator({ field: "d", op: "last_days", value: 30 }, "next_days").value).toBe(30);
    expect(withOperator({ field: "d", op: "=", value: "x" }, "last_days").value).toBe(7);
  });

  it("type a moment by its day, and a choice as several", () => {
    expect(operandField(field("created_at"), ">").type).toBe("date");
    expect(operandField(field("stage"), "in").many).toBe(true);
  });

  it("read as words", () => {
    const t = i18next.getFixedT("zh");
    const say = (node: Parameters<typeof words>[0]) => words(node, CUSTOMER.fields, t, "zh", (_, code) => code);
    expect(say({ field: "stage", op: "in", value: ["won", "new"] })).toBe("阶段 是 成交、新线索");
    expect(say({ field: "spent", op: "between", value: ["1000", "2000"] })).toBe("累计消费 介于 ¥1,000.00 – ¥2,000.00");
    expect(
      say({
        any: [
          { field: "tags", op: "blank" },
          { field: "active", op: "=", value: false },
        ],
      }),
    ).toBe("标签 为空 或 启用 等于 否");
    expect(say({ field: "gone", op: "blank" })).toContain("gone");
  });
});

it("a label falls back to the other language", () => {
  expect(labelText({ zh: "客户" }, "en")).toBe("客户");
  expect(labelText("x", "zh")).toBe("x");
  expect(labelText(undefined, "zh")).toBe("");
});
