import type { Page } from "@playwright/test";

const NAMES = {
  zh: {
    parent: "销售部",
    child: "华东",
    people: ["王芳", "李娜", "张伟"],
    titles: ["销售总监", "客户经理", "客户经理"],
    label: "秋季招聘",
    topic: "设备选型",
    questions: ["冷库要配多大的机组", "老设备能不能接新的控制柜", "出口机型要过哪些认证"],
  },
  en: {
    parent: "Sales",
    child: "East",
    people: ["Fiona Wang", "Nina Lee", "William Zhang"],
    titles: ["Head of sales", "Account manager", "Account manager"],
    label: "Autumn hiring",
    topic: "Choice of equipment",
    questions: ["How large a unit does a cold store take", "Do old machines take the new cabinet", "Which approvals for export"],
  },
} as const;

/** A department with one below it, its head and two people; gives who leaves. */
async function people(page: Page, language: "zh" | "en"): Promise<string> {
  const names = NAMES[language];
  const post = async (path: string, data: object) => {
    const answer = await page.request.post(`/api/v1${path}`, { data });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as { id: string };
  };
  const parent = await post("/departments", { name: names.parent });
  const child = await post("/departments", { name: names.child, parent: parent.id });
  const [head, leaver] = [
    await post("/members", { name: names.people[0], jobTitle: names.titles[0], department: parent.id }),
    await post("/members", { name: names.people[1], jobTitle: names.titles[1], department: child.id }),
  ];
  await post("/members", { name: names.people[2], jobTitle: names.titles[2], department: child.id });
  await page.request.patch(`/api/v1/departments/${parent.id}`, { data: { head: head.id } });
  await page.request.put(`/api/v1/members/${leaver.id}/roles`, { data: { roles: ["sales"] } });
  await post("/invitations", { label: names.label, departments: [child.id], roles: ["sales"], most: 20 });
  const customers = await page.request.get("/api/v1/records/customer?limit=6");
  const { items } = (await customers.json()) as { items: { id: string }[] };
  for (const { id } of items) await page.request.patch(`/api/v1/records/customer/${id}`, { data: { owner: leaver.id } });
  return leaver.id;
}

/** The pictures of what administrators set: people, roles, the audit log. */
export async function settings(page: Page, language: "zh" | "en", save: (name: string) => Promise<void>): Promise<void> {
  const leaver = await people(page, language);
  await page.goto("/settings/people");
  await page.getByText(NAMES[language].people[1]).first().waitFor();
  await save("people");
  await page.goto("/settings/people/departments");
  await page.getByText(NAMES[language].child).first().waitFor();
  await save("departments");
  await page.goto(`/settings/people/hand-over/${leaver}`);
  await page.getByText(/客户|Customer/).first().waitFor();
  await save("hand-over");
  await page.goto("/build/starter/role/sales");
  await page.getByRole("button", { name: /客户信息|Customer/ }).first().click();
  await save("build-role");
  await page.goto("/settings/audit");
  await page.getByText(NAMES[language].label).first().click();
  await save("audit");
  await proof(page, language, save);
}

/** The pictures of who may see what, of what is kept about somebody, and of coming in. */
async function proof(page: Page, language: "zh" | "en", save: (name: string) => Promise<void>): Promise<void> {
  const { items } = await (await page.request.get("/api/v1/records/customer?limit=1")).json();
  const menu = async (item: RegExp) => {
    await page.goto(`/e/customer/${items[0].id}`);
    await page.getByRole("button", { name: /^(更多|More)$/ }).click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  await menu(/(共享|Share)$/);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox").first().fill(NAMES[language].people[2]);
  await page.getByTitle(NAMES[language].people[2]).last().click();
  await dialog.getByRole("button", { name: /^(共\s*享|Share)$/ }).click();
  await dialog.getByRole("listitem").first().waitFor();
  await save("share");
  await menu(/(谁能看、为什么|Who sees it, and why)/);
  await page.getByRole("combobox").last().fill(NAMES[language].people[1]);
  await page.getByTitle(NAMES[language].people[1]).last().click();
  await page.getByRole("dialog").getByRole("listitem").first().waitFor();
  await save("why");
  await menu(/(个人数据|Personal data)/);
  await dialog.getByRole("button", { name: /导出|Export/ }).waitFor();
  await save("personal-data");
  await rules(page, language, save);
  await page.goto("/settings/calendar");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await save("working-calendar");
  await page.goto("/settings/security");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await save("security");
  await page.goto("/me/security");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await save("account-security");
}

/** The pictures of a rule, of what it did, and of the to-dos that came of it. */
async function rules(page: Page, language: "zh" | "en", save: (name: string) => Promise<void>): Promise<void> {
  const { topic: name, questions } = NAMES[language];
  const post = async (path: string, data: object) => (await page.request.post(`/api/v1/records${path}`, { data })).json();
  const me = await (await page.request.get("/api/v1/me")).json();
  const topic = await post("/help_topic", { name, expert: me.member.id });
  const { items } = await (await page.request.get("/api/v1/records/customer?limit=3")).json();
  for (const [at, question] of questions.entries())
    await post("/collaboration", { question, topic: topic.id, customer: items[at].id });
  const last = page.getByText(questions.at(-1) ?? "").first();
  const told = async (path: string) => {
    for (let turn = 0; turn < 20; turn++) {
      await page.goto(path);
      if (await last.waitFor({ timeout: 2_000 }).then(() => true, () => false)) return;
    }
    throw new Error(`${path} does not tell of ${questions.at(-1)}`);
  };
  await told("/rules/collaboration_asked");
  await save("rule-log");
  await told("/todos");
  await save("todos");
  await page.goto("/build/starter/rule/collaboration_asked");
  await page.getByRole("heading").first().waitFor();
  await page.getByRole("button", { name: /^(试一试|Try it)$/ }).click();
  await page.getByText(/^(会触发|It would fire)$/).first().waitFor();
  await save("build-rule");
}
