import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { extractStyle } from "@ant-design/static-style-extract";
import { ConfigProvider } from "antd";
import { createElement, type ReactNode } from "react";
import { type Plugin, parseSync, Visitor } from "vite";

const SOURCES = join(import.meta.dirname, "../src");
const NAME = "virtual:antd-styles.css";
const RESOLVED = `\0${NAME}`;
const IMPORT = /import \{([^}]*)\} from "antd"/g;
/** What a component draws without its name being imported anywhere: toasts and questions come by App.useApp(). */
const UNNAMED = ["message", "Modal"];
/** Where the theme's variables are set, by the key that theme.tsx gives: they change while the page runs. */
const VARIABLES = /(?<=^|[{}])\s*\.zhike[^{}]*\{[^{}]*\}/g;

/** The components of antd that the program imports, by name and in order. */
export function importedComponents(): string[] {
  const names = new Set(UNNAMED);
  for (const file of readdirSync(SOURCES, { recursive: true, encoding: "utf8" })) {
    if (!/\.tsx?$/.test(file) || /\.test\.tsx?$/.test(file)) continue;
    for (const [, list = ""] of readFileSync(join(SOURCES, file), "utf8").matchAll(IMPORT)) {
      for (const part of list.split(",")) names.add(part.trim().split(" as ")[0] ?? "");
    }
  }
  return [...names].filter((name) => /^([A-Z]\w*|message)$/.test(name) && name !== "ConfigProvider").sort();
}

/** The rules of `components` as antd would make them while the page runs, without the values of the theme. */
export function stylesOf(components: string[]): string {
  const inTheme = (node: ReactNode) =>
    createElement(ConfigProvider, { theme: { cssVar: { key: "zhike" }, hashed: false } }, node);
  return extractStyle({ customTheme: inTheme, includes: components }).replace(VARIABLES, "");
}

const STYLE_MODULE = /[\\/]node_modules[\\/]antd[\\/]es[\\/].*[\\/]style[\\/][^\\/]*\.js$/;
/** The functions of antd that take the maker of a component's rules as their second argument. */
const TAKES_RULES: ReadonlySet<string> = new Set(["genStyleHooks", "genSubStyleComponent", "genComponentStyleHook"]);

/** A module of antd that makes rules, without them: what only they need then falls away as unused. */
export function withoutRules(code: string): string {
  const places: { start: number; end: number }[] = [];
  new Visitor({
    CallExpression({ callee, arguments: [, rules] }) {
      if (callee.type === "Identifier" && TAKES_RULES.has(callee.name) && rules) places.push(rules);
    },
  }).visit(parseSync("style.js", code).program);
  return places.reduceRight((text, { start, end }) => `${text.slice(0, start)}() => []${text.slice(end)}`, code);
}

/** antd's style sheet, made at build time of what the program uses: at run time it cost a tenth of a second a page. */
export function antdStyles(): Plugin {
  return {
    name: "antd-styles",
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? stylesOf(importedComponents()) : undefined),
    transform: (code, id) => (STYLE_MODULE.test(id) ? { code: withoutRules(code), map: null } : undefined),
  };
}
