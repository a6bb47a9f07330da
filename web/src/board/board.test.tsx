import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { EntityInfo, ViewInfo } from "@/api/types";
import { CUSTOMER, type Sent, server, show } from "@/testing/render";
import BoardView from "./board-view";
import { boardColumns, columnOf, columnWhere } from "./columns";
import { flightKey } from "./use-drag";

const VIEW: ViewInfo = {
  code: "board",
  label: { zh: "看板" },
  entity: "customer",
  type: "board",
  columns: [],
  where: null,
  sort: [],
  by: "stage",
  sum: "spent",
  card: ["spent"],
};
const ROWS = [
  { id: "a", version: 3, name: "甲", spent: "100", stage: "new" },
  { id: "b", version: 1, name: "乙", spent: "50", stage: "won" },
];
const GROUPS = [
  { key: ["new"], values: [1, "100.00"] },
  { key: ["won"], values: [1, "50.00"] },
];

type Answers = Parameters<typeof server>[0];

/** A server whose columns hold the records that stand in them. */
function board(more: Answers = {}, entity: EntityInfo = CUSTOMER) {
  const made: unknown[] = [];
  const sent = server({
    ...more, // first, since the first match answers
    "POST /query": () => ({ json: { groups: GROUPS } }),
    "GET /records/customer/a": () => ({ json: ROWS[0] }),
    "GET /records/customer?": ({ path }) => {
      const where = new URLSearchParams(path.split("?")[1]).get("where") ?? "";
      return { json: { items: ROWS.filter((row) => where.includes(`"${row.stage}"`)), next: null } };
    },
    ...more,
  });
  show(
    <BoardView
      entity={entity}
      view={VIEW}
      query={{ where: null, search: "", sort: [], fields: ["name", "spent", "stage"] }}
      paint={() => undefined}
      phone={false}
      create={(given) => made.push(given)}
    />,
  );
  return { sent, made };
}

const patches = (sent: Sent[]) => sent.filter((one) => one.method === "PATCH");
const column = (name: string) => within(screen.getByRole("region", { name }));
const card = (name: string) => screen.findByRole("group", { name });

async function carry(name: string, keys: string) {
  (await card(name)).focus();
  await userEvent.keyboard(keys);
}

describe("a board", () => {
  it("has a column for each option with count and sum, its records in it", async () => {
    board();
    await card("甲");
    expect(column("新线索").getByText("¥100.00", { selector: "header span" })).toBeDefined();
    expect(column("成交").getByText("乙")).toBeDefined();
    expect(column("成交").queryByText("甲")).toBeNull();
    expect(column("成交").getByRole("img", { name: "赢单" })).toBeDefined();
  });

  it("carries a card by the keyboard and saves beside its version", async () => {
    const { sent } = board({ PATCH: () => ({ json: { id: "a", version: 4 } }) });
    await carry("甲", " {ArrowRight} ");
    await waitFor(() => expect(patches(sent)).toHaveLength(1));
    expect(patches(sent)[0]?.body).toEqual({ stage: "won" });
    expect(patches(sent)[0]?.headers.get("If-Match")).toBe("3");
  });

  it("shows the card where it was dropped before the server answers", async () => {
    let answer = () => {};
    const waiting = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { sent } = board();
    await card("甲");
    const real = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      if (init?.method === "PATCH") await waiting;
      return real(input, init);
    };
    await carry("甲", " {ArrowRight} ");
    expect(await column("成交").findByText("甲")).toBeDefined();
    expect(column("新线索").queryByText("甲")).toBeNull();
    answer();
    await waitFor(() => expect(patches(sent)).toHaveLength(1));
  });
});

describe("what the server does not take at once", () => {
  it("puts a refused card back and says the server's words", async () => {
    board({ PATCH: () => ({ status: 403, json: { code: "record-forbidden", detail: "你没有权限修改这条记录" } }) });
    await carry("甲", " {ArrowRight} ");
    expect(await screen.findByText("你没有权限修改这条记录")).toBeDefined();
    expect(await column("新线索").findByText("甲")).toBeDefined();
    expect(column("成交").queryByText("甲")).toBeNull();
  });

  it("asks for exactly what was missing, and moves once it is there", async () => {
    let first = true;
    const { sent } = board({
      PATCH: () => {
        if (!first) return { json: { id: "a", version: 4 } };
        first = false;
        const errors = [{ path: "active", code: "value-required", message: "「启用」必填" }];
        return { status: 400, json: { code: "input-refused", detail: "有 1 处内容需要修改", errors } };
      },
    });
    await carry("甲", " {ArrowRight} ");
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.getByText("「启用」必填")).toBeDefined();
    await userEvent.click(dialog.getByRole("switch"));
    await userEvent.click(dialog.getByRole("button", { name: "保存并移动" }));
    await waitFor(() => expect(patches(sent)).toHaveLength(2));
    expect(patches(sent)[1]?.body).toEqual({ stage: "won", active: true });
  });

  it("says it again over a newer version when somebody changed something else", async () => {
    const versions: (string | null)[] = [];
    board({
      PATCH: ({ headers }) => {
        versions.push(headers.get("If-Match"));
        return versions.length === 1
          ? { status: 409, json: { code: "version-conflict" } }
          : { json: { id: "a", version: 8 } };
      },
      "GET /records/customer/a": () => ({ json: { ...ROWS[0], version: 7, spent: "1" } }),
    });
    await carry("甲", " {ArrowRight} ");
    await waitFor(() => expect(versions).toEqual(["3", "7"]));
  });
});

