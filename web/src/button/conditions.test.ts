import { describe, expect, it } from "vitest";
import type { ButtonInfo, UrlPart } from "@/api/buttons";
import { Instant, type Tree } from "@/core/expression";
import { Unknown } from "@/record/logic-row";
import { CUSTOMER, row } from "@/testing/render";
import { addressOf, isShown, type Scene } from "./conditions";

const unknown = (): never => {
  throw new Unknown("people");
};

const scene = (values: Record<string, string | null>, known: Scene["known"] = () => undefined): Scene => ({
  entity: {
    ...CUSTOMER,
    fields: [
      ...CUSTOMER.fields,
      { code: "phone", type: "phone", label: "" },
      { code: "parent", type: "relation", label: "", entity: "customer", valueType: "record" },
    ],
  },
  row: row("a", { name: null, stage: null, spent: null, phone: null, parent: null, ...values }),
  environment: {
    now: Instant.of(new Date(0)),
    zone: "Asia/Shanghai",
    language: "zh",
    caller: "m1",
    directory: { departmentOf: unknown, supervisorOf: unknown, andBelow: unknown },
  },
  known,
});

const WON: Tree = { op: "<>", left: { path: "stage" }, right: { value: "won", type: "text" } } as unknown as Tree;
const FAR: Tree = { op: "=", left: { path: "parent.name" }, right: { value: "x", type: "text" } } as unknown as Tree;

const button = (rest: Partial<ButtonInfo>): ButtonInfo => ({
  code: "b",
  label: "b",
  entity: "customer",
  tone: "default",
  action: { type: "set" },
  ...rest,
});

const to = (...parts: (string | Tree)[]): UrlPart[] =>
  parts.map((part) => (typeof part === "string" ? { text: part } : { tree: part }));
const NAME = { path: "name" } as unknown as Tree;

describe("whether a button is there", () => {
  it("is as its condition says, and a blank answer is no", () => {
    expect(isShown(button({ shown: WON }), scene({ stage: "new" }))).toBe(true);
    expect(isShown(button({ shown: WON }), scene({ stage: "won" }))).toBe(false);
    expect(isShown(button({ shown: WON }), scene({ stage: null }))).toBe(false);
    expect(isShown(button({}), scene({}))).toBe(true);
  });

  it("is yes while a record behind a relation is not known, and follows it then", () => {
    const far = button({ shown: FAR });
    expect(isShown(far, scene({ parent: "p" }))).toBe(true);
    const known = (name: string) => () => ({ entity: CUSTOMER, values: { name } });
    expect(isShown(far, scene({ parent: "p" }, known("x")))).toBe(true);
    expect(isShown(far, scene({ parent: "p" }, known("y")))).toBe(false);
  });

  it("is no where there is nothing to call or to open", () => {
    const call = button({ action: { type: "call", field: "phone" } });
    expect(isShown(call, scene({ phone: null }))).toBe(false);
    expect(isShown(call, scene({ phone: "13800138000" }))).toBe(true);
    const open = button({ action: { type: "open", relation: "parent" } });
    expect(isShown(open, scene({ parent: null }))).toBe(false);
  });
});

describe("an address", () => {
  it("takes values in percent-encoded", () => {
    const parts = to("https://x.cn/?q=", NAME, "&a=1");
    expect(addressOf(parts, scene({ name: "张 三/&?#'" }))).toBe(
      "https://x.cn/?q=%E5%BC%A0%20%E4%B8%89%2F%26%3F%23%27&a=1",
    );
    expect(addressOf(parts, scene({ name: null }))).toBe("https://x.cn/?q=&a=1");
  });

  it("keeps the signs of numbers and mail addresses", () => {
    expect(addressOf(to("tel:", NAME), scene({ name: "+86138" }))).toBe("tel:+86138");
    expect(addressOf(to("mailto:", NAME), scene({ name: "a+b@x.cn" }))).toBe("mailto:a+b@x.cn");
  });

  it("waits for what is not known yet", () => {
    expect(
      addressOf(to("https://x.cn/", { path: "parent.name" } as unknown as Tree), scene({ parent: "p" })),
    ).toBeNull();
  });

  it("leads nowhere but where addresses may lead, whatever a server says", () => {
    for (const bad of ["javascript:alert(1)", "data:text/html,x", "//x.cn", "/\\x.cn", ""]) {
      expect(addressOf(to(bad), scene({})), bad).toBeNull();
    }
    expect(addressOf(to(NAME, "x"), scene({ name: "javascript:" }))).toBeNull();
    expect(addressOf(to("/e/customer"), scene({}))).toBe("/e/customer");
  });
});
