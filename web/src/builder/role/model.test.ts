import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { changeLanguage } from "@/i18n";
import { compareRoles } from "./compare";
import { capOf, fieldRight, withCapped, withFields } from "./field-rights";
import {
  type Denied,
  type EntityRights,
  entityOf,
  may,
  newRole,
  presses,
  tidy,
  withButton,
  withFlag,
  withRights,
  withScope,
} from "./model";
import { picked } from "./scope-choice";
import { type About, say } from "./words";

const FIELDS = [
  { code: "name", name: "名称" },
  { code: "phone", name: "电话" },
  { code: "spent", name: "消费" },
  { code: "note", name: "备注" },
  { code: "level", name: "等级" },
];
const BUTTONS = [
  { code: "win", name: "成交" },
  { code: "lose", name: "流失" },
];
const KNOWN = BUTTONS.map(({ code }) => code);
const ABOUT: About = {
  code: "customer",
  name: "客户",
  fields: FIELDS,
  buttons: BUTTONS,
  condition: (text) => (text === "ISBLANK(owner)" ? "负责人 为空" : text),
};
const ROLE = newRole("sales", "crm", { zh: "销售" });

beforeAll(() => changeLanguage("zh", false));

it("a condition is said in words where it can be", () => {
  expect(sentence({ read: [{ where: " ISBLANK(owner) " }, { where: "a > 1" }] })).toContain("负责人 为空");
  expect(sentence({ read: { where: "a > 1" } })).toContain("a > 1");
});
const sentence = (rights: EntityRights) =>
  say(rights, ABOUT, i18next.getFixedT("zh"))
    .map(({ text }) => text)
    .join("，");

describe("a line in words", () => {
  it("says what a role may do, and what it may not", () => {
    expect(sentence({ create: true, read: "department_tree", update: "own", export: true })).toBe(
      "可以新建，查看本部门及下级的，修改自己的，不能删除，可以导出",
    );
  });

  it("says that nothing is there where nothing is read or added", () => {
    expect(sentence({})).toBe("看不到");
    expect(sentence({ read: "none", fields: { "*": "write" } })).toBe("看不到");
    expect(sentence({ create: true })).toBe("可以新建，不能查看");
  });

  it("says of a condition what it is, and of one not written yet that nothing passes", () => {
    expect(sentence({ read: { where: 'region = "华东"' } })).toContain('查看满足条件的（region = "华东"）');
    expect(sentence({ read: { where: " " } })).toContain("条件还没写");
  });

  it("names the fields, buttons and prints that are taken away", () => {
    const fields = { "*": "write", spent: "none", phone: "read" } as const;
    expect(sentence({ read: "all", print: false, buttons: ["win"], fields })).toBe(
      "查看全部，不能修改，不能删除，不能打印，没有按钮「流失」，看不到「消费」，「电话」只读",
    );
    expect(sentence({ read: "all", buttons: "none" })).toContain("没有按钮");
    expect(sentence({ read: "all", fields: { "*": "none", name: "read" } })).toContain("「名称」只读，其他字段看不到");
    const some: EntityRights = {
      read: "all",
      fields: { "*": "write", phone: { see: "reveal", change: "fill" }, name: { see: "masked" } },
    };
    expect(sentence(some)).toContain("「名称」脱敏、只读，「电话」脱敏可点开、可填不可清");
    expect(sentence({ read: "all", fields: { "*": { see: "read", change: "fill" } } })).toContain("其他字段可填不可清");
    const many = { "*": "write", name: "none", phone: "none", spent: "none", note: "none" } as const;
    expect(sentence({ read: "all", fields: many })).toContain("看不到「名称，电话，消费 等 4 个」");
  });
});

describe("several reaches", () => {
  it("are said one after the other, and all records is all there is to say", () => {
    expect(sentence({ read: ["own", "shared"], share: true })).toBe(
      "查看自己的、共享给自己的，不能修改，不能删除，可以共享",
    );
    expect(picked(["own", "all"], "own")).toBe("all");
    expect(picked(["department", "own"], "none")).toEqual(["own", "department"]);
    expect(picked([], "own")).toBe("none");
  });

  it("keep a condition that was written while conditions are chosen", () => {
    const scope = picked(["own", "where"], [{ where: "a = 1" }, { where: "b = 2" }]);
    expect(scope).toEqual(["own", { where: "a = 1" }, { where: "b = 2" }]);
    expect(picked(["own"], scope)).toBe("own");
    expect(picked(["where"], "own")).toEqual({ where: "" });
  });

  it("are kept without what is blank", () => {
    const doc = withRights(ROLE, "customer", () => ({ read: ["own", { where: " " }], deny: { read: "none" } }));
    expect(tidy(doc).entities?.customer).toEqual({ read: "own" });
  });
});

