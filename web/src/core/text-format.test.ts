import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fitFormat, fitPattern, typedInto } from "./text-format";

type Vectors = {
  formats: { format: string; text: string; kept: string | null }[];
  patterns: { pattern: string; text: string; kept: string | null }[];
};
const vectors = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../spec/format/vectors.json"), "utf8"),
) as Vectors;

describe("formats and patterns agree with the server", () => {
  it.each(vectors.formats.map((one) => [`${one.format} ${one.text}`, one] as const))("%s", (_, one) => {
    expect(fitFormat(one.format, one.text)).toBe(one.kept);
  });

  it.each(vectors.patterns.map((one) => [`${one.pattern} ${one.text}`, one] as const))("%s", (_, one) => {
    expect(fitPattern(one.pattern, one.text)).toBe(one.kept);
  });

  it("leaves a format that is not known here to the server", () => {
    expect(fitFormat("passport", "x")).toBe("x");
  });
});

describe("typing into a mask", () => {
  it("puts in what the mask alone decides as soon as it goes on", () => {
    expect(typedInto("AA-9999", "a")).toBe("A");
    expect(typedInto("AA-9999", "ab")).toBe("AB");
    expect(typedInto("AA-9999", "AB1")).toBe("AB-1");
    expect(typedInto("(999) 999", "1")).toBe("(1");
    expect(typedInto("(999) 999", "(1234")).toBe("(123) 4");
  });

  it("lets one delete, and leaves a slip to be seen", () => {
    expect(typedInto("AA-9999", "AB-")).toBe("AB-");
    expect(typedInto("99)", "12")).toBe("12");
    expect(typedInto("AA-9999", "AB-x")).toBe("AB-x");
    expect(typedInto("AA-9999", "")).toBe("");
  });
});
