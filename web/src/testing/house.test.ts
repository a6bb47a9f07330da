import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import i18next from "i18next";
import { describe, expect, it } from "vitest";
import { changeLanguage } from "@/i18n";
import en from "@/i18n/en";
import zh from "@/i18n/zh";

const SRC = join(process.cwd(), "src");
const files = readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter((name) => /\.(tsx?|css)$/.test(name));
const read = (name: string) => readFileSync(join(SRC, name), "utf8");

function keysOf(texts: object, prefix = ""): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "object" ? keysOf(value as object, `${prefix}${key}.`) : [`${prefix}${key}`],
  );
}

function textsOf(texts: object): [string, string][] {
  return keysOf(texts).map((key) => [
    key,
    key.split(".").reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], texts) as string,
  ]);
}

const holes = (text: string) => [...text.matchAll(/\{\{(\w+)(?:, [^}]*)?\}\}/g)].map((found) => found[1]).sort();

describe("languages", () => {
  it("both have the same keys", () => {
    expect(keysOf(en).sort()).toEqual(keysOf(zh).sort());
  });

  it("a text has the same holes in both", () => {
    const english = new Map(textsOf(en));
    for (const [key, text] of textsOf(zh)) expect(holes(english.get(key) ?? ""), key).toEqual(holes(text));
  });

  it("no text is blank, and no Chinese stands in an English one", () => {
    for (const [key, text] of [...textsOf(zh), ...textsOf(en)]) expect(text.trim(), key).not.toBe("");
    for (const [key, text] of textsOf(en)) expect(/\p{Script=Han}/u.test(text), key).toBe(false);
  });
});

it("English tells one from many", async () => {
  await changeLanguage("en", false);
  const t = i18next.getFixedT("en");
  expect(t("list.count", { n: "1" })).toBe("1 record");
  expect(t("list.count", { n: "10,000" })).toBe("10,000 records");
  expect(t("list.count", { n: "0" })).toBe("0 records");
  expect(t("imports.refusedTitle", { n: "1" })).toBe("1 row was refused");
  await changeLanguage("zh", false);
});

describe("the source", () => {
  it("holds no Chinese text outside the language files", () => {
    const guilty = files
      .filter((name) => !/^(i18n|testing)\//.test(name) && !name.includes(".test."))
      .filter((name) => /\p{Script=Han}/u.test(read(name).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "")));
    expect(guilty).toEqual([]);
  });

  it("names no colour outside the theme", () => {
    const guilty = files
      .filter((name) => !name.startsWith("theme/"))
      .filter((name) => /#[0-9a-f]{6}\b/i.test(read(name)));
    expect(guilty).toEqual([]);
  });

  it("has no file over 300 lines", () => {
    expect(files.filter((name) => read(name).split("\n").length > 301)).toEqual([]);
  });

  it("keeps core free of React, of the network and of the rest of the program", () => {
    const guilty = files
      .filter((name) => name.startsWith("core/") && !name.includes(".test."))
      .filter((name) => /from "(?!\.\/)|fetch\(|document\./.test(read(name)));
    expect(guilty).toEqual([]);
  });
});
