import i18next from "i18next";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ActionInfo } from "@/api/rules";
import type { FieldInfo } from "@/api/types";
import { changeLanguage, labelText } from "@/i18n";
import { newRule, type RuleDoc, TRIGGERS, type When, withTrigger } from "./model";
import { actionText, sentenceOf, sentenceText, stepText, valueText } from "./sentence";
import type { Saying } from "./words";
import { conditionText, triggerText } from "./words";

const FIELDS: FieldInfo[] = [
  {
    code: "source",
    type: "select",
    label: { zh: "来源", en: "Source" },
    options: [
      { code: "web", label: { zh: "官网", en: "Website" } },
      { code: "fair", label: { zh: "展会", en: "Fair" } },
    ],
  },
  {
    code: "stage",
    type: "stage",
    label: { zh: "阶段", en: "Stage" },
    options: [{ code: "won", label: { zh: "成交", en: "Won" } }],
  },
  { code: "ends", type: "date", label: { zh: "到期日", en: "End" } },
  { code: "vip", type: "boolean", label: { zh: "重点", en: "VIP" } },
];
const ASSIGN: ActionInfo = {
  code: "assign",
  group: { code: "people", label: { zh: "人员", en: "People" } },
  title: { zh: "分配", en: "Assign" },
  help: { zh: "分配负责人", en: "Assigns an owner" },
  sentence: { zh: "{how}分配给{to}", en: "assign {how} to {to}" },
  parameters: {
    type: "object",
    properties: {
      how: { enum: ["turn", "fixed"], "x-titles": { turn: { zh: "平均", en: "in turn" } } },
      to: { type: "array", "x-input": "recipients" },
    },
    required: ["how", "to"],
  },
  example: {},
  inSave: false,
};
const TODO: ActionInfo = {
  ...ASSIGN,
  code: "todo",
  sentence: { zh: "给{to}一个待办「{title}」", en: "give {to} the to-do “{title}”" },
  parameters: {
    type: "object",
    properties: { to: { type: "array", "x-input": "recipients" }, title: { type: "string", "x-input": "text" } },
  },
};
const UPDATE: ActionInfo = {
  ...ASSIGN,
  code: "update_related",
  sentence: { zh: "更新「{of}」的 {values}", en: "update {values} of {of}" },
  parameters: {
    type: "object",
    properties: {
      of: { type: "string", "x-input": "entity" },
      values: { type: "array", "x-input": "values", "x-of": "of" },
    },
  },
};
const ACTIONS = [ASSIGN, TODO];
const NAMES: Record<string, { zh: string; en: string }> = {
  "entity customer": { zh: "客户", en: "Customers" },
  "group a": { zh: "销售A组", en: "Sales A" },
  "many orders": { zh: "订单", en: "orders" },
  "public_form ask": { zh: "咨询", en: "Enquiry" },
};

function say(language: "zh" | "en"): Saying {
  const one: Saying = {
    t: i18next.getFixedT(language),
    language,
    fields: FIELDS,
    names: (_, code) => code,
    read: (text) => (text === 'source = "web"' ? { field: "source", op: "=", value: "web" } : null),
    called: (kind, code) => labelText(NAMES[`${kind} ${code}`], language) || null,
    within: (of) =>
      of === "customer" ? { ...one, fields: [{ code: "rank", type: "text", label: { zh: "等级", en: "Rank" } }] } : one,
  };
  return one;
}
const S02: RuleDoc = {
  ...newRule("leads", "crm", { zh: "官网线索" }, "customer"),
  where: { all: [{ field: "source", op: "in", value: ["web"] }] },
  then: [
    { code: "s1", do: "assign", with: { how: "turn", to: [{ who: "group", id: "a" }] } },
    { code: "s2", do: "todo", with: { to: [{ who: "owner" }], title: "首次联系" } },
  ],
};
const written = (doc: RuleDoc, language: "zh" | "en") => sentenceText(sentenceOf(doc, ACTIONS, say(language)));

beforeAll(async () => {
  await changeLanguage("en", false);
  await changeLanguage("zh", false);
});
afterAll(() => changeLanguage("zh", false));

