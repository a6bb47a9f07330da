import { describe, expect, it } from "vitest";
import { addressLines, looksLikeRange } from "./address-list";
import { hintsFor, holdsName } from "./password-hints";

const RULES = { shortest: 10, history: 3, expireDays: null };

describe("the hints of a password", () => {
  it("say what holds already and what only the server can tell", () => {
    expect(hintsFor("correct horse", RULES, ["zhangsan", "张三"])).toEqual([
      { of: "length", n: 10, met: true },
      { of: "name", met: true },
      { of: "common", met: null },
      { of: "history", n: 3, met: null },
    ]);
    expect(hintsFor("", { ...RULES, history: 0 }, ["zhangsan"]).map((hint) => hint.met)).toEqual([false, false, null]);
  });

  it.each([
    ["my ZhangSan 1", "zhangsan", true],
    ["ＺＨＡＮＧsan", "zhang", true],
    ["我是张三啊", "张三", true],
    ["138 0013", "13800138000@example.com", false],
    ["a13800138000", "13800138000@example.com", true],
    ["lighthouse", "li", false],
    ["anything", "", false],
  ])("%s with the name %s: %s", (password, name, held) => {
    expect(holdsName(password, [name])).toBe(held);
  });
});

describe("a list of addresses", () => {
  it("is what stands in its lines, each once", () => {
    expect(addressLines(" 10.0.0.1\n\n10.0.0.1, 2001:db8::/32;10.0.0.2 ")).toEqual([
      "10.0.0.1",
      "2001:db8::/32",
      "10.0.0.2",
    ]);
  });

  it.each([
    ["203.0.113.0/24", true],
    ["203.0.113.7", true],
    ["::1", true],
    ["2001:db8::/32", true],
    ["203.0.113", false],
    ["300.0.0.1", false],
    ["10.0.0.0/33", false],
    ["::/129", false],
    ["example.com", false],
  ])("%s: %s", (line, right) => {
    expect(looksLikeRange(line)).toBe(right);
  });
});
