import { describe, expect, it } from "vitest";
import {
  addDecimals,
  formatDecimal,
  formatMoney,
  formatPercent,
  groupDigits,
  parseDecimal,
  roundDecimal,
  shiftDecimal,
  trimZeros,
} from "./decimal";

describe("parseDecimal", () => {
  it.each([
    ["1,234.50", "1234.50"],
    ["￥1，234.5", "1234.5"],
    ["１２３．４", "123.4"],
    ["(12.5)", "-12.5"],
    ["−7", "-7"],
    ["+3", "3"],
    [".5", "0.5"],
    ["-.5", "-0.5"],
    ["5.", "5"],
    [" 1 000 ", "1000"],
  ])("reads %s as people mean it", (typed, decimal) => {
    expect(parseDecimal(typed)).toBe(decimal);
  });

  it.each(["", "abc", "1.2.3", "1e5", "--1", "12a", "()"])("refuses %j", (typed) => {
    expect(parseDecimal(typed)).toBeNull();
  });
});

describe("roundDecimal", () => {
  it.each([
    ["1.005", 2, "1.01"],
    ["-1.005", 2, "-1.01"],
    ["2.5", 0, "3"],
    ["1.2", 3, "1.200"],
    ["0.999", 2, "1.00"],
    ["123456789012345678901234567890.125", 2, "123456789012345678901234567890.13"],
  ])("rounds %s to %i places half away from zero", (text, places, rounded) => {
    expect(roundDecimal(text, places)).toBe(rounded);
  });
});

it("shifts the point both ways without loss", () => {
  expect(shiftDecimal("0.125", 2)).toBe("12.5");
  expect(shiftDecimal("12.5", -2)).toBe("0.125");
  expect(shiftDecimal("5", 2)).toBe("500");
  expect(shiftDecimal("-0.1", 2)).toBe("-10");
});

it("shifting there and back is the same, for many decimals", () => {
  let seed = 11;
  for (let i = 0; i < 200; i++) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    const text = trimZeros(`${seed % 2 ? "-" : ""}${seed % 100000}.${String(seed % 9973).padStart(4, "0")}`);
    expect(shiftDecimal(shiftDecimal(text, 2), -2)).toBe(text);
  }
});

it("adds what floating point cannot", () => {
  expect(addDecimals("0.1", "0.2")).toBe("0.3");
  expect(addDecimals("-5", "0.01")).toBe("-4.99");
  expect(addDecimals("9007199254740993", "1.5")).toBe("9007199254740994.5");
});

it("groups whole digits only, and leaves what is no decimal alone", () => {
  expect(groupDigits("1234567.1234567")).toBe("1,234,567.1234567");
  expect(groupDigits("-1000")).toBe("-1,000");
  expect(groupDigits("999")).toBe("999");
  expect(groupDigits("n/a")).toBe("n/a");
});

it("formats figures, money and shares", () => {
  expect(formatDecimal("1234.50")).toBe("1,234.5");
  expect(formatDecimal(12345, 1)).toBe("12,345.0");
  expect(formatDecimal("?")).toBe("?");
  expect(formatMoney("-1234.5")).toBe("-¥1,234.50");
  expect(formatMoney("10", "USD")).toBe("$10.00");
  expect(formatMoney("10", "CHF")).toBe("CHF 10.00");
  expect(formatPercent("0.125")).toBe("12.5%");
  expect(formatPercent("0.12345", 1)).toBe("12.3%");
});
