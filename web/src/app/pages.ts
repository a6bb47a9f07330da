/** What a page is loaded by. */
export type Load = () => Promise<{ Component: () => React.ReactNode }>;

/** The pages that are open to everybody, by their addresses. */
export const OPEN_PAGES: Record<string, Load> = {
  "/f/:workspace/:code": () => import("@/open-form/open-form-page"),
  "/join": () => import("@/signin/join-page"),
  "/sign-in": () => import("@/signin/sign-in-page"),
};

/** The pages behind the sign-in. */
export const PAGES: Record<string, Load> = {
  "/": () => import("@/home/home-page"),
  "/todos": () => import("@/todo/todo-page"),
  "/notices": () => import("@/notice/notices-page"),
  "/plan": () => import("@/plan/plan-page"),
  "/week": () => import("@/week/week-page"),
  "/begin": () => import("@/begin/begin-page"),
  "/begin/:upload": () => import("@/begin/columns-page"),
  "/build": () => import("@/builder/apps/apps-page"),
  "/build/:app": () => import("@/builder/apps/app-page"),
  "/build/:app/form/:entity": () => import("@/builder/form/form-page"),
  "/build/:app/page/:entity": () => import("@/builder/page/page-page"),
  "/build/:app/page/:entity/:code": () => import("@/builder/page/page-page"),
  "/build/:app/public/:code": () => import("@/builder/public/public-form-page"),
  "/build/:app/print/:code": () => import("@/builder/print/print-page"),
  "/build/:app/mail/:code": () => import("@/builder/mail/mail-page"),
  "/build/:app/role/:code": () => import("@/builder/role/role-page"),
  "/build/:app/sharing/:code": () => import("@/builder/sharing/sharing-page"),
  "/build/:app/buttons/:entity": () => import("@/builder/button/buttons-page"),
  "/build/:app/rule/:code": () => import("@/builder/rule/rule-page"),
  "/rules/:code": () => import("@/rules/runs-page"),
  "/rules/runs/:id": () => import("@/rules/run-page"),
  "/settings/people": () => import("@/admin/people/members-page"),
  "/settings/people/departments": () => import("@/admin/people/departments-page"),
  "/settings/people/groups": () => import("@/admin/people/groups-page"),
  "/settings/people/invitations": () => import("@/admin/people/invitations-page"),
  "/settings/people/hand-over/:member": () => import("@/admin/people/hand-over-page"),
  "/settings/privacy": () => import("@/privacy/privacy-page"),
  "/settings/calendar": () => import("@/admin/calendar/calendar-page"),
  "/settings/audit": () => import("@/admin/audit/audit-page"),
  "/settings/security": () => import("@/security/workspace-page"),
  "/settings/mail": () => import("@/admin/mail/server-page"),
  "/settings/mail/messages": () => import("@/admin/mail/messages-page"),
  "/settings/mail/caught": () => import("@/admin/mail/caught-page"),
  "/settings/mail/credentials": () => import("@/admin/mail/credentials-page"),
  "/me/notices": () => import("@/notice/preferences-page"),
  "/me/security": () => import("@/security/account-page"),
  "/revisions": () => import("@/builder/apps/revisions-page"),
  "/imports": () => import("@/imports/imports-page"),
  "/imports/:id": () => import("@/imports/import-page"),
  "/e/:entity/import": () => import("@/imports/wizard-page"),
  "/e/:entity/recycle": () => import("@/list/recycle-page"),
  "/e/:entity": () => import("@/list/list-page"),
  "/e/:entity/:id": () => import("@/record/record-page"),
};

const parts = (path: string) => path.split("/").filter((part) => part !== "");

/** How well a pattern fits an address: the number of its parts that are said and not left open; -1 where it does not. */
function closeness(pattern: string, address: string): number {
  const [wanted, given] = [parts(pattern), parts(address)];
  const open = (part: string) => part.startsWith(":");
  if (wanted.length !== given.length || !wanted.every((part, i) => open(part) || part === given[i])) return -1;
  return wanted.filter((part) => !open(part)).length;
}

/** The page at an address, before the router is there to say it; undefined where there is none. */
export function pageAt(address: string): Load | undefined {
  let best: { fits: number; load: Load } | undefined;
  for (const [pattern, load] of Object.entries({ ...OPEN_PAGES, ...PAGES })) {
    const fits = closeness(pattern, address);
    if (fits > (best?.fits ?? -1)) best = { fits, load };
  }
  return best?.load;
}
