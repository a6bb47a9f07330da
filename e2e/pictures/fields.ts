/** An entity with a field of every type, and records that say something in each of them. */
const label = (zh: string, en: string) => ({ zh, en });
const option = (code: string, zh: string, en: string, color?: string) => ({ code, label: label(zh, en), color });

export const SHOP = {
  kind: "entity",
  code: "shop",
  app: "shops",
  label: label("门店档案", "Shops"),
  fields: [
    { code: "name", type: "text", label: label("门店名称", "Shop"), required: true, title: true },
    { code: "code", type: "autonumber", label: label("编号", "Code"), pattern: "MD-{0000}" },
    {
      code: "stage",
      type: "stage",
      label: label("开店阶段", "Stage"),
      options: [
        option("site", "选址", "Site found"),
        option("fitting", "装修", "Fitting out"),
        option("trial", "试营业", "Trial run"),
        { ...option("open", "营业", "Open", "green"), end: "won" },
        { ...option("closed", "闭店", "Closed", "red"), end: "lost" },
      ],
    },
    {
      code: "kind",
      type: "select",
      label: label("门店类型", "Kind"),
      options: [option("own", "直营", "Own"), option("franchise", "加盟", "Franchise"), option("counter", "专柜", "Counter")],
    },
    {
      code: "tags",
      type: "multi_select",
      label: label("标签", "Tags"),
      options: [
        option("flagship", "旗舰店", "Flagship", "purple"),
        option("night", "夜间营业", "Open late", "geekblue"),
        option("new", "新店", "New", "cyan"),
        option("renew", "待翻新", "To be renewed", "orange"),
      ],
    },
    { code: "rent", type: "money", label: label("月租", "Monthly rent"), min: 0 },
    { code: "area", type: "number", label: label("面积", "Floor space"), decimals: 1, unit: "m²" },
    { code: "margin", type: "percent", label: label("毛利率", "Margin"), decimals: 1 },
    { code: "opened", type: "date", label: label("开业日期", "Opened on") },
    { code: "inspected", type: "datetime", label: label("最近巡店", "Last inspection") },
    { code: "visit", type: "duration", label: label("巡店时长", "Time of a visit") },
    { code: "chain", type: "boolean", label: label("连锁系统已上线", "On the shop system") },
    { code: "phone", type: "phone", label: label("电话", "Phone") },
    { code: "email", type: "email", label: label("邮箱", "E-mail") },
    { code: "site", type: "url", label: label("网址", "Web page") },
    { code: "region", type: "region", label: label("所在地区", "Region") },
    { code: "place", type: "location", label: label("位置", "Place") },
    { code: "manager", type: "member", label: label("店长", "Manager") },
    { code: "team", type: "department", label: label("所属部门", "Team") },
    { code: "customer", type: "relation", label: label("业主", "Landlord"), entity: "customer" },
    { code: "suppliers", type: "relation", label: label("供应商", "Suppliers"), entity: "customer", many: true },
    { code: "rating", type: "rating", label: label("评分", "Rating"), max: 5 },
    { code: "barcode", type: "barcode", label: label("资产条码", "Asset tag") },
    { code: "photos", type: "image", label: label("照片", "Photos") },
    { code: "papers", type: "file", label: label("合同", "Contracts") },
    { code: "signature", type: "signature", label: label("店长签名", "Signature") },
    { code: "note", type: "long_text", label: label("备注", "Note") },
    { code: "story", type: "rich_text", label: label("开店说明", "Story") },
    { code: "works", type: "child_table", label: label("装修项目", "Works"), entity: "shop_work", parent: "shop" },
    { code: "yearly", type: "formula", label: label("年租金", "Yearly rent"), formula: "rent * 12" },
    { code: "spent", type: "rollup", label: label("装修花费", "Cost of works"), over: "shop_work.shop", fn: "sum", of: "cost" },
  ],
};

