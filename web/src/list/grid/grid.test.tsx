import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import type { EntityInfo } from "@/api/types";
import { CUSTOMER, row, show } from "@/testing/render";
import { NONE, type Selected } from "../selection";
import { Grid } from "./grid";
import type { GridProps } from "./types";

const ROWS = [
  row("a", { name: "甲", stage: "new", spent: "10", created_at: "2026-01-01T00:00:00Z" }),
  row("b", { name: "乙", stage: "won", spent: "20", created_at: "2026-01-02T00:00:00Z" }),
  row("c", { name: "丙", stage: null, spent: null, created_at: "2026-01-03T00:00:00Z" }),
];

function grid(more: Partial<GridProps> = {}, entity: EntityInfo = CUSTOMER) {
  const spies = { save: vi.fn(), open: vi.fn(), sortBy: vi.fn(), resize: vi.fn(), onRefused: vi.fn(), select: vi.fn() };
  const columns = ["name", "spent", "created_at"].flatMap((code) => entity.fields.filter((one) => one.code === code));
  function Harness() {
    const [selected, select] = useState<Selected>(NONE);
    const put = (next: Selected) => {
      spies.select(next);
      select(next);
    };
    return (
      <Grid
        entity={entity}
        columns={columns}
        rows={ROWS}
        widths={{}}
        density="normal"
        sort={[]}
        loadingMore={false}
        loadMore={null}
        totals={undefined}
        live
        {...spies}
        {...more}
        selected={selected}
        select={put}
      />
    );
  }
  show(<Harness />);
  const table = screen.getByRole("grid");
  table.focus();
  const active = () => document.getElementById(table.getAttribute("aria-activedescendant") ?? "")?.textContent;
  const press = (keys: string) => userEvent.keyboard(keys);
  return { ...spies, table, active, press };
}

describe("the grid by keys", () => {
  it("moves from cell to cell and stays inside", async () => {
    const { active, press } = grid();
    expect(active()).toBe("甲");
    await press("{ArrowDown}");
    expect(active()).toBe("乙");
    await press("{ArrowRight}");
    expect(active()).toBe("¥20.00");
    await press("{ArrowUp}{ArrowUp}{ArrowLeft}{ArrowLeft}");
    expect(active()).toBe("甲");
    await press("{Control>}{End}{/Control}{Home}");
    expect(active()).toBe("丙");
  });

  it("opens the menu of a row's buttons, by its sign and by the key for menus", async () => {
    const menu = vi.fn();
    const { table, press } = grid({ menu });
    await userEvent.click(screen.getByRole("button", { name: "「乙」的操作" }));
    expect(menu.mock.lastCall?.[0]).toBe(ROWS[1]);
    table.focus();
    await press("{ArrowDown}");
    fireEvent.contextMenu(table);
    expect(menu.mock.lastCall?.[0]).toBe(ROWS[2]);
    expect(menu).toHaveBeenCalledTimes(2);
    fireEvent.contextMenu(screen.getByText("甲"));
    expect(menu).toHaveBeenCalledTimes(2);
  });

  it("opens the record of the active row", async () => {
    const { open, press } = grid();
    await press("{ArrowDown}{Enter}");
    expect(open).toHaveBeenCalledWith(ROWS[1]);
  });

  it("chooses rows one by one, as a range, all, and none", async () => {
    const { select, press } = grid();
    const chosen = () => [...(select.mock.lastCall?.[0].ids ?? [])];
    await press(" ");
    expect(chosen()).toEqual(["a"]);
    await press("{ArrowDown}{ArrowDown}{Shift>} {/Shift}");
    expect(chosen()).toEqual(["a", "b", "c"]);
    await press("{Escape}");
    expect(chosen()).toEqual([]);
    await press("{Control>}a{/Control}");
    expect(chosen()).toEqual(["a", "b", "c"]);
  });
});

