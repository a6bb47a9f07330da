import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { APIRequestContext, APIResponse, Page } from "@playwright/test";
import { bringIn, importEnds, SUPERSTORE } from "../tests/superstore.ts";
import { PASSWORD } from "../tests/zhike.ts";
import { APP, EMPTY, SHOP, shops, WORK } from "./fields.ts";

/** What the pictures need to find again. */
export type Filled = {
  workspace: string;
  shop: string;
  customer: string;
  /** The entity that was made of the spreadsheet; null where the data set is not here. */
  orders: string | null;
  imported: string;
  refused: string;
};

type Item = { id: string; name?: string; code?: string; state?: string; file?: string };

const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAHElEQVQoU2Nk+M/wn4EIwDiqkL5hRHLwjCqkZUQCALLoCwlG7p1gAAAAAElFTkSuQmCC";

const REFUSED = `客户名称,联系人,联系方式,合同金额,下次跟进
温州鹿城鞋业有限公司,林建新,15400000091,96000,2026-12-03
佛山顺德智能家居制造有限公司,何嘉敏,15400000092,约十二万,2026-12-05
,黄海,15400000093,30000,2026-12-06
泉州晋江体育用品有限公司,蔡志远,15400000094,-500,2026-12-08
无锡滨湖物联网研究院,朱琳,15400000095,210000,下周三
`;

async function answer(response: APIResponse): Promise<Item & { items?: Item[] }> {
  if (!response.ok()) throw new Error(`${response.status()} ${response.url()}\n${await response.text()}`);
  const text = await response.text();
  return (text === "" ? {} : JSON.parse(text)) as Item & { items?: Item[] };
}

export class Api {
  readonly request: APIRequestContext;
  constructor(request: APIRequestContext) {
    this.request = request;
  }
  get = async (at: string) => (await answer(await this.request.get(`/api/v1${at}`))).items ?? [];
  post = async (at: string, data: unknown = {}) => answer(await this.request.post(`/api/v1${at}`, { data }));
  put = async (at: string, data: unknown) => answer(await this.request.put(`/api/v1${at}`, { data }));
  file = async (at: string, file: { name: string; mimeType: string; buffer: Buffer }, more = {}) =>
    answer(await this.request.post(`/api/v1${at}`, { multipart: { file, ...more } }));
}

async function people(api: Api): Promise<{ members: string[]; departments: string[] }> {
  const sales = await api.post("/departments", { name: "华东销售部" });
  const south = await api.post("/departments", { name: "华南及西南区域门店运营与客户成功中心", parent: sales.id });
  const one = { name: "周雨桐", account: "yutong", password: "salt-harbour-52", departments: [sales.id] };
  const two = { name: "欧阳明轩", account: "mingxuan", password: "quiet-lantern-83", departments: [south.id] };
  const members = [await api.post("/members", one), await api.post("/members", two)];
  await api.put(`/members/${members[0]?.id}/roles`, { roles: ["sales"] });
  return { members: members.map((member) => member.id), departments: [sales.id, south.id] };
}

async function makeShops(api: Api, customers: string[]): Promise<string> {
  const known = await people(api);
  for (const document of [APP, SHOP, WORK, EMPTY]) await api.put(`/definitions/${document.kind}/${document.code}`, document);
  await api.post("/publish");
  const photo = await api.file("/files", { name: "门头照片.png", mimeType: "image/png", buffer: Buffer.from(PIXEL, "base64") });
  const text = Buffer.from("租赁合同");
  const paper = await api.file("/files", { name: "2026 年度门店租赁合同（补充协议）.txt", mimeType: "text/plain", buffer: text });
  const made = await api.post("/records/shop", { items: shops({ ...known, customers, photo: photo.id, paper: paper.id }) });
  const shop = made.items?.[0]?.id ?? "";
  const works = [
    { item: "水电改造", cost: "18600", due: "2026-09-10", done: true },
    { item: "门头与灯箱", cost: "32400.5", due: "2026-09-25", done: true },
    { item: "收银台与货架", cost: "27800", due: "2026-12-02", done: false },
  ];
  await api.post("/records/shop_work", { items: works.map((work) => ({ ...work, shop })) });
  return shop;
}

const FIELDS = ["name", "contact", "phone", "amount", "next_contact"];

/** Imports customers of which most are refused; the id of the import. */
export async function refusedImport(api: Api, name: string, text: string): Promise<string> {
  const file = { name, mimeType: "text/csv", buffer: Buffer.from(text) };
  const columns = (text.split("\n")[0] ?? "").split(",");
  const mapping = Object.fromEntries(columns.map((column, at) => [column, FIELDS[at]]));
  const made = await api.file("/imports", file, { entity: "customer", mapping: JSON.stringify(mapping), mode: "create" });
  for (let tries = 0; tries < 200; tries++) {
    if ((await answer(await api.request.get(`/api/v1/imports/${made.id}`))).state === "done") break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return made.id;
}

/** A history and a recycle bin. */
async function edits(api: Api, customers: Item[]): Promise<void> {
  const path = `/api/v1/records/customer/${customers[0]?.id}`;
  for (const data of [{ amount: "136000" }, { stage: "negotiation", next_contact: "2026-11-27" }, { note: null }])
    await answer(await api.request.patch(path, { data }));
  await api.post("/records/customer/bulk-delete", { ids: customers.slice(-4).map((one) => one.id) });
}

async function spreadsheet(page: Page): Promise<string> {
  await page.goto("/begin");
  await bringIn(page, SUPERSTORE ?? "");
  await importEnds(page);
  return path.basename(new URL(page.url()).pathname);
}

async function find(api: Api, shop: string, customers: Item[], imported: string, refused: string): Promise<Filled> {
  const kept = await api.get("/imports");
  const of = kept.find((one) => one.id === imported) as (Item & { entity?: string }) | undefined;
  const me = (await answer(await api.request.get("/api/v1/me"))) as Item & { workspace?: Item };
  return { workspace: me.workspace?.id ?? "", shop, customer: customers[0]?.id ?? "", orders: of?.entity ?? null, imported, refused };
}

/** Fills the server once: one that runs already (ZHIKE_E2E_URL) keeps what it has, and `folder` remembers where it is. */
export async function filled(page: Page, folder: string): Promise<Filled> {
  const kept = path.join(folder, "filled.json");
  if (process.env.ZHIKE_E2E_URL && existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8")) as Filled;
  const data = await fill(page);
  writeFileSync(kept, JSON.stringify(data));
  return data;
}

/** Fills an empty server as a company would over its first week. */
async function fill(page: Page): Promise<Filled> {
  const api = new Api(page.request);
  await api.post("/session", { account: "admin", password: PASSWORD });
  await api.post("/apps", { template: "starter", sample: true });
  const customers = await api.get("/records/customer?limit=100&sort=number");
  await edits(api, customers);
  const shop = await makeShops(api, customers.slice(0, 12).map((one) => one.id));
  const refused = await refusedImport(api, "展会名单-11月.csv", REFUSED);
  const imported = SUPERSTORE === null ? refused : await spreadsheet(page);
  return find(api, shop, customers, imported, refused);
}

/** Bytes of a small spreadsheet for the import wizard. */
export const WIZARD_FILE = { name: "展会名单-12月.csv", mimeType: "text/csv", buffer: Buffer.from(REFUSED) };
export const sheet = (file: string) => ({ name: path.basename(file), mimeType: "application/vnd.ms-excel", buffer: readFileSync(file) });
