import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { App, ConfigProvider } from "antd";
import type { ReactNode } from "react";
import { createMemoryRouter, RouterProvider } from "react-router";
import { keys } from "@/api/keys";
import type { EntityInfo, Me, Row } from "@/api/types";
import { MeProvider } from "@/app/signed-in";

export const ME: Me = {
  member: { id: "m1", name: "林晓彤" },
  account: { id: "a1", name: "admin" },
  admin: true,
  builds: "all",
  chosenLanguage: null,
  workspace: { id: "w1", name: "示例", zone: "Asia/Shanghai", language: "zh" },
  confined: null,
};

const ALL = { create: true, update: true, delete: true, import: true, export: true };

export const CUSTOMER: EntityInfo = {
  code: "customer",
  label: { zh: "客户", en: "Customers" },
  titleField: "name",
  rights: ALL,
  fields: [
    { code: "name", type: "text", label: { zh: "客户名称" }, required: true },
    {
      code: "stage",
      type: "stage",
      label: { zh: "阶段" },
      options: [
        { code: "new", label: { zh: "新线索" } },
        { code: "won", label: { zh: "成交" }, end: "won" },
      ],
    },
    { code: "spent", type: "money", label: { zh: "累计消费" } },
    { code: "tags", type: "multi_select", label: { zh: "标签" }, options: [{ code: "vip", label: { zh: "重点" } }] },
    { code: "active", type: "boolean", label: { zh: "启用" } },
    { code: "created_at", type: "datetime", label: { zh: "创建时间" }, readonly: true, system: true },
  ],
};

export function row(id: string, values: Row["values"], version = 1): Row {
  return { id, version, number: "1", values: { id, ...values }, labels: {} };
}

/** Renders inside everything a page finds around it: cache, router, signed-in person. */
export function show(node: ReactNode, path = "/") {
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } });
  cache.setQueryData(keys.entities, [CUSTOMER]);
  cache.setQueryData(keys.members, [ME.member]);
  cache.setQueryData(keys.forms, []);
  cache.setQueryData(keys.recordPages, []);
  const router = createMemoryRouter([{ path: "*", element: <MeProvider value={ME}>{node}</MeProvider> }], {
    initialEntries: [path],
  });
  const view = render(
    <QueryClientProvider client={cache}>
      <ConfigProvider theme={{ token: { motion: false } }} button={{ autoInsertSpace: false }}>
        <App>
          <RouterProvider router={router} />
        </App>
      </ConfigProvider>
    </QueryClientProvider>,
  );
  return { ...view, cache, router };
}

export type Sent = { method: string; path: string; body: unknown; headers: Headers };

/** Answers fetch from a list of answers, first match wins, and remembers what was sent. */
export function server(
  answers: Record<string, (sent: Sent) => { status?: number; json?: unknown; text?: string }>,
): Sent[] {
  const sent: Sent[] = [];
  globalThis.fetch = async (input, init) => {
    const path = String(input).replace("/api/v1", "");
    const one: Sent = {
      method: init?.method ?? "GET",
      path,
      body: typeof init?.body === "string" ? JSON.parse(init.body) : init?.body,
      headers: new Headers(init?.headers),
    };
    sent.push(one);
    const key = Object.keys(answers).find((pattern) => `${one.method} ${path}`.startsWith(pattern));
    const { status = 200, json = {}, text } = (key && answers[key]?.(one)) || { status: 404 };
    return new Response(status === 204 ? null : (text ?? JSON.stringify(json)), { status });
  };
  return sent;
}
