import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it, vi } from "vitest";
import { server } from "@/testing/render";
import { ancestors, pathTo, toTree } from "./catalogue";
import { call, whenConfined, whenSignedOut, withQuery } from "./client";
import { readGroups } from "./groups";
import { keys } from "./keys";
import { Problem, readProblem } from "./problem";
import { bulkDelete, exportAddress, listRecords, updateRecord } from "./records";
import { cachedRow, hideRows, showRow } from "./row-cache";
import { toRow, withValues } from "./rows";

describe("problems", () => {
  it("keep code, words and the places of input", () => {
    const problem = readProblem(422, {
      code: "input-refused",
      title: "t",
      detail: "有 1 处需要修改",
      errors: [{ path: "phone", code: "phone", message: "不是电话" }, "nonsense"],
    });
    expect(problem).toMatchObject({ status: 422, code: "input-refused", detail: "有 1 处需要修改" });
    expect(problem.issues).toEqual([{ path: "phone", code: "phone", message: "不是电话" }]);
  });

  it("come of any body, even one that is none", () => {
    expect(readProblem(502, "<html>").code).toBe("http.502");
    expect(readProblem(500, null).issues).toEqual([]);
  });

  it("tell a version conflict from other conflicts", () => {
    expect(new Problem(409, "version-conflict", "", "").isConflict).toBe(true);
    expect(new Problem(409, "batch-undone", "", "").isConflict).toBe(false);
  });
});

describe("the client", () => {
  it("throws what is no success, and reports an ended session", async () => {
    const out = vi.fn();
    whenSignedOut(out);
    server({ "GET /me": () => ({ status: 401, json: { code: "sign-in-needed" } }) });
    await expect(call("GET", "/me")).rejects.toMatchObject({ code: "sign-in-needed" });
    expect(out).toHaveBeenCalledOnce();
  });

  it("a refused sign-in is no ended session", async () => {
    const out = vi.fn();
    whenSignedOut(out);
    server({ "POST /session": () => ({ status: 401 }) });
    await expect(call("POST", "/session", { body: {} })).rejects.toBeInstanceOf(Problem);
    expect(out).not.toHaveBeenCalled();
  });

  it("neither is a challenge that took too long", async () => {
    const out = vi.fn();
    whenSignedOut(out);
    server({ "POST /session/code": () => ({ status: 401, json: { code: "challenge-over" } }) });
    await expect(call("POST", "/session/code", { body: {} })).rejects.toMatchObject({ code: "challenge-over" });
    expect(out).not.toHaveBeenCalled();
  });

  it("reports that something must be done first, and no other refusal", async () => {
    const confined = vi.fn();
    whenConfined(confined);
    server({ "GET /x": () => ({ status: 403, json: { code: "admin-needed" } }) });
    await expect(call("GET", "/x")).rejects.toMatchObject({ code: "admin-needed" });
    expect(confined).not.toHaveBeenCalled();
    server({ "GET /x": () => ({ status: 403, json: { code: "second-factor-needed" } }) });
    await expect(call("GET", "/x")).rejects.toMatchObject({ isConfined: true });
    expect(confined).toHaveBeenCalledOnce();
  });

  it("says that the server cannot be reached", async () => {
    globalThis.fetch = () => Promise.reject(new TypeError("failed"));
    await expect(call("GET", "/me")).rejects.toMatchObject({ status: 0, isOffline: true });
  });

  it("leaves blank parameters out and encodes the rest", () => {
    expect(withQuery("/x", { a: "1&2", b: "", c: null, d: 0 })).toBe("/x?a=1%262&d=0");
    expect(withQuery("/x", {})).toBe("/x");
  });
});