describe("editing in a cell", () => {
  it("saves by Enter what was typed, beside the row as it was", async () => {
    const { save, press } = grid();
    await press("{ArrowRight}e");
    const input = within(screen.getByRole("group", { name: "累计消费" })).getByRole("textbox");
    await userEvent.clear(input);
    await userEvent.type(input, "1,250.5{Enter}");
    expect(save).toHaveBeenCalledExactlyOnceWith({ row: ROWS[0], set: { spent: "1250.5" }, labels: undefined });
    expect(screen.queryByRole("group", { name: "累计消费" })).toBeNull();
  });

  it("leaves by Escape without a change, and the keys move again", async () => {
    const { save, press, active } = grid();
    await press("e");
    await userEvent.type(screen.getByRole("textbox"), "x{Escape}");
    expect(save).not.toHaveBeenCalled();
    await press("{ArrowDown}");
    expect(active()).toBe("乙");
  });

  it("goes on to the next cell by Tab", async () => {
    const { save, press, active } = grid();
    await press("e");
    await userEvent.type(screen.getByRole("textbox"), "!{Tab}");
    expect(save.mock.lastCall?.[0].set).toEqual({ name: "甲!" });
    expect(active()).toBe("¥10.00");
  });

  it("opens the record instead where a cell cannot be edited", async () => {
    const { open, save, press } = grid();
    await press("{ArrowRight}{ArrowRight}e");
    expect(open).toHaveBeenCalledWith(ROWS[0]);
    expect(save).not.toHaveBeenCalled();
  });

  it("is not for those who may not change records", async () => {
    const { press } = grid({}, { ...CUSTOMER, rights: { ...CUSTOMER.rights, update: false } });
    await press("e");
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it("does nothing at all in the recycle bin", async () => {
    const { open, press } = grid({ live: false });
    await press("{Enter}e");
    fireEvent.doubleClick(screen.getByText("甲"));
    expect(open).not.toHaveBeenCalled();
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(screen.queryByRole("link")).toBeNull();
  });
});

it("a cell whose text leads elsewhere has a pencil, since a double click would follow the link", async () => {
  const { save } = grid();
  await userEvent.click(screen.getAllByRole("button", { name: "编辑客户名称", hidden: true })[1] as HTMLElement);
  const box = screen.getByRole("textbox");
  expect((box as HTMLInputElement).value).toBe("乙");
  await userEvent.type(box, "方{Enter}");
  expect(save.mock.calls[0]?.[0]).toMatchObject({ row: { id: "b" }, set: { name: "乙方" } });
});

describe("around the cells", () => {
  it("a header sorts, with shift beside the others, and says how it is sorted", async () => {
    const { sortBy } = grid({ sort: ["-spent"] });
    const header = screen.getByRole("columnheader", { name: /累计消费/ });
    expect(header.getAttribute("aria-sort")).toBe("descending");
    fireEvent.click(within(header).getByText("累计消费"), { shiftKey: true });
    expect(sortBy).toHaveBeenCalledWith("spent", true);
  });

  it("a column is made wider by keys, never narrower than can be read", async () => {
    const { resize } = grid({ widths: { spent: 70 } });
    const edge = screen.getByLabelText("调整「累计消费」的列宽");
    fireEvent.keyDown(edge, { key: "ArrowRight" });
    expect(resize).toHaveBeenLastCalledWith("spent", 86);
    fireEvent.keyDown(edge, { key: "ArrowLeft" });
    expect(resize).toHaveBeenLastCalledWith("spent", 64);
  });

  it("the box in the header chooses all that is loaded, then none", async () => {
    const { select } = grid();
    await userEvent.click(screen.getByLabelText("选择已显示的全部"));
    expect([...(select.mock.lastCall?.[0].ids ?? [])]).toEqual(["a", "b", "c"]);
    await userEvent.click(screen.getByLabelText("选择已显示的全部"));
    expect(select.mock.lastCall?.[0]).toBe(NONE);
  });

  it("pastes a table from a spreadsheet, and says how many cells it could not take", () => {
    const { table, save, onRefused } = grid();
    fireEvent.paste(table, { clipboardData: { getData: () => "新甲\t99\n新乙\t不是数" } });
    expect(save.mock.calls.map(([edit]) => edit.set)).toEqual([{ name: "新甲", spent: "99" }, { name: "新乙" }]);
    expect(onRefused).toHaveBeenCalledWith(1);
  });

  it("shows sums over all records under their columns", () => {
    const spent = CUSTOMER.fields.find((field) => field.code === "spent");
    grid({ totals: spent && [{ field: spent, fn: "sum", value: "12345.6" }] });
    expect(screen.getByText("¥12,345.60")).toBeDefined();
  });

  it("reads on when the end comes in sight", () => {
    const loadMore = vi.fn();
    grid({ loadMore });
    expect(loadMore).toHaveBeenCalled();
  });
});
