import type { Page } from "@playwright/test";

const NAMES = {
  zh: { parent: "销售部", child: "华东", people: ["王芳", "李娜", "张伟"], titles: ["销售总监", "客户经理", "客户经理"], label: "秋季招聘" },
  en: {
    parent: "Sales",
    child: "East",
    people: ["Fiona Wang", "Nina Lee", "William Zhang"],
    titles: ["Head of sales", "Account manager", "Account manager"],
    label: "Autumn hiring",
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
}
