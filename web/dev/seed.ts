import type { EntityInfo, FieldInfo } from "../src/api/types.ts";
import type { Value } from "../src/core/value.ts";
import { members, nextId, rowsOf, type Stored, state } from "./store.ts";
import { VIEWS } from "./views.ts";

const RIGHTS = { create: true, update: true, delete: true, import: true, export: true };
const SYSTEM: FieldInfo[] = [
  { code: "owner", type: "member", label: { zh: "负责人", en: "Owner" }, system: true },
  { code: "created_at", type: "datetime", label: { zh: "创建时间", en: "Created" }, readonly: true, system: true },
  { code: "updated_at", type: "datetime", label: { zh: "更新时间", en: "Updated" }, readonly: true, system: true },
];

export const CUSTOMER: EntityInfo = {
  code: "customer",
  app: "crm",
  label: { zh: "客户", en: "Customers" },
  titleField: "name",
  rights: RIGHTS,
  fields: [
    { code: "name", type: "text", label: { zh: "客户名称", en: "Name" }, required: true },
    {
      code: "stage",
      type: "stage",
      label: { zh: "跟进阶段", en: "Stage" },
      options: [
        { code: "new", label: { zh: "新线索", en: "New" }, color: "blue" },
        { code: "contact", label: { zh: "初步沟通", en: "Contacted" }, color: "cyan" },
        { code: "quote", label: { zh: "方案报价", en: "Proposal" }, color: "amber" },
        { code: "negotiate", label: { zh: "商务谈判", en: "Negotiation" }, color: "orange" },
        { code: "won", label: { zh: "成交客户", en: "Won" }, color: "green", end: "won" },
        { code: "lost", label: { zh: "流失客户", en: "Lost" }, color: "gray", end: "lost" },
      ],
    },
    { code: "phone", type: "phone", label: { zh: "联系方式", en: "Phone" } },
    {
      code: "source",
      type: "select",
      label: { zh: "客户来源", en: "Source" },
      options: [
        { code: "website", label: { zh: "官网", en: "Website" } },
        { code: "fair", label: { zh: "展会", en: "Trade fair" } },
        { code: "referral", label: { zh: "老客户介绍", en: "Referral" } },
      ],
    },
    { code: "spent", type: "money", label: { zh: "累计消费", en: "Spent" }, currency: "CNY" },
    { code: "discount", type: "percent", label: { zh: "折扣", en: "Discount" } },
    { code: "orders", type: "number", label: { zh: "订单数", en: "Orders" }, decimals: 0 },
    {
      code: "tags",
      type: "multi_select",
      label: { zh: "标签", en: "Tags" },
      options: [
        { code: "vip", label: { zh: "重点", en: "Key" }, color: "purple" },
        { code: "risk", label: { zh: "流失风险", en: "At risk" }, color: "red" },
        { code: "partner", label: { zh: "渠道", en: "Partner" }, color: "teal" },
      ],
    },
    { code: "parent", type: "relation", label: { zh: "上级客户", en: "Parent" }, entity: "customer" },
    { code: "region", type: "region", label: { zh: "地区", en: "Region" } },
    { code: "next_visit", type: "date", label: { zh: "下次拜访", en: "Next visit" } },
    { code: "rating", type: "rating", label: { zh: "评分", en: "Rating" } },
    { code: "active", type: "boolean", label: { zh: "启用", en: "Active" } },
    { code: "email", type: "email", label: { zh: "邮箱", en: "E-mail" } },
    { code: "website", type: "url", label: { zh: "网站", en: "Web site" } },
    { code: "call_time", type: "duration", label: { zh: "通话时长", en: "Call time" } },
    { code: "last_contact", type: "datetime", label: { zh: "最近联系", en: "Last contact" } },
    { code: "department_field", type: "department", label: { zh: "服务部门", en: "Served by" } },
    { code: "place", type: "location", label: { zh: "位置", en: "Location" } },
    { code: "remark", type: "long_text", label: { zh: "备注", en: "Remark" } },
    { code: "profile", type: "rich_text", label: { zh: "客户画像", en: "Profile" } },
    { code: "contract", type: "file", label: { zh: "合同附件", en: "Contracts" }, many: true },
    { code: "photo", type: "image", label: { zh: "门头照片", en: "Photo" } },
    { code: "sign", type: "signature", label: { zh: "签字", en: "Signature" } },
    { code: "barcode", type: "barcode", label: { zh: "会员码", en: "Member code" } },
    { code: "serial", type: "autonumber", label: { zh: "编号", en: "No." }, readonly: true },
    {
      code: "level",
      type: "formula",
      label: { zh: "等级", en: "Level" },
      readonly: true,
      result: "text",
      formula: 'IF(spent > 5000, "VIP", "普通")',
    },
    {
      code: "deal_sum",
      type: "rollup",
      label: { zh: "商机合计", en: "Deals total" },
      readonly: true,
      result: "number",
    },
    { code: "contacts", type: "child_table", label: { zh: "联系人", en: "Contacts" }, entity: "contact" },
    ...SYSTEM,
  ],
};

/** Owned by its customer, so that it stands in no menu. */
export const CONTACT: EntityInfo = {
  code: "contact",
  app: "crm",
  parent: "customer",
  label: { zh: "联系人", en: "Contacts" },
  titleField: "name",
  rights: RIGHTS,
  fields: [
    { code: "name", type: "text", label: { zh: "姓名", en: "Name" }, required: true },
    { code: "phone", type: "phone", label: { zh: "手机", en: "Mobile" } },
    { code: "customer", type: "relation", label: { zh: "所属客户", en: "Customer" }, entity: "customer" },
    ...SYSTEM,
  ],
};

