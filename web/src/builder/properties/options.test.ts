import { expect, it } from "vitest";
import { fromLines, type OptionDoc, readLines } from "./options";

const option = (code: string, zh: string): OptionDoc => ({ code, label: { zh } });
const code = (name: string) => `c_${name}`;

it("reads a column of a sheet, lines of a message and a line with commas", () => {
  expect(readLines("官网\r\n展会\r\n\r\n老客户介绍\r\n")).toEqual(["官网", "展会", "老客户介绍"]);
  expect(readLines("官网，展会、老客户介绍; 其他")).toEqual(["官网", "展会", "老客户介绍", "其他"]);
  expect(readLines("a\tb")).toEqual(["a", "b"]);
  expect(readLines("官网\n官网")).toEqual(["官网"]);
  expect(readLines("  ")).toEqual([]);
});

it("keeps the codes of options that are there, in their new order", () => {
  const before = [option("a", "甲"), option("b", "乙")];
  expect(fromLines(["乙", "丙", "甲"], before, code)).toEqual([
    option("b", "乙"),
    option("c_丙", "丙"),
    option("a", "甲"),
  ]);
});

it("takes another name in the same place as a rename", () => {
  const before = [option("a", "甲"), option("b", "乙")];
  expect(fromLines(["甲", "丁"], before, code)).toEqual([option("a", "甲"), option("b", "丁")]);
});