describe("around the cards", () => {
  it("Escape puts a lifted card back, and the menu moves without carrying", async () => {
    const { sent } = board({ PATCH: () => ({ json: { id: "a", version: 4 } }) });
    await carry("甲", " {ArrowRight}{Escape}");
    expect(patches(sent)).toHaveLength(0);
    await userEvent.click(within(await card("甲")).getByRole("button", { name: "移动卡片" }));
    await userEvent.click(await screen.findByText("移到「成交」"));
    await waitFor(() => expect(patches(sent)).toHaveLength(1));
  });

  it("makes a record in a column with its value", async () => {
    const { made } = board();
    await card("甲");
    await userEvent.click(screen.getByRole("button", { name: "在「成交」中新建" }));
    expect(made).toEqual([{ stage: "won" }]);
  });

  it("is only looked at by those who may not change records", async () => {
    const { sent } = board({}, { ...CUSTOMER, rights: { ...CUSTOMER.rights, update: false, create: false } });
    await carry("甲", " {ArrowRight} ");
    expect(patches(sent)).toHaveLength(0);
    expect(screen.queryByRole("button", { name: "移动卡片" })).toBeNull();
    expect(screen.queryByRole("button", { name: /新建/ })).toBeNull();
  });
});

describe("the columns of a board", () => {
  const words = { blank: "未填写", yes: "是", no: "否" };
  const stage = CUSTOMER.fields.find((field) => field.code === "stage");
  const owner = { code: "owner", type: "member" as const, label: "" };
  const active = { code: "active", type: "boolean" as const, label: "" };

  it("stand before anything is read, without figures", () => {
    const columns = stage ? boardColumns(stage, undefined, [], words, "zh") : [];
    expect(columns.map(({ key, count }) => [key, count])).toEqual([
      ["new", undefined],
      ["won", undefined],
    ]);
  });

  it("have one for records without a value where there are any, and none that is hidden", () => {
    const groups = [...GROUPS, { key: [null], values: [4, null] }];
    const columns = stage ? boardColumns(stage, groups, ["won"], words, "zh") : [];
    expect(columns.map(({ label, count }) => [label, count])).toEqual([
      ["未填写", 4],
      ["新线索", 1],
    ]);
  });

  it("of people are those that records have, by their names", () => {
    const groups = [{ key: ["m1"], labels: ["林晓彤"], values: [2, "5"] }];
    expect(boardColumns(owner, groups, [], words, "zh")[0]).toMatchObject({ label: "林晓彤", count: 2, sum: "5" });
  });

  it("of yes and no count blank as no", () => {
    const groups = [
      { key: [false], values: [1, "1.50"] },
      { key: [null], values: [2, "2.50"] },
    ];
    const [no, yes] = boardColumns(active, groups, [], words, "zh");
    expect(no).toMatchObject({ label: "否", count: 3, sum: "4.00" });
    expect(yes).toMatchObject({ label: "是", count: 0 });
    expect(columnWhere("active", false)).toEqual({ not: { field: "active", op: "=", value: true } });
    expect(columnOf(no && yes ? [no, yes] : [], null)?.key).toBe("false");
  });

  it("a card in the air goes from column to column and not beyond", () => {
    const columns = stage ? boardColumns(stage, [], [], words, "zh") : [];
    const row = { id: "a", version: 1, number: null, values: {}, labels: {} };
    const flight = { row, from: "new", over: "new", by: "keyboard" as const, width: 0 };
    expect(flightKey(flight, "ArrowRight", columns)).toMatchObject({ do: "over", column: { key: "won" } });
    expect(flightKey(flight, "ArrowLeft", columns)).toBeNull();
    expect(flightKey(flight, "Escape", columns)?.do).toBe("cancel");
    expect(flightKey(flight, "x", columns)).toBeNull();
  });
});
