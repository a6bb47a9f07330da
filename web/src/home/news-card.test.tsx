import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { keys } from "@/api/keys";
import type { EntityInfo, FieldInfo } from "@/api/types";
import { CUSTOMER, server, show } from "@/testing/render";
import { NewsCard, visited } from "./news-card";

const UPDATED: FieldInfo[] = [
  { code: "updated_at", type: "datetime", label: { zh: "修改时间" }, system: true },
  { code: "updated_by", type: "member", label: { zh: "修改人" }, system: true },
];
const READ: EntityInfo = { ...CUSTOMER, fields: [...CUSTOMER.fields, ...UPDATED] };
const DEAL: EntityInfo = { ...READ, code: "deal", label: { zh: "商机" } };
const SINCE = "2026-03-02T01:30:00Z";

function open(counts: string[], visits = ["customer", "deal"]) {
  const sent = server({
    "GET /views/visits": () => ({ json: { items: visits.map((entity) => ({ entity, since: SINCE })) } }),
    "POST /query/figures": () => ({ json: { figures: counts.map((value) => ({ value })) } }),
  });
  const view = show(<NewsCard />);
  view.cache.setQueryData(keys.entities, [READ, DEAL]);
  return sent;
}

it("counts what others changed, entity by entity, and leads to the list of just that", async () => {
  const sent = open(["3", "0"]);
  const link = await screen.findByRole("link", { name: /客户.*3/ });
  const rules = [
    { field: "updated_at", op: ">", value: SINCE },
    { field: "updated_by", op: "not_in", value: ["m1"] },
  ];
  const filter = new URLSearchParams((link.getAttribute("href") ?? "").split("?")[1]).get("filter");
  expect(JSON.parse(filter ?? "")).toEqual({ all: rules });
  expect(screen.queryByText("商机")).toBeNull();
  expect(sent.find((one) => one.method === "POST")?.body).toMatchObject({
    figures: [
      { entity: "customer", fn: "count", where: { all: rules } },
      { entity: "deal", fn: "count" },
    ],
  });
});

it("says so where nothing changed, and where nothing was ever looked at", async () => {
  open(["0", "0"]);
  expect(await screen.findByText("你看过的表单都没有新的变化。")).toBeTruthy();
});

it("asks nothing where nothing was ever looked at", async () => {
  const sent = open([], []);
  expect(await screen.findByText("你看过的表单都没有新的变化。")).toBeTruthy();
  expect(sent.some((one) => one.method === "POST")).toBe(false);
});

it("leaves out what owns no list, and what does not say who changed it", () => {
  const visits = ["customer", "line", "bare", "gone"].map((entity) => ({ entity, since: SINCE }));
  const line = { ...READ, code: "line", parent: "of" };
  const bare = { ...CUSTOMER, code: "bare" };
  expect(visited(visits, [READ, line, bare]).map((one) => one.entity.code)).toEqual(["customer"]);
});