export const WORK = {
  kind: "entity",
  code: "shop_work",
  app: "shops",
  parent: "shop",
  label: label("装修项目", "Works"),
  fields: [
    { code: "item", type: "text", label: label("项目", "Item"), required: true, title: true },
    { code: "shop", type: "relation", label: label("门店", "Shop"), entity: "shop", required: true },
    { code: "cost", type: "money", label: label("金额", "Cost") },
    { code: "due", type: "date", label: label("完工日期", "Due on") },
    { code: "done", type: "boolean", label: label("已完成", "Done") },
  ],
};

/** An entity that nobody has put anything into. */
export const EMPTY = {
  kind: "entity",
  code: "complaint",
  app: "shops",
  label: label("投诉记录", "Complaints"),
  fields: [
    { code: "title", type: "text", label: label("主题", "Subject"), required: true, title: true },
    { code: "shop", type: "relation", label: label("门店", "Shop"), entity: "shop" },
    { code: "at", type: "datetime", label: label("发生时间", "Happened at") },
  ],
};

export const APP = {
  kind: "app",
  code: "shops",
  app: "shops",
  label: label("门店管理", "Shops"),
  icon: "shop",
  menu: [
    { entity: "shop", icon: "shop" },
    { entity: "complaint", icon: "service" },
    { url: "https://example.com/handbook", label: label("门店手册", "Handbook"), icon: "file" },
  ],
};

const LONG_NAME =
  "上海市浦东新区世纪大道与杨高南路交叉口国际金融中心商场地下二层美食广场东侧旗舰体验店（含会员中心与员工培训教室）";
const NAMES = ["西湖银泰店", "滨江星光店", "太湖新城店", "金陵东路店", "天府三街店", LONG_NAME, "江汉路步行街店", "珠江新城店"];
const STAGES = ["open", "open", "trial", "fitting", "site", "open", "closed", "open"];
const REGIONS = ["330106", "330108", "320506", "310101", "510107", "310115", "420103", "440106"];

type Known = { members: string[]; departments: string[]; customers: string[]; photo: string; paper: string };

/** Values for the shops, the first of them with something in every field that people fill. */
export function shops(known: Known): Record<string, unknown>[] {
  const one = <T>(list: T[], at: number): T | null => list[at % list.length] ?? null;
  return NAMES.map((name, at) => ({
    name,
    stage: STAGES[at],
    kind: ["own", "franchise", "counter"][at % 3],
    tags: at % 2 === 0 ? ["flagship", "night"] : at === 3 ? null : ["new"],
    rent: at === 6 ? null : String(12800 + at * 3650.5),
    area: String(86 + at * 21.5),
    margin: (0.28 + at / 50).toFixed(3),
    opened: `202${at % 6}-0${(at % 8) + 1}-18`,
    inspected: `2026-11-${10 + at}T0${at}:30:00Z`,
    visit: at % 2 === 0 ? "PT1H30M" : null,
    chain: at % 3 !== 0,
    phone: `1380013800${at}`,
    email: `shop${at}@example.com`,
    site: `https://example.com/shops/${at}`,
    region: REGIONS[at],
    place: at === 0 ? { lat: 30.2592, lng: 120.1299, address: "杭州市西湖区延安路 98 号" } : null,
    manager: one(known.members, at),
    team: one(known.departments, at),
    customer: one(known.customers, at),
    suppliers: known.customers.slice(at, at + 2),
    rating: (at % 5) + 1,
    barcode: `69012345678${10 + at}`,
    photos: at === 0 ? [known.photo] : null,
    papers: at === 0 ? [known.paper] : null,
    note: at % 2 === 0 ? "临街双门头，周末客流约为平日的 1.8 倍。\n二楼仓库需要在雨季前做一次防水。" : null,
    story: at === 0 ? "<p>从<b>选址</b>到开业一共 <i>47 天</i>：</p><ul><li>签约</li><li>装修</li><li>试营业</li></ul>" : null,
  }));
}