describe("records", () => {
  it("are parsed at the edge: labels apart, the rest as values", () => {
    const row = toRow({ id: "a", version: 3, number: 7, name: "甲", labels: { owner: "林", tags: ["x", 5], bad: 1 } });
    expect(row).toEqual({
      id: "a",
      version: 3,
      number: "7",
      values: { id: "a", version: 3, number: 7, name: "甲" },
      labels: { owner: "林", tags: ["x", ""] },
    });
  });

  it("a new value drops the label of the old one", () => {
    const row = toRow({ id: "a", version: 1, owner: "m1", labels: { owner: "林" } });
    expect(withValues(row, { owner: "m2" }).labels).toEqual({});
    expect(withValues(row, { owner: "m2" }, { owner: "陈" }).labels).toEqual({ owner: "陈" });
  });

  it("a list asks for what it shows, by key", async () => {
    const sent = server({ "GET /records/customer": () => ({ json: { items: [{ id: "a", version: 1 }], next: "k" } }) });
    const page = await listRecords(
      "customer",
      { where: { field: "spent", op: ">", value: "5" }, search: "上海", sort: ["-spent"], fields: ["name"] },
      "k0",
    );
    expect(page.next).toBe("k");
    const query = new URLSearchParams(sent[0]?.path.split("?")[1]);
    expect(Object.fromEntries(query)).toEqual({
      where: '{"field":"spent","op":">","value":"5"}',
      search: "上海",
      sort: "-spent",
      fields: "name",
      limit: "100",
      after: "k0",
    });
  });

  it("an edit names the version it started from", async () => {
    const sent = server({ "PATCH /records/customer/a": () => ({ json: { id: "a", version: 5 } }) });
    await updateRecord("customer", "a", 4, { name: "乙" });
    expect(sent[0]?.headers.get("If-Match")).toBe("4");
    expect(sent[0]?.body).toEqual({ name: "乙" });
  });

  it("an edit that hands the record over is saved and brings nothing back", async () => {
    server({ PATCH: () => ({ status: 204 }) });
    await expect(updateRecord("customer", "a", 4, { owner: "m2" })).resolves.toBeNull();
  });
});

describe("many records", () => {
  it("a bulk delete of all means the filter and the search, not the loaded rows", async () => {
    const sent = server({ POST: () => ({ json: { batch: "b", deleted: 2 } }) });
    await bulkDelete("customer", { where: null, search: "甲" });
    await bulkDelete("customer", { ids: ["a"] });
    await bulkDelete("customer", { where: null, search: "" });
    await bulkDelete("customer", { where: { field: "spent", op: ">", value: "5" }, search: "" });
    expect(sent.map((one) => one.body)).toEqual([
      { all: true, search: "甲" },
      { ids: ["a"] },
      { all: true },
      { where: { field: "spent", op: ">", value: "5" } },
    ]);
  });

  it("figures keep their digits and their blanks", async () => {
    const sent = server({
      "POST /query": () => ({ json: { groups: [{ key: [], total: true, values: ["0.10", null] }] } }),
    });
    const measures = [
      { fn: "sum" as const, of: "a" },
      { fn: "avg" as const, of: "b" },
    ];
    const [whole] = await readGroups("customer", { where: null, search: "" }, { by: [], measures });
    expect(whole?.values).toEqual(["0.10", null]);
    expect(sent[0]?.body).toMatchObject({ entity: "customer", groups: [], measures });
  });

  it("an export is the whole list as it stands", () => {
    const address = exportAddress("客户", "csv", {
      where: null,
      search: "",
      sort: ["name"],
      fields: ["name", "phone"],
    });
    expect(address).toBe("/api/v1/exports/%E5%AE%A2%E6%88%B7?format=csv&sort=name&fields=name%2Cphone");
  });
});

describe("the cache of rows", () => {
  const cache = new QueryClient();
  const pages = {
    pages: [{ items: [toRow({ id: "a", version: 1, name: "旧", note: "n" })], next: null }],
    pageParams: [null],
  };

  it("shows a changed record in every list, and keeps what the change does not name", () => {
    cache.setQueryData(keys.list("customer", 1), pages);
    showRow(cache, "customer", toRow({ id: "a", version: 2, name: "新" }));
    expect(cachedRow(cache, "customer", "a")).toMatchObject({ version: 2, values: { name: "新", note: "n" } });
  });

  it("takes rows out of lists", () => {
    hideRows(cache, "customer", (id) => id === "a");
    expect(cachedRow(cache, "customer", "a")).toBeUndefined();
  });
});

describe("trees", () => {
  it("are built from nodes that name their parent", () => {
    const tree = toTree([
      { id: "1", name: "总部", parent: null },
      { id: "2", name: "销售", parent: "1" },
    ]);
    expect(pathTo(tree, "2").map((node) => node.name)).toEqual(["总部", "销售"]);
    expect(pathTo(tree, "9")).toEqual([]);
  });

  it("a region's ancestors are in its code", () => {
    expect(ancestors("330106")).toEqual(["330000", "330100"]);
    expect(ancestors("330100")).toEqual(["330000"]);
    expect(ancestors("330000")).toEqual([]);
  });
});