describe("a rule as a sentence", () => {
  it("calls fields of related records and the link to the record by their names", () => {
    const ranked = { of: "customer", values: [{ field: "rank", value: "`A`" }] };
    const step = { code: "s1", do: "update_related", with: ranked };
    expect(actionText(UPDATE, step, say("zh"))).toBe("更新「客户」的 等级");
    const told = { code: "s2", do: "todo", with: { to: [{ who: "owner" }], title: "看 {record.link}" } };
    expect(actionText(TODO, told, say("zh"))).toBe("给负责人一个待办「看 {记录链接}」");
  });

  it("reads as one would say it in Chinese", () => {
    expect(written(S02, "zh")).toBe(
      "当客户新建时，如果来源 是 官网，就平均分配给销售A组，给负责人一个待办「首次联系」",
    );
  });

  it("reads as one would say it in English", () => {
    expect(written(S02, "en")).toMatch(
      /^When in Customers a record is created, if Source .*Website, then assign in turn to Sales A, give the owner the to-do “首次联系”$/,
    );
  });

  it("leads to the part and the step that each piece is said at", () => {
    const places = sentenceOf(S02, ACTIONS, say("zh")).flatMap(({ place }) => place ?? []);
    expect(places).toEqual(["when", "when", "where", "s1", "s2"]);
  });

  it("leaves the condition out where there is none, and says what was before and what is missing", () => {
    expect(written({ ...S02, where: undefined, then: [] }, "zh")).toBe("当客户新建时，就（还没写做什么）");
    expect(written({ ...S02, where: undefined, was: "ISBLANK(owner)" }, "zh")).toContain("而之前ISBLANK(owner)");
    expect(written({ ...S02, then: [{ code: "s1", do: "assign" }] }, "zh")).toContain("（未选）分配给（未选）");
  });
});

const TOLD: [When, string, string][] = [
  [{ created: { form: "ask" } }, "从公开表单「咨询」提交时", "the public form “Enquiry” is submitted"],
  [{ updated: {} }, "修改时", "a record is changed"],
  [{ updated: { fields: ["source", "ends"] } }, "修改了「来源」、「到期日」时", "“Source”, “End” of a record changes"],
  [{ changed: { field: "stage" } }, "的「阶段」变化时", "“Stage” changes"],
  [
    { changed: { field: "stage", to: ["won"] } },
    "的「阶段」从别的值变为「成交」时",
    "“Stage” goes from any value to “Won”",
  ],
  [{ entered: { field: "vip", values: [true] } }, "的「重点」成为「是」时", "“VIP” becomes “Yes”"],
  [{ left: { field: "stage", values: [] } }, "的「阶段」不再是（未选）时", "“Stage” stops being (not chosen)"],
  [{ deleted: {} }, "删除时", "a record is deleted"],
  [{ date: { field: "ends", at: "09:00" } }, "的「到期日」当天 09:00 ", "it is the day of “End” at 09:00"],
  [
    { date: { field: "ends", offset: { days: -30 }, each_year: true } },
    "的「到期日」前30天（每年）",
    "it is 30 days before “End” every year",
  ],
  [
    { date: { field: "ends", offset: { hours: 1 }, each_year: true, lunar: true } },
    "的「到期日」后1小时（每年，按农历）",
    "it is 1 hour after “End” every year of the lunar calendar",
  ],
  [{ idle: { for: { days: 5 } } }, "超过5天没有变动时", "nothing was changed for more than 5 days"],
  [
    { idle: { for: { working_days: 2 }, since: "follow_up" } },
    "超过2个工作日没有跟进时",
    "there was no follow-up for more than 2 working days",
  ],
  [{ idle: { for: { days: 1 }, since: "ends" } }, "的「到期日」过去超过1天时", "“End” is more than 1 day ago"],
  [{ schedule: { every: "hour", at: "09:00" } }, "每小时", "an hour has gone"],
  [
    { schedule: { every: "day", at: "09:00", working_days: true } },
    "每个工作日 09:00",
    "it is 09:00, every working day",
  ],
  [
    { schedule: { every: "week", at: "09:00", on: ["mon", "fri"] } },
    "每周周一、周五 09:00",
    "it is 09:00, every Monday, Friday",
  ],
  [
    { schedule: { every: "month", on: [1, -1], working_days: true } },
    "每月1日、最后一天（遇非工作日不做）",
    "it is, every month on day 1, the last day (working days only)",
  ],
  [{ webhook: {} }, "收到其他系统的数据时", "another system sends data"],
];

describe("what starts a rule, in words", () => {
  it.each(TOLD)("%j", (when, zh, en) => {
    expect(triggerText({ when }, say("zh"))).toBe(zh);
    expect(triggerText({ when }, say("en"))).toBe(en);
  });

  it("is said of every trigger", () => {
    for (const kind of TRIGGERS) {
      const doc = withTrigger(S02, { [kind]: { field: "stage", values: ["won"], for: { days: 1 }, every: "day" } });
      expect(triggerText(doc, say("zh")), kind).not.toContain("未选");
    }
    expect(triggerText({ when: {} }, say("zh"))).toBe("（未选）");
  });
});

