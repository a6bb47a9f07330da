import { describe, expect, it } from "vitest";
import { initials } from "./initials";
import { inSlots, joinPages, visibleRange } from "./keyset";
import { matchColumns, plainName } from "./match";
import { dialable, formatPhone } from "./phone";
import { formatTsv, parseTsv } from "./tsv";
import { isBlank, sameValue, texts } from "./value";

describe("phones", () => {
  it.each([
    ["13800138000", "138 0013 8000"],
    ["+86 138-0013-8000", "138 0013 8000"],
    ["01088886666", "010-8888 6666"],
    ["05712345678", "0571-234 5678"],
    ["+1 202 555 0100", "+1 202 555 0100"],
    ["95588", "95588"],
  ])("shows %s as %s", (number, shown) => {
    expect(formatPhone(number)).toBe(shown);
  });

  it("dials digits and a leading plus", () => {
    expect(dialable("+86 (10) 8888-6666")).toBe("+861088886666");
  });
});

describe("clipboard", () => {
  it("reads cells with tabs, quotes and line breaks in them", () => {
    expect(parseTsv('a\t"b\tc"\r\n"say ""hi"""\t"two\nlines"\r\n')).toEqual([
      ["a", "b\tc"],
      ['say "hi"', "two\nlines"],
    ]);
  });

  it("keeps blank cells, and a quote in the middle of a cell", () => {
    expect(parseTsv('\t5" disk\t')).toEqual([["", '5" disk', ""]]);
  });

  it("reads back what it writes, whatever is in the cells", () => {
    const pieces = ["", "a", "\t", "\n", '"', "汉", " "];
    let seed = 5;
    const next = (n: number) => {
      seed = (seed * 16807) % 2147483647;
      return seed % n;
    };
    for (let i = 0; i < 100; i++) {
      const table = Array.from({ length: 1 + next(3) }, () =>
        Array.from({ length: 2 }, () =>
          Array.from({ length: next(4) }, () => pieces[next(pieces.length)] ?? "").join(""),
        ),
      );
      expect(parseTsv(formatTsv(table))).toEqual(table);
    }
  });
});

describe("keyset pages", () => {
  it("keeps each record once, where it came first", () => {
    const page = (...ids: string[]) => ({ items: ids.map((id) => ({ id })), next: null });
    expect(joinPages([page("a", "b"), page("b", "c"), page()]).map((row) => row.id)).toEqual(["a", "b", "c"]);
  });

  it("draws the visible rows and some on either side, never outside the list", () => {
    expect(visibleRange(0, 400, 40, 1000, 5)).toEqual({ from: 0, to: 16, most: 21 });
    expect(visibleRange(4000, 400, 40, 1000, 5)).toEqual({ from: 95, to: 116, most: 21 });
    expect(visibleRange(4039, 400, 40, 1000, 5)).toEqual({ from: 95, to: 116, most: 21 });
    expect(visibleRange(99_999, 400, 40, 10, 5)).toMatchObject({ from: 10, to: 10 });
    expect(visibleRange(0, 400, 40, 0)).toMatchObject({ from: 0, to: 0 });
  });

  it("give the slot of a row that left to the one that came, and move none", () => {
    const drawn = (from: number) => inSlots([from, from + 1, from + 2], from, 3);
    expect(drawn(4).map(({ row, place, slot }) => [row, place, slot])).toEqual([
      [6, 6, 0],
      [4, 4, 1],
      [5, 5, 2],
    ]);
    expect(drawn(5).map(({ row }) => row)).toEqual([6, 7, 5]);
  });
});

describe("columns and fields", () => {
  const fields = [
    { code: "name", label: "客户名称" },
    { code: "phone", label: "联系方式（手机）" },
    { code: "spent", label: "累计消费" },
  ];

  it("match by label or code, whatever the case, spaces and brackets", () => {
    const found = matchColumns(["客户 名称", "联系方式(手机)", "SPENT", "其他"], fields);
    expect([...found]).toEqual([
      ["客户 名称", "name"],
      ["联系方式(手机)", "phone"],
      ["SPENT", "spent"],
    ]);
  });

  it("give each field to one column only", () => {
    expect([...matchColumns(["name", "客户名称"], fields)]).toEqual([["name", "name"]]);
  });

  it("compares full-width as half-width", () => {
    expect(plainName("ＡＢＣ＿１")).toBe("abc1");
  });
});

describe("values", () => {
  it("zero and false are not blank", () => {
    expect([0, false, "0"].some(isBlank)).toBe(false);
    expect([null, undefined, "", []].every(isBlank)).toBe(true);
  });

  it("takes the texts out of whatever a value is", () => {
    expect(texts(["a", { id: "b", name: "B" }, null, 3])).toEqual(["a", "b", "3"]);
    expect(texts({ address: "x" })).toEqual([]);
  });

  it("compares by content, and all blanks alike", () => {
    expect(sameValue(["a"], ["a"])).toBe(true);
    expect(sameValue(["a"], ["b"])).toBe(false);
    expect(sameValue(null, "")).toBe(true);
    expect(sameValue("1", 1)).toBe(false);
  });
});

it.each([
  ["管理员", "管"],
  ["欧阳明轩", "欧"],
  ["Ada Lovelace", "AL"],
  ["Jean Luc van Damme", "JD"],
  ["admin", "A"],
  ["  ", ""],
])("%s stands as %s", (name, short) => {
  expect(initials(name)).toBe(short);
});
