import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import type { OpenRowMenu } from "@/button/use-row-menu";
import { CUSTOMER, row, show } from "@/testing/render";
import { Cards } from "./cards";
import type { Grouping } from "./grid/types";
import { withoutRepeats } from "./grouped-cards";
import { NONE } from "./selection";
import type { GridLine, GroupSection } from "./use-grouped";

/** Everything that is watched is in sight. */
class InSight {
  constructor(private readonly tell: (entries: { isIntersecting: boolean }[]) => void) {}
  observe() {
    this.tell([{ isIntersecting: true }]);
  }
  disconnect() {}
}
beforeEach(() => {
  globalThis.IntersectionObserver = InSight as unknown as typeof IntersectionObserver;
});

const A = row("a", { name: "甲公司" });
const B = row("b", { name: "乙公司" });

function section(value: string, label: string): GroupSection {
  const figures = { key: [value], labels: [label], values: ["3"] };
  return { key: value, path: [value], label, depth: 0, leaf: true, figures };
}

function cards(grouping?: Grouping, menu?: OpenRowMenu) {
  show(
    <Cards
      entity={CUSTOMER}
      columns={CUSTOMER.fields.slice(0, 1)}
      rows={[A, B]}
      loadMore={null}
      loadingMore={false}
      selected={NONE}
      select={vi.fn()}
      picking={false}
      paint={(one) => (one === A ? "red" : undefined)}
      unread={(one) => one === B}
      grouping={grouping}
      menu={menu}
    />,
  );
}

const cardOf = (name: string) => screen.getByRole("link", { name: new RegExp(name) }).closest("li");

it("have the colours of their rules and the mark of what is new", () => {
  cards();
  expect(cardOf("甲公司")?.getAttribute("style")).toContain("--hue-red-dot");
  expect(cardOf("乙公司")?.getAttribute("style") ?? "").not.toContain("--hue");
  expect(screen.getAllByRole("img", { name: /更新/ })).toHaveLength(1);
  expect(cardOf("乙公司")?.querySelector("[role=img]")).toBeTruthy();
});

it("stand below the heads of their groups, which close; what is not read yet is asked for when it comes near", async () => {
  const toggle = vi.fn();
  const reach = vi.fn();
  const wait: GridLine = { kind: "wait", section: section("won", "成交") };
  const lines: GridLine[] = [
    { kind: "group", section: section("new", "新线索"), open: true },
    { kind: "row", row: A, at: 0 },
    { kind: "group", section: section("won", "成交"), open: true },
    wait,
    wait,
  ];
  cards({ fields: CUSTOMER.fields.slice(1, 2), lines, toggle, reach });
  expect(cardOf("甲公司")).toBeTruthy();
  expect(screen.queryByRole("link", { name: "乙公司" })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: /新线索/ }));
  expect(toggle).toHaveBeenCalledWith("new");
  expect(reach).toHaveBeenCalledWith([wait]);
});

it("wait in one line for each group", () => {
  const wait = (key: string): GridLine => ({ kind: "wait", section: section(key, key) });
  const lines: GridLine[] = [wait("a"), wait("a"), { kind: "row", row: A, at: 0 }, wait("b"), wait("b")];
  expect(withoutRepeats(lines).map((line) => line.kind)).toEqual(["wait", "row", "wait"]);
});

it("have a menu of their buttons where there are any", async () => {
  const menu = vi.fn();
  cards(undefined, menu);
  await userEvent.click(screen.getByRole("button", { name: "「乙公司」的操作" }));
  expect(menu.mock.lastCall?.[0]).toBe(B);
});
