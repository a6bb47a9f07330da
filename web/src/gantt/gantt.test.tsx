import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import type { EntityInfo, ViewInfo } from "@/api/types";
import type { TreeQuery } from "@/list/use-rows";
import { CUSTOMER, server, show } from "@/testing/render";
import GanttView from "./gantt-view";

/** Everything that is watched is in sight. */
class InSight {
  constructor(private readonly tell: (entries: { isIntersecting: boolean }[]) => void) {}
  observe() {
    this.tell([{ isIntersecting: true }]);
  }
  disconnect() {}
}
beforeEach(() => {
  globalThis.IntersectionObserver = InSight as unknown as typeof IntersectionObserver;
});

const ENTITY: EntityInfo = {
  ...CUSTOMER,
  fields: [
    ...CUSTOMER.fields,
    { code: "begins", type: "date", label: { zh: "开始" } },
    { code: "ends", type: "date", label: { zh: "结束" } },
  ],
};
const QUERY: TreeQuery = { where: null, search: "", sort: [], fields: ["name", "begins", "ends", "stage"] };
const VIEW: ViewInfo = {
  code: "plan",
  entity: "customer",
  label: { zh: "计划" },
  type: "gantt",
  from: "begins",
  to: "ends",
  columns: [],
  where: null,
  sort: [],
};
const record = (id: string, name: string) => ({ id, version: 1, name, begins: "2026-11-02", ends: "2026-11-05" });

function gantt(group: string[], phone = false) {
  const sent = server({
    "POST /query": () => ({
      json: {
        groups: [
          { key: ["new"], labels: ["新线索"], values: ["1"] },
          { key: [null], labels: [null], values: ["1"] },
        ],
      },
    }),
    "GET /records/customer": ({ path }) => ({
      json: {
        items: decodeURIComponent(path).includes('"blank"')
          ? [record("b", "乙公司")]
          : decodeURIComponent(path).includes('"new"')
            ? [record("a", "甲公司")]
            : [record("a", "甲公司"), record("b", "乙公司")],
        next: null,
      },
    }),
  });
  show(
    <GanttView
      entity={ENTITY}
      view={{ ...VIEW, group }}
      query={QUERY}
      paint={() => undefined}
      phone={phone}
      create={vi.fn()}
    />,
  );
  return sent;
}

it("shows the groups that its view has, with their records below and their number", async () => {
  gantt(["stage"]);
  const head = await screen.findByRole("button", { name: /新线索/ });
  expect(head.textContent).toContain("1");
  expect(head.getAttribute("aria-expanded")).toBe("true");
  expect(await screen.findAllByRole("link", { name: "甲公司" })).not.toEqual([]);
  expect(await screen.findAllByRole("link", { name: "乙公司" })).not.toEqual([]);
  expect(screen.getByRole("button", { name: /未填写|空白/ })).toBeTruthy();
  await userEvent.click(head);
  await waitFor(() => expect(screen.queryAllByRole("link", { name: "甲公司" })).toEqual([]));
  expect(screen.getAllByRole("link", { name: "乙公司" })).not.toEqual([]);
});

it("shows them on a phone, too, above the records with their dates", async () => {
  gantt(["stage"], true);
  const head = await screen.findByRole("button", { name: /新线索/ });
  const link = await screen.findByRole("link", { name: /甲公司.*11/ });
  expect(head.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  expect(await screen.findByRole("link", { name: /乙公司/ })).toBeTruthy();
  await userEvent.click(head);
  await waitFor(() => expect(screen.queryByRole("link", { name: /甲公司/ })).toBeNull());
  expect(screen.getByRole("link", { name: /乙公司/ })).toBeTruthy();
});

it("asks for no groups where its view has none", async () => {
  const sent = gantt([]);
  expect(await screen.findAllByRole("link", { name: "甲公司" })).not.toEqual([]);
  expect(sent.filter((one) => one.path === "/query")).toEqual([]);
});
