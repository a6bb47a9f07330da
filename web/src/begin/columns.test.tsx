import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Upload } from "@/api/import-types";
import { rowsOf } from "@/api/imports";
import { server, show } from "@/testing/render";
import { ColumnsView } from "./columns-view";

const UPLOAD: Upload = {
  id: "u1",
  name: "客户.csv",
  size: 10,
  format: "csv",
  sheets: [{ name: "", rows: 2, columns: [{ name: "编号", code: "number", type: "text", samples: ["1"] }] }],
};

const open = (answer: { status: number; json: unknown }) => {
  server({ "GET /apps": () => ({ json: { items: [] } }), "POST /uploads/u1/entity": () => answer });
  return show(<ColumnsView upload={UPLOAD} />, "/begin/u1");
};
const create = () => userEvent.click(screen.getByRole("button", { name: /^创建并导入/ }));

it.each([
  ["csv", 40_000, { rows: 8653, about: false }],
  ["csv", 640_000, { rows: 8700, about: true }],
  ["xls", 640_000, { rows: 8653, about: false }],
] as const)("the rows of a %s of %d bytes are told as exactly as they are known", (format, size, told) => {
  expect(rowsOf({ ...UPLOAD, format, size }, { name: "", rows: 8653, columns: [] })).toEqual(told);
});

describe("a form made of a spreadsheet", () => {
  it("leads on to its import", async () => {
    const { router } = open({ status: 201, json: { app: "a", entity: "e", import: "i1" } });
    await create();
    await waitFor(() => expect(router.state.location.pathname).toBe("/imports/i1"));
  });

  it("that is refused says why, every reason, and keeps saying it", async () => {
    const errors = [1, 2, 3, 4, 5].map((n) => ({ path: `fields[${n}]`, code: "x", message: `第 ${n} 处` }));
    open({ status: 400, json: { code: "invalid-definition", detail: "定义有 5 处不符合格式", errors } });
    await create();
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("定义有 5 处");
    for (const error of errors) expect(alert.textContent).toContain(error.message);
  });
});
