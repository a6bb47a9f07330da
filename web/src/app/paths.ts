/** Every address of the program, so that none is put together by hand. */
export const paths = {
  home: "/",
  signIn: "/sign-in",
  /** An invitation; what stands behind # is sent to no server. */
  join: (token: string) => `/join#${token}`,
  people: "/settings/people",
  peoplePlace: (place: "departments" | "groups" | "invitations") => `/settings/people/${place}`,
  handOver: (member: string) => `/settings/people/hand-over/${member}`,
  begin: "/begin",
  copyApp: (app: string) => `/begin?like=${encodeURIComponent(app)}`,
  columns: (upload: string) => `/begin/${upload}`,
  build: "/build",
  buildApp: (app: string) => `/build/${encodeURIComponent(app)}`,
  buildForm: (app: string, entity: string) => `/build/${encodeURIComponent(app)}/form/${encodeURIComponent(entity)}`,
  /** Without a code, the usual page of the entity. */
  buildPage: (app: string, entity: string, code?: string) =>
    `/build/${encodeURIComponent(app)}/page/${encodeURIComponent(entity)}${
      code === undefined || code === entity ? "" : `/${encodeURIComponent(code)}`
    }`,
  buildPublicForm: (app: string, code: string) =>
    `/build/${encodeURIComponent(app)}/public/${encodeURIComponent(code)}`,
  buildPrint: (app: string, code: string) => `/build/${encodeURIComponent(app)}/print/${encodeURIComponent(code)}`,
  buildMail: (app: string, code: string) => `/build/${encodeURIComponent(app)}/mail/${encodeURIComponent(code)}`,
  buildRole: (app: string, code: string) => `/build/${encodeURIComponent(app)}/role/${encodeURIComponent(code)}`,
  buildSharing: (app: string, code: string) => `/build/${encodeURIComponent(app)}/sharing/${encodeURIComponent(code)}`,
  buildButtons: (app: string, entity: string) =>
    `/build/${encodeURIComponent(app)}/buttons/${encodeURIComponent(entity)}`,
  buildRule: (app: string, code: string) => `/build/${encodeURIComponent(app)}/rule/${encodeURIComponent(code)}`,
  ruleRuns: (rule: string) => `/rules/${encodeURIComponent(rule)}`,
  ruleRun: (id: string) => `/rules/runs/${id}`,
  revisions: "/revisions",
  todos: "/todos",
  notices: "/notices",
  ownNotices: "/me/notices",
  mail: "/settings/mail",
  messages: "/settings/mail/messages",
  caughtMail: "/settings/mail/caught",
  credentials: "/settings/mail/credentials",
  plan: "/plan",
  week: "/week",
  privacy: "/settings/privacy",
  calendar: "/settings/calendar",
  audit: "/settings/audit",
  security: "/settings/security",
  ownSecurity: "/me/security",
  imports: "/imports",
  import: (id: string) => `/imports/${id}`,
  list: (entity: string) => `/e/${encodeURIComponent(entity)}`,
  view: (entity: string, view: string) => `/e/${encodeURIComponent(entity)}?view=${encodeURIComponent(view)}`,
  wizard: (entity: string) => `/e/${encodeURIComponent(entity)}/import`,
  recycle: (entity: string) => `/e/${encodeURIComponent(entity)}/recycle`,
  record: (entity: string, id: string) => `/e/${encodeURIComponent(entity)}/${id}`,
};