describe("steps in words", () => {
  const step = (language: "zh" | "en", one: Parameters<typeof stepText>[0]) => stepText(one, ACTIONS, say(language));
  const [assign] = S02.then;

  it("say the condition under which alone they are done", () => {
    const only = { ...assign, if: "spent > 5" } as Parameters<typeof stepText>[0];
    expect(step("zh", only)).toBe("平均分配给销售A组（仅当spent > 5）");
  });

  it("branch, loop and wait", () => {
    const then = [assign];
    const branch = { code: "b", do: "branch", with: { cases: [{ if: "x > 1", then }], otherwise: [] } };
    expect(step("zh", branch)).toBe("若x > 1，就平均分配给销售A组");
    expect(step("zh", { ...branch, with: { cases: [{ if: "", then: [] }], otherwise: then } })).toBe(
      "若（未选），就什么也不做；否则平均分配给销售A组",
    );
    expect(step("en", { code: "e", do: "each", with: { of: "orders", then } })).toBe(
      "for each of orders: assign in turn to Sales A",
    );
    expect(step("zh", { code: "w", do: "wait", with: { for: { days: 3 } } })).toBe("等3天");
    expect(step("en", { code: "w", do: "wait", with: { until: "ends" } })).toBe("wait until ends");
    expect(step("zh", { code: "w", do: "wait", with: { until: "" } })).toBe("等到（未选）");
  });

  it("leave out what is not said and need not be", () => {
    const tag: ActionInfo = {
      ...ASSIGN,
      code: "tag",
      sentence: { zh: "给「{field}」加上 {add}，去掉 {remove}", en: "add {add} to {field}, take {remove} away" },
      parameters: { properties: { field: { "x-input": "field" }, add: {}, remove: {} }, required: ["field"] },
    };
    const told = (values: object) => actionText(tag, { code: "s", do: "tag", with: { ...values } }, say("zh"));
    expect(told({ field: "stage", add: "won" })).toBe("给「阶段」加上 won");
    expect(told({ field: "stage", remove: "won" })).toBe("给「阶段」加上 …，去掉 won");
    expect(told({ add: "won", remove: "lost" })).toBe("给「（未选）」加上 won，去掉 lost");
    const optional = { ...ASSIGN, parameters: { ...ASSIGN.parameters, required: [] } };
    expect(actionText(optional, { code: "s", do: "assign" }, say("zh"))).toBe("…分配给…");
  });

  it("of a module that is not there are named by their code", () => {
    expect(step("zh", { code: "x", do: "fly" })).toBe("不认识的动作「fly」");
  });
});

it("setting fields says what they become, where that can be chosen", () => {
  const set: ActionInfo = {
    ...TODO,
    code: "set",
    sentence: { zh: "设置{values}" },
    parameters: { type: "object", properties: { values: { type: "array", "x-input": "values" } } },
  };
  const told = (field: string, value: string) =>
    actionText(set, { code: "s", do: "set", with: { values: [{ field, value }] } }, say("zh"));
  expect(told("source", '"web"')).toBe("设置来源为官网");
  expect(told("source", "BLANK")).toBe("设置来源为空");
  expect(told("source", 'IF(vip, "web", "fair")')).toBe("设置来源");
});

it("texts name fields by their labels, not by their codes", () => {
  expect(valueText({ type: "string" }, "{source} 来的：{unknown}", say("zh"))).toBe("{来源} 来的：{unknown}");
});

describe("values in words", () => {
  const zh = () => say("zh");
  it("are said by the kind of their input", () => {
    const people = [{ who: "department", id: "d", below: true }, { who: "head" }, { who: "field", field: "ends" }];
    expect(valueText({ "x-input": "recipients", type: "array" }, people, zh())).toBe(
      "已不存在（含下级部门）、记录所属部门的主管、到期日".replace(
        "已不存在（含下级部门）",
        zh().t("share.tree", { name: "已不存在" }),
      ),
    );
    expect(valueText({ "x-input": "entity" }, "customer", zh())).toBe("客户");
    expect(valueText({ "x-input": "field", type: "array" }, ["source", "ends"], zh())).toBe("来源、到期日");
    expect(valueText({ "x-input": "values", type: "array" }, [{ field: "stage", value: '"won"' }], zh())).toBe("阶段");
    expect(valueText({ "x-input": "duration", type: "object" }, { hours: 2 }, zh())).toBe("2小时");
    expect(valueText({ type: "boolean", title: { zh: "按工作时间" } }, true, zh())).toBe("按工作时间");
    expect(valueText({ type: "string" }, "字".repeat(60), zh())).toBe(`${"字".repeat(40)}…`);
    expect(valueText({}, undefined, zh())).toBe("");
  });

  it("inside of one another are said one after the other", () => {
    const schema = { type: "object", properties: { group: { "x-input": "group" }, most: { type: "integer" } } };
    expect(valueText(schema, { group: "a", most: 3 }, zh())).toBe("销售A组 3");
    expect(valueText({ type: "array", items: schema }, [{ group: "a" }, { most: 1 }], zh())).toBe("销售A组、1");
  });
});

it("a condition that no filter says is called by what it is", () => {
  const many = { not: { all: [] } };
  expect(conditionText(many, say("zh"))).toBe("自定义条件");
  expect(conditionText(" a > 1 ", say("zh"))).toBe("a > 1");
  expect(conditionText(undefined, say("zh"))).toBe("");
  expect(conditionText(' source = "web" ', say("zh"))).toBe(
    conditionText({ all: [{ field: "source", op: "in", value: ["web"] }] }, say("zh")),
  );
});
