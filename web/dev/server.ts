import type { Plugin } from "vite";
import { type Answer, type Ask, filePart, json, ok, problem, read, send } from "./http.ts";
import { entityFrom, imports, readUpload, upload } from "./imports.ts";
import { query, records, undo } from "./records.ts";
import { addApp, addSample } from "./seed.ts";
import { departments, members, nextId, regions, state } from "./store.ts";
import { CONDITIONS } from "./views.ts";

const ME = {
  member: state.member,
  account: { id: "a1", name: "admin" },
  admin: true,
  chosenLanguage: null,
  workspace: { id: "w1", name: "知客示例公司", zone: "Asia/Shanghai", language: "zh" },
};

function session(ask: Ask): Answer {
  state.signedIn = ask.method !== "DELETE";
  const { password } = ask.method === "POST" ? json<{ password: string }>(ask) : { password: "" };
  if (password === "wrong") {
    state.signedIn = false;
    return problem(401, "session.refused", "账号或密码不对");
  }
  return ok(ME);
}

function apps(ask: Ask): Answer {
  if (ask.method === "GET") return ok({ items: state.apps });
  const body = json<{ template?: string; label?: string; sample?: boolean }>(ask);
  if (body.template) {
    addApp();
    if (body.sample) addSample(Number(process.env.ZHIKE_MOCK_ROWS ?? 12_345));
  } else state.apps.push({ code: nextId("a"), label: body.label ?? "", menu: [] });
  return ok(state.apps.at(-1), 201);
}

function files(ask: Ask): Answer {
  if (ask.method === "POST") {
    const file = filePart(ask);
    if (!file) return problem(400, "file.empty", "没有收到文件");
    const kept = { id: nextId("f"), size: file.bytes.length, ...file };
    state.files.set(kept.id, kept);
    return ok({ id: kept.id, name: kept.name, size: kept.size, type: kept.type }, 201);
  }
  const file = state.files.get(ask.parts[1] ?? "");
  return file
    ? { status: 200, bytes: file.bytes, headers: { "Content-Type": file.type } }
    : problem(404, "file.missing", "没有这个文件");
}

/** The mock knows the conditions of its own views and no other text. */
function expressions(ask: Ask): Answer {
  const tree = CONDITIONS[json<{ text: string }>(ask).text];
  return ok(tree ? { type: "boolean", tree } : { errors: [{ code: "unknown-name", message: "看不懂这个条件" }] });
}

const TEMPLATES = [
  {
    code: "starter",
    label: { zh: "客户起步", en: "Customers, the start" },
    description: { zh: "客户信息表和跟进记录，带视图和角色。", en: "Customers and follow-ups, with views and roles." },
    entities: 2,
  },
];

/** The test reset: `POST /api/v1/mock?apps=1&rows=20` sets the scene. */
function scene(ask: Ask): Answer {
  state.signedIn = ask.query.get("signed") !== "out";
  state.apps.length = 0;
  state.entities.clear();
  state.views.length = 0;
  state.rows.clear();
  if (ask.query.has("apps")) addApp();
  if (ask.query.has("rows")) addSample(Number(ask.query.get("rows")));
  return ok({});
}

const ROUTES: Record<string, (ask: Ask) => Answer> = {
  session,
  me: () => ok(ME),
  apps,
  templates: () => ok({ items: TEMPLATES }),
  entities: () => ok({ items: [...state.entities.values()] }),
  views: () => ok({ items: state.views }),
  expressions,
  members: () => ok({ items: members }),
  departments: () => ok({ items: departments }),
  regions: (ask) => {
    const parent = ask.query.get("parent") ?? "";
    return ok({ items: regions.filter((region) => region.code.slice(0, -2) === parent) });
  },
  records,
  query,
  files,
  imports,
  uploads: (ask) =>
    ask.parts[2] === "entity" ? entityFrom(ask) : ask.method === "GET" ? readUpload(ask) : upload(ask),
  batches: (ask) => undo(ask.parts[1] ?? ""),
  exports: () => ({
    status: 200,
    bytes: "\ufeff客户名称\n",
    headers: { "Content-Type": "text/csv", "Content-Disposition": "attachment" },
  }),
};

function answer(ask: Ask): Answer {
  const name = ask.parts[0] ?? "";
  if (name === "mock") return scene(ask);
  if (!state.signedIn && name !== "session") return problem(401, "session.none", "请先登录");
  return ROUTES[name]?.(ask) ?? problem(404, "http.not_found", "没有这个地址");
}

/** Answers the public contract from memory while there is no server. Development only: nothing in src imports it. */
export function mockServer(): Plugin {
  return {
    name: "zhike-mock",
    configureServer(server) {
      if (process.env.ZHIKE_MOCK === "sample") {
        addApp();
        addSample(Number(process.env.ZHIKE_MOCK_ROWS ?? 12_345));
      }
      server.middlewares.use("/api/v1", (request, response) => {
        void (async () => {
          const url = new URL(request.url ?? "/", "http://mock");
          const parts = url.pathname.split("/").filter(Boolean).map(decodeURIComponent);
          const body = await read(request);
          send(response, answer({ method: request.method ?? "GET", parts, query: url.searchParams, body, request }));
        })().catch((error: unknown) => send(response, problem(500, "mock.failed", String(error))));
      });
    },
  };
}