describe("what is denied", () => {
  it("stands at the end of the line, of a form that the role gives nothing on too", () => {
    const deny = { export: true, read: { where: "secret" }, buttons: ["win"] };
    expect(sentence({ read: "all", deny })).toContain("，禁止导出，禁止查看满足条件的（secret），禁止按钮「成交」");
    expect(sentence({ deny: { delete: "all" } })).toBe("看不到，禁止删除全部");
  });

  it("is kept as far as it denies anything", () => {
    const of = (deny: Denied) => tidy(withRights(ROLE, "customer", () => ({ deny }))).entities?.customer;
    expect(of({ export: false, buttons: [], update: "none" })).toBeUndefined();
    expect(of({ print: true, update: ["own", "own"] })?.deny).toEqual({ print: true, update: ["own", "own"] });
  });

  it("is a difference between two roles", () => {
    const with_ = (rights: EntityRights) => withRights(ROLE, "customer", () => rights);
    const about = ABOUT;
    const differences = compareRoles(
      with_({ read: "all" }),
      with_({ read: "all", deny: { export: true } }),
      [about],
      i18next.getFixedT("zh"),
    );
    expect(differences[0]?.differences).toEqual([{ key: "deny", what: "禁止", first: "不禁止", second: "禁止导出" }]);
  });
});

describe("rights that need each other", () => {
  it("changing needs seeing, and taking the look away takes all that needs it", () => {
    const given = withScope({}, "update", "own");
    expect(given).toEqual({ update: "own", read: "own" });
    const all: EntityRights = { ...given, create: true, delete: "all", export: true, print: true, buttons: "all" };
    expect(withScope(all, "read", "none")).toEqual({ create: true, read: "none" });
  });

  it("an import adds records", () => {
    expect(withFlag({}, "import", true)).toEqual({ create: true, import: true });
    expect(withFlag({ create: true, import: true }, "create", false)).toEqual({ create: false, import: false });
  });

  it("prints follow reading until somebody says otherwise", () => {
    expect(may({ read: "own" }, "print")).toBe(true);
    expect(may({ create: true }, "print")).toBe(false);
    const silent = withFlag({ read: "own" }, "print", false);
    expect(silent.print).toBe(false);
    expect(withFlag(silent, "print", true)).toEqual({ read: "own" });
    expect(withFlag({}, "print", true)).toEqual({});
  });
});

describe("buttons", () => {
  it("are all there until one is taken away, which names the others", () => {
    const rights: EntityRights = { read: "all" };
    expect(presses(rights, "win")).toBe(true);
    const without = withButton(rights, "lose", false, KNOWN);
    expect(without.buttons).toEqual(["win"]);
    expect(presses(without, "lose")).toBe(false);
    expect(withButton(without, "lose", true, KNOWN).buttons).toEqual(["win", "lose"]);
  });

  it("a step on one keeps what is said of buttons that are not known here", () => {
    expect(withButton({ read: "all", buttons: ["elsewhere"] }, "win", true, KNOWN).buttons).toEqual([
      "win",
      "elsewhere",
    ]);
  });
});

