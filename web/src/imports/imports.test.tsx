import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import i18next from "i18next";
import { describe, expect, it } from "vitest";
import type { ImportInfo, Sheet } from "@/api/import-types";
import type { EntityInfo } from "@/api/types";
import { columnIssues, columnLetter, columnsOf, formName } from "@/begin/columns";
import { CUSTOMER, server, show } from "@/testing/render";
import { ImportView, percentOf } from "./import-view";
import { firstMapping, importable, mapColumn, mappingIssue, unmappedRequired } from "./mapping";

const column = (name: string) => ({ name, code: name, type: "text" as const, samples: [] });
const sheet = (...names: string[]): Sheet => ({ name: "Sheet1", rows: 3, columns: names.map(column) });

const DEAL: EntityInfo = {
  ...CUSTOMER,
  code: "deal",
  fields: [
    { code: "no", type: "text", label: "单号", unique: true, required: true },
    { code: "account", type: "relation", label: "客户", entity: "customer" },
    { code: "paper", type: "file", label: "附件" },
    { code: "created_at", type: "datetime", label: "创建时间", readonly: true },
  ],
};

describe("mapping columns to fields", () => {
  it("matches by name, looks relations up by the other's title, and updates by a unique field", () => {
    expect(firstMapping(DEAL, [CUSTOMER], sheet("单号", "客户", "别的"))).toEqual({
      targets: { 单号: "no", 客户: { field: "account", by: "name" } },
      mode: "upsert",
      match: ["no"],
    });
  });

  it("creates where nothing tells records apart", () => {
    expect(firstMapping(CUSTOMER, [], sheet("客户名称")).mode).toBe("create");
  });

  it("offers neither files nor what cannot be written", () => {
    expect(importable(DEAL).map((field) => field.code)).toEqual(["no", "account"]);
  });

  it("taking a column away takes its match key away", () => {
    const mapping = firstMapping(DEAL, [CUSTOMER], sheet("单号"));
    expect(mapColumn(mapping, "单号", null)).toEqual({ targets: {}, mode: "upsert", match: [] });
  });

  it("says why an import cannot begin", () => {
    expect(mappingIssue({ targets: {}, mode: "create", match: [] })).toBe("nothing");
    expect(mappingIssue({ targets: { a: "no" }, mode: "upsert", match: [] })).toBe("match");
    expect(mappingIssue({ targets: { a: "no", b: "no" }, mode: "create", match: [] })).toBe("duplicate");
    expect(mappingIssue({ targets: { a: "no" }, mode: "create", match: [] })).toBeNull();
  });

  it("names required fields without a column, but not for updates", () => {
    expect(unmappedRequired(DEAL, { targets: {}, mode: "create", match: [] }).map((field) => field.code)).toEqual([
      "no",
    ]);
    expect(unmappedRequired(DEAL, { targets: {}, mode: "update", match: [] })).toEqual([]);
  });
});

describe("a spreadsheet becoming a form", () => {
  const t = i18next.getFixedT("zh");

  it("names nameless columns by their letter", () => {
    expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
    expect(columnsOf(sheet("", "姓名")).map((one) => one.label)).toEqual(["A", "姓名"]);
  });

  it("refuses blank and doubled names, and a form without columns", () => {
    const columns = columnsOf(sheet("姓名", "姓 名", "城市"));
    expect([...columnIssues(columns, t).keys()]).toEqual([1]);
    expect([
      ...columnIssues(
        columns.map((one, at) => ({ ...one, skip: at === 1 })),
        t,
      ).keys(),
    ]).toEqual([]);
    expect([
      ...columnIssues(
        columns.map((one) => ({ ...one, skip: true })),
        t,
      ).keys(),
    ]).toEqual([-1]);
    expect([...columnIssues([{ ...column("x"), label: " ", skip: false }], t).keys()]).toEqual([0]);
  });

  it("is called like the sheet when somebody named it, else like the file", () => {
    expect(formName("客户.2026.xlsx", { ...sheet(), name: "Sheet1" })).toBe("客户.2026");
    expect(formName("book.xls", { ...sheet(), name: "订单" })).toBe("订单");
  });
});

describe("an import", () => {
  const job: ImportInfo = {
    id: "i1",
    entity: "customer",
    file: "客户.csv",
    state: "running",
    total: 200,
    read: 50,
    created: 40,
    updated: 8,
    refused: 2,
    message: null,
    startedAt: null,
    finishedAt: null,
  };

  it("never says 100 before it is done", () => {
    expect(percentOf(job)).toBe(25);
    expect(percentOf({ state: "running", read: 200, total: 200 })).toBe(99);
    expect(percentOf({ state: "done", read: 0, total: null })).toBe(100);
    expect(percentOf({ state: "running", read: 5, total: null })).toBeNull();
  });

  it("can be paused while it runs", async () => {
    const sent = server({ "POST /imports/i1/pause": () => ({ json: { ...job, state: "paused" } }) });
    show(<ImportView job={job} />);
    expect(screen.queryByText("撤销整个导入")).toBeNull();
    await userEvent.click(screen.getByText("暂停"));
    await waitFor(() => expect(sent.map((one) => one.path)).toContain("/imports/i1/pause"));
  });

  it("whose undo failed says why, what stayed, and can be undone again", async () => {
    const sent = server({ "POST /imports/i1/undo": () => ({ json: job }) });
    show(<ImportView job={{ ...job, state: "undo_failed", message: "没有成功", undone: 30, kept: 2 }} />);
    expect(screen.getByText("撤销失败")).toBeDefined();
    expect(screen.getByText("没有成功")).toBeDefined();
    expect(screen.getByText(/已撤销 30 条；另有 2 条/)).toBeDefined();
    await userEvent.click(screen.getByText("撤销整个导入"));
    await userEvent.click((await screen.findAllByText("撤销整个导入")).at(-1) as HTMLElement);
    await waitFor(() =>
      expect(sent.filter((one) => one.method === "POST").map((one) => one.path)).toEqual(["/imports/i1/undo"]),
    );
  });

  it("once done, offers the refused rows and, after saying what goes, the way back", async () => {
    const sent = server({ "POST /imports/i1/undo": () => ({ json: job }) });
    show(<ImportView job={{ ...job, state: "done" }} />);
    expect(screen.getByText("下载退回的行").closest("a")?.getAttribute("href")).toBe("/api/v1/imports/i1/refused");
    await userEvent.click(screen.getByText("撤销整个导入"));
    expect(await screen.findByText(/新建的 40 条记录会移到回收站/)).toBeDefined();
    const steps = () => sent.filter((one) => one.method === "POST").map((one) => one.path);
    expect(steps()).toEqual([]);
    await userEvent.click(screen.getAllByText("撤销整个导入").at(-1) as HTMLElement);
    await waitFor(() => expect(steps()).toEqual(["/imports/i1/undo"]));
  });
});