/** Stands in no app, so that it is found among the others. */
const NOTE: EntityInfo = {
  code: "note",
  app: "gone",
  label: { zh: "便签", en: "Notes" },
  titleField: "name",
  rights: RIGHTS,
  fields: [{ code: "name", type: "text", label: { zh: "内容", en: "Text" }, required: true }, ...SYSTEM],
};

function random(seed: number) {
  let at = seed;
  return () => {
    at = (at * 1664525 + 1013904223) % 4294967296;
    return at / 4294967296;
  };
}

const CITY = ["上海", "杭州", "深圳", "苏州", "宁波", "北京", "成都", "武汉", "青岛", "厦门"];
const BRAND = [
  "云启",
  "恒泰",
  "锦程",
  "远洋",
  "明德",
  "鼎盛",
  "华信",
  "博睿",
  "新禾",
  "嘉禾",
  "盛世",
  "启明",
  "同创",
  "金桥",
];
const TRADE = [
  "贸易",
  "电子科技",
  "餐饮管理",
  "建筑设计",
  "医疗器械",
  "物流",
  "服饰",
  "文化传媒",
  "食品",
  "精密机械制造",
];

export function addApp(): void {
  state.apps.push({
    code: "crm",
    label: { zh: "客户管理", en: "Customers" },
    icon: "team",
    menu: [
      { entity: "customer", label: CUSTOMER.label, icon: "team" },
      { view: "key_customers", label: { zh: "重点客户", en: "Key customers" }, icon: "tag" },
      { url: "https://example.com/handbook", label: { zh: "销售手册", en: "Sales handbook" }, icon: "file" },
    ],
  });
  state.views.push(...VIEWS);
  state.entities.set("note", NOTE);
  state.entities.set("customer", CUSTOMER);
  state.entities.set("contact", CONTACT);
}

function customerValues(i: number, next: () => number): Record<string, Value> {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const at = new Date(Date.now() - Math.floor(next() * 400 * 86_400_000)).toISOString();
  const long = i === 3 ? "（集团）华东区域总代理暨售后服务中心有限责任公司" : "有限公司";
  return {
    name: `${pick(CITY)}${pick(BRAND)}${pick(TRADE)}${long}`,
    stage: pick(["new", "contact", "quote", "negotiate", "won", "lost"]),
    phone:
      next() < 0.1 ? null : `1${pick(["38", "39", "58", "86"])}${String(Math.floor(next() * 1e8)).padStart(8, "0")}`,
    source: pick(["website", "fair", "referral", null]),
    spent: next() < 0.1 ? null : (next() * 90000).toFixed(2),
    discount: pick(["0.05", "0.1", "0.125", null]),
    orders: String(Math.floor(next() * 40)),
    tags: next() < 0.6 ? [] : next() < 0.5 ? ["vip"] : ["risk", "partner"],
    parent: i > 20 && next() < 0.2 ? `c${Math.floor(next() * 20)}` : null,
    region: pick(["310115", "330106", "440305", null]),
    next_visit:
      next() < 0.5 ? null : new Date(Date.now() + (next() - 0.4) * 40 * 86_400_000).toISOString().slice(0, 10),
    rating: pick([null, 3, 4, 5]),
    active: next() < 0.8,
    email: next() < 0.5 ? null : `sales${i}@example.com`,
    website: i % 7 === 0 ? "https://example.com/about/us" : null,
    call_time: i % 5 === 0 ? "PT1H5M" : null,
    last_contact: at,
    department_field: pick(["east", "north", null]),
    remark: i % 9 === 0 ? "客户希望年底前完成交付，预算已批。\n下周一再确认合同条款。" : null,
    profile:
      i % 11 === 0 ? "<p>老客户，<b>决策人</b>为总经理。</p><ul><li>重视交期</li><li>账期 60 天</li></ul>" : null,
    serial: `KH${String(i + 1).padStart(6, "0")}`,
    level: next() < 0.4 ? "VIP" : "普通",
    deal_sum: (next() * 200000).toFixed(2),
    owner: pick(members).id,
    created_at: at,
    updated_at: at,
  };
}

export function stored(id: string, values: Record<string, Value>, origin: string, batch: string | null): Stored {
  const at = typeof values.created_at === "string" ? values.created_at : new Date().toISOString();
  const fields = Object.entries(values)
    .filter(([, value]) => value !== null)
    .slice(0, 8)
    .map(([code, after]) => ({ code, before: null as Value, after }));
  const by = members[1] ?? { id: "m2", name: "" };
  return {
    id,
    version: 1,
    deleted: null,
    values,
    history: [{ id: nextId("h"), at, by, kind: "create", origin, batch, fields }],
  };
}

export function addSample(count: number): void {
  const next = random(7);
  const rows = rowsOf("customer");
  for (let i = 0; i < count; i++) {
    rows.push(stored(`c${i}`, { number: i + 1, ...customerValues(i, next) }, i % 4 === 0 ? "form" : "import", null));
  }
  const contacts = rowsOf("contact");
  for (let i = 0; i < 40; i++) {
    contacts.push(
      stored(
        `k${i}`,
        {
          number: i + 1,
          name: ["张伟", "刘洋", "黄丽", "周杰"][i % 4] ?? "",
          phone: `1380013${String(i).padStart(4, "0")}`,
          customer: `c${i % 10}`,
          created_at: new Date().toISOString(),
        },
        "form",
        null,
      ),
    );
  }
}
