import { screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import type { ExpressionName, FunctionInfo } from "@/api/expressions";
import { labelText } from "@/i18n";
import { row, server, show } from "@/testing/render";
import { quoted, writing } from "./completion";
import { ExpressionInput } from "./expression-input";
import { signatures } from "./function-help";
import { suggest } from "./suggestions";

const name = (code: string, zh: string, more: Partial<ExpressionName> = {}): ExpressionName => ({
  code,
  label: { zh },
  type: "text",
  many: false,
  options: [],
  ...more,
});

const NAMES: Record<string, ExpressionName[]> = {
  customer: [
    name("name", "客户名称"),
    name("source", "来源", { options: [{ code: "fair", label: { zh: "展会" } }] }),
    name("parent", "上级客户", { type: "record", to: "customer" }),
    name("owner", "负责人", { type: "member", to: "$member" }),
    name("total", "合计 (元)"),
    name("a", "备注"),
    name("b", "备注"),
  ],
  $member: [name("name", "姓名"), name("department", "部门", { type: "department", to: "$department" })],
  $department: [name("head", "负责人")],
};

const IF: FunctionInfo = {
  name: "IF",
  groupLabel: { zh: "逻辑" },
  title: { zh: "如果" },
  description: { zh: "按条件二选一" },
  aliases: [],
  signatures: [
    {
      parameters: [
        { name: { zh: "条件" }, kindLabel: { zh: "是否" }, optional: false },
        { name: { zh: "否则" }, kindLabel: { zh: "任意" }, optional: true },
      ],
      repeat: 1,
      result: { kindLabel: { zh: "任意" } },
    },
  ],
  examples: [{ text: "IF(TRUE, 1)", answer: "1" }],
};

const known = {
  names: async (entity: string) => NAMES[entity] ?? [],
  functions: async () => [IF],
  text: (label: Parameters<typeof labelText>[0]) => labelText(label, "zh"),
};
const inserts = async (before: string) =>
  (await suggest(before, { entity: "customer" }, known))?.suggestions.map((one) => one.insert);

describe("what is being written", () => {
  it.each([
    ["", { kind: "name", path: [], typed: "", from: 0 }],
    ["累计", { kind: "name", path: [], typed: "累计", from: 0 }],
    ["IF(累计", { kind: "name", path: [], typed: "累计", from: 3 }],
    ["客户.负责人.部", { kind: "name", path: ["客户", "负责人"], typed: "部", from: 7 }],
    ["{上级 客户}.", { kind: "name", path: ["上级 客户"], typed: "", from: 8 }],
    ["1 + {合", { kind: "name", path: [], typed: "合", from: 4 }],
    ['来源 = "', { kind: "option", path: ["来源"], typed: "", from: 6 }],
    ['来源 IN ("website", "fa', { kind: "option", path: ["来源"], typed: "fa", from: 19 }],
    ["parent.source <> “fa", { kind: "option", path: ["parent", "source"], typed: "fa", from: 18 }],
    ['LEFT("abc', { kind: "nothing" }],
    ['来源 = "fair" ', { kind: "nothing" }],
    ["累计消费 ", { kind: "nothing" }],
  ])("after %s", (text, expected) => expect(writing(text)).toEqual(expected));
});

describe("suggestions", () => {
  it("are the fields by their label, and the functions", async () => {
    expect(await inserts("客")).toEqual(["客户名称", "来源", "上级客户", "负责人", "{合计 (元)}", "a", "b", "IF()"]);
  });

  it("follow relations and people, by label or by code", async () => {
    expect(await inserts("上级客户.owner.")).toEqual(["姓名", "部门"]);
    expect(await inserts("owner.department.")).toEqual(["负责人"]);
    expect(await inserts("name.")).toEqual([]);
    expect(await inserts("nosuch.")).toEqual([]);
  });

  it("are the codes of options inside a text that is compared with a choice", async () => {
    expect(await inserts('上级客户.来源 = "')).toEqual(["fair"]);
    expect(await inserts('客户名称 = "')).toEqual([]);
  });

  it("leave the cursor between the brackets of a call", async () => {
    const found = await suggest("I", { entity: "customer" }, known);
    expect(found?.suggestions.find((one) => one.kind === "function")?.back).toBe(1);
  });
});

it("names that are no plain words stand in braces", () => {
  expect([quoted("金额"), quoted("合计 (元)"), quoted("in"), quoted("2026年")]).toEqual([
    "金额",
    "{合计 (元)}",
    "{in}",
    "{2026年}",
  ]);
});

it("a function's help shows how it is called", () => {
  expect(signatures(IF, "zh")).toEqual(["IF(条件, [否则], …)"]);
});

describe("the input", () => {
  function Form({ text, expects }: { text: string; expects?: "boolean" }) {
    const [value, setValue] = useState(text);
    return <ExpressionInput entity="customer" value={value} onChange={setValue} expects={expects} label="公式" />;
  }
  const records = { "GET /records/customer": () => ({ json: { items: [row("r1", { name: "华信" })], next: null } }) };

  it("tells the type, and the value for the newest record", async () => {
    const sent = server({
      ...records,
      "POST /expressions/check": () => ({ json: { type: "number", tree: {}, result: { value: "12.50" } } }),
    });
    show(<Form text="spent * 2" />);
    expect(await screen.findByText("结果是数字")).toBeDefined();
    expect(await screen.findByText("12.50")).toBeDefined();
    await waitFor(() =>
      expect(sent.filter((one) => one.path === "/expressions/check").at(-1)?.body).toEqual({
        entity: "customer",
        text: "spent * 2",
        record: "r1",
      }),
    );
  });

  it("says what is wrong in the server's words", async () => {
    server({
      ...records,
      "POST /expressions/check": () => ({ json: { errors: [{ from: 0, to: 3, message: "没有「abc」" }] } }),
    });
    show(<Form text="abc" />);
    expect((await screen.findByRole("alert")).textContent).toBe("没有「abc」");
  });

  it("wants a condition where one is expected", async () => {
    server({ ...records, "POST /expressions/check": () => ({ json: { type: "number", tree: {} } }) });
    show(<Form text="1 + 1" expects="boolean" />);
    expect((await screen.findByRole("alert")).textContent).toContain("这里需要一个条件");
  });

  it("asks nothing while it is empty", async () => {
    const sent = server(records);
    show(<Form text="" />);
    await waitFor(() => expect(sent.some((one) => one.path.startsWith("/records"))).toBe(true));
    expect(sent.some((one) => one.path === "/expressions/check")).toBe(false);
  });
});