describe("fields", () => {
  it("no field opens by being forgotten: naming one says what holds for the others", () => {
    expect(withFields({}, ["spent"], { see: "none" }).fields).toEqual({ "*": "write", spent: "none" });
    expect(fieldRight({ fields: { spent: "read" } }, "name")).toEqual({ see: "none", change: "none" });
  });

  it("what is not seen is not changed, and what is changed is seen", () => {
    const hidden = withFields({}, ["phone"], { see: "none" });
    expect(hidden.fields?.phone).toBe("none");
    expect(withFields(hidden, ["phone"], { change: "fill" }).fields?.phone).toEqual({ see: "read", change: "fill" });
  });

  it("are kept as a word where there is one, else as how they are seen and changed", () => {
    const masked = withFields({}, ["phone"], { see: "reveal" });
    expect(masked.fields?.phone).toEqual({ see: "reveal", change: "write" });
    const readOnly = withFields(masked, ["phone"], { change: "none" });
    expect(readOnly.fields?.phone).toEqual({ see: "reveal" });
    expect(fieldRight(readOnly, "phone")).toEqual({ see: "reveal", change: "none" });
    expect(withFields(readOnly, ["phone"], { see: "read" }).fields?.phone).toBe("read");
  });

  it("several are set at once, and follow the others again", () => {
    const set = withFields({ fields: { "*": "read" } }, ["name", "phone"], { change: "write" });
    expect(set.fields).toEqual({ "*": "read", name: "write", phone: "write" });
    expect(withFields(set, ["name", "*"], null).fields).toEqual({ "*": "read", phone: "write" });
  });
});

it("is kept without what says no more than silence, and never gains a right by that", () => {
  const doc = withRights(ROLE, "customer", () => ({
    create: false,
    read: { where: "" },
    update: "none",
    print: false,
    buttons: [],
    fields: { "*": "none" },
  }));
  expect(tidy({ ...doc, admin: false })).toEqual({
    ...ROLE,
    entities: { customer: { print: false, buttons: [], fields: { "*": "none" } } },
  });
  expect(tidy(withRights(ROLE, "customer", () => ({ read: "none" })))).toEqual(ROLE);
});

it("finds the entity that a problem is about", () => {
  expect(entityOf("entities.customer.read.where")).toBe("customer");
  expect(entityOf("label")).toBeNull();
});

describe("two roles", () => {
  const about = ABOUT;
  const compared = (a: EntityRights, b: EntityRights) =>
    compareRoles(
      withRights(ROLE, "customer", () => a),
      withRights(ROLE, "customer", () => b),
      [about],
      i18next.getFixedT("zh"),
    ).flatMap(({ differences }) => differences.map(({ what, first, second }) => [what, first, second]));

  it("that say the same in other words do not differ", () => {
    expect(compared({ read: "all", print: true }, { read: "all", buttons: "all", fields: { "*": "write" } })).toEqual(
      [],
    );
  });

  it("do not differ in a right to change what nobody changes", () => {
    const total = { code: "total", name: "合计", computed: true };
    const some = [{ ...about, fields: [total] }];
    const rights: EntityRights = { read: "all", fields: { "*": "write", total: "read" } };
    const [open, named] = [{ read: "all" } as const, rights].map((it) => withRights(ROLE, "customer", () => it));
    if (!open || !named) throw new Error("no roles");
    expect(compareRoles(open, named, some, i18next.getFixedT("zh"))).toEqual([]);
    const hidden = withRights(
      ROLE,
      "customer",
      (): EntityRights => ({ read: "all", fields: { "*": "write", total: "none" } }),
    );
    expect(compareRoles(open, hidden, some, i18next.getFixedT("zh"))).toHaveLength(1);
  });

  it("are told apart by what differs and nothing else", () => {
    const second: EntityRights = { read: "all", buttons: ["win"], fields: { "*": "write", spent: "read" } };
    expect(compared({ read: "own", create: true }, second)).toEqual([
      ["新建", "可以", "不可以"],
      ["查看", "查看自己的", "查看全部"],
      ["按钮「流失」", "可以", "不可以"],
      ["字段「消费」", "可改", "只读"],
    ]);
    const masked: EntityRights = { read: "all", fields: { "*": "write", phone: { see: "reveal" } } };
    expect(compared({ read: "all" }, masked)).toEqual([["字段「电话」", "可改", "脱敏可点开、只读"]]);
  });
});

describe("caps on fields", () => {
  it("leave a field the last cap that was chosen for it", () => {
    const masked = withCapped({}, "masked", ["phone", "cost"]);
    expect(masked).toEqual({ phone: { see: "masked" }, cost: { see: "masked" } });
    const both = withCapped(masked, "none", ["cost"]);
    expect(both).toEqual({ phone: { see: "masked" }, cost: "none" });
    expect(withCapped(both, "masked", [])).toEqual({ cost: "none" });
    expect(capOf({ see: "masked" })).toBe("masked");
    expect(capOf({ see: "reveal", change: "fill" })).toBeNull();
  });
});
