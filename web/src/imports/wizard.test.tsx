import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { ImportInfo, Sheet, Upload } from "@/api/import-types";
import type { EntityInfo } from "@/api/types";
import { choose } from "@/testing/choose";
import { CUSTOMER, server, show } from "@/testing/render";
import { ImportView } from "./import-view";
import { WizardMapping } from "./wizard-mapping";

const DEAL: EntityInfo = {
  ...CUSTOMER,
  code: "deal",
  label: { zh: "商机" },
  titleField: "no",
  fields: [
    { code: "no", type: "text", label: { zh: "单号" }, unique: true, required: true },
    { code: "amount", type: "money", label: { zh: "金额" } },
    { code: "account", type: "relation", label: { zh: "客户" }, entity: "customer" },
  ],
};
const PHONED: EntityInfo = {
  ...CUSTOMER,
  fields: [...CUSTOMER.fields, { code: "phone", type: "phone", label: { zh: "电话" } }],
};

const sheet = (name: string, ...columns: string[]): Sheet => ({
  name,
  rows: 1234,
  headerRow: 2,
  columns: columns.map((one, i) => ({ name: one, code: `c${i}`, type: "text", samples: [`${one}样例`] })),
});

function wizard(...sheets: Sheet[]) {
  const upload: Upload = { id: "u1", name: "商机.xlsx", size: 10, format: "xlsx", sheets };
  const again = vi.fn();
  const view = show(<WizardMapping entity={DEAL} entities={[DEAL, PHONED]} upload={upload} again={again} />, "/w");
  return { ...view, again };
}

const target = (column: string) => screen.getByLabelText(`${column}: 字段`);
const shown = (column: string) => target(column).closest(".ant-select")?.textContent;
const startButton = () => screen.getByRole("button", { name: /开始导入/ }) as HTMLButtonElement;

describe("the import wizard", () => {
  it("maps columns of the same name by itself and leaves the others out", () => {
    wizard(sheet("S", "单号", "金额", "备注"));
    expect(shown("单号")).toBe("单号 *");
    expect(shown("金额")).toBe("金额");
    expect(shown("备注")).toBe("不导入");
    expect(screen.getByText("备注样例")).toBeDefined();
  });

  it("warns of required fields without a column, but not of those that fill themselves", () => {
    const kept = { code: "stage", type: "text", label: { zh: "阶段" }, required: true, defaulted: true } as const;
    const upload: Upload = { id: "u1", name: "a.csv", size: 1, format: "csv", sheets: [sheet("S", "金额")] };
    const entity = { ...DEAL, fields: [...DEAL.fields, kept] };
    show(<WizardMapping entity={entity} entities={[DEAL]} upload={upload} again={vi.fn()} />);
    expect(screen.getByText(/必填字段/).textContent).toContain("单号");
    expect(screen.getByText(/必填字段/).textContent).not.toContain("阶段");
  });

  it("sends what is on the screen: the sheet, its header, each target, how records are matched", async () => {
    const sent = server({ "POST /imports": () => ({ status: 201, json: { id: "i7" } }) });
    const { router } = wizard(sheet("S", "单号", "客户"));
    await userEvent.click(startButton());
    await waitFor(() => expect(router.state.location.pathname).toBe("/imports/i7"));
    expect(sent[0]?.body).toEqual({
      upload: "u1",
      sheet: "S",
      headerRow: 2,
      entity: "deal",
      mapping: { 单号: "no", 客户: { field: "account", by: "name" } },
      match: ["no"],
      mode: "upsert",
    });
  });

  it("takes another target, and another field to find related records by", async () => {
    const sent = server({ "POST /imports": () => ({ status: 201, json: { id: "i7" } }) });
    wizard(sheet("S", "单号", "甲方", "客户"));
    await choose(screen.getByLabelText("按哪个字段查找"), "按「电话」查找客户");
    await choose(target("甲方"), "金额");
    await userEvent.click(startButton());
    await waitFor(() => expect(sent.length).toBe(1));
    expect(sent[0]?.body).toHaveProperty("mapping", {
      单号: "no",
      甲方: "amount",
      客户: { field: "account", by: "phone" },
    });
  });

  it("cannot begin with nothing mapped, and warns of required fields left out", () => {
    wizard(sheet("S", "甲方", "乙方"));
    expect(startButton().disabled).toBe(true);
    expect(screen.getByText("至少对应一列")).toBeDefined();
    expect(screen.getByText(/必填字段「单号」/)).toBeDefined();
  });

  it("creating all needs no match; updating does", async () => {
    const sent = server({ "POST /imports": () => ({ status: 201, json: { id: "i7" } }) });
    wizard(sheet("S", "单号", "金额"));
    await userEvent.click(screen.getByText("全部新建"));
    expect(screen.queryByLabelText("用哪些字段匹配")).toBeNull();
    await userEvent.click(startButton());
    await waitFor(() => expect(sent[0]?.body).toMatchObject({ mode: "create", match: [] }));
  });
});

describe("what can go wrong on the way", () => {
  it("stays and says why when the server refuses", async () => {
    server({
      "POST /imports": () => ({ status: 404, json: { code: "upload-gone", detail: "文件已过期，请重新上传" } }),
    });
    const { router } = wizard(sheet("S", "单号"));
    await userEvent.click(startButton());
    expect(await screen.findByText("文件已过期，请重新上传")).toBeDefined();
    expect(router.state.location.pathname).toBe("/w");
    expect(startButton().disabled).toBe(false);
  });

  it("another sheet is mapped anew", async () => {
    wizard(sheet("一", "单号"), sheet("二", "金额"));
    await choose(screen.getByLabelText("工作表"), "二");
    expect(shown("金额")).toBe("金额");
    expect(screen.queryByLabelText("单号: 字段")).toBeNull();
  });

  it("a sheet without columns offers to take another file", async () => {
    const { again } = wizard(sheet("空"));
    await userEvent.click(screen.getByRole("button"));
    expect(again).toHaveBeenCalled();
  });
});

describe("after an import", () => {
  const job: ImportInfo = {
    id: "i1",
    entity: "customer",
    file: "客户.csv",
    state: "done",
    total: 1000,
    read: 1000,
    created: 990,
    updated: 0,
    refused: 10,
    message: null,
    startedAt: "2026-01-02T03:04:05Z",
    finishedAt: null,
  };

  it("the first refused rows are shown with their reasons, and how many more there are", async () => {
    const file = '\ufeff客户,金额,原文件行号,退回原因\r\n"甲, 乙",\'-约十二万,3,「约十二万」不是数字。\r\n';
    globalThis.fetch = async () => new Response(file);
    show(<ImportView job={{ ...job, created: 0, refused: 1000 }} />);
    const row = (await screen.findByText("「约十二万」不是数字。")).closest("li");
    expect(row?.textContent).toContain("第 3 行");
    expect(row?.textContent).toContain("甲, 乙 · -约十二万");
    expect(screen.getByText(/还有 999 行/)).toBeDefined();
  });

  it("the refused rows are counted and can be downloaded, but not while it still runs", () => {
    const { unmount } = show(<ImportView job={job} />);
    expect(screen.getByText("有 10 行被退回")).toBeDefined();
    unmount();
    show(<ImportView job={{ ...job, state: "running" }} />);
    expect(screen.queryByText("下载退回的行")).toBeNull();
  });

  it("nothing written leaves nothing to undo", () => {
    show(<ImportView job={{ ...job, created: 0, refused: 1000 }} />);
    expect(screen.queryByText("撤销整个导入")).toBeNull();
  });

  it("an import that is undone cannot be undone again", () => {
    show(<ImportView job={{ ...job, state: "undone" }} />);
    expect(screen.queryByText("撤销整个导入")).toBeNull();
    expect(screen.getByText("已撤销")).toBeDefined();
  });

  it("says why it cannot be undone", async () => {
    server({ "POST /imports/i1/undo": () => ({ status: 409, json: { code: "x", detail: "记录已被引用" } }) });
    show(<ImportView job={job} />);
    await userEvent.click(screen.getByText("撤销整个导入"));
    await userEvent.click(within(await screen.findByRole("dialog")).getByText("撤销整个导入"));
    expect(await screen.findByText("记录已被引用")).toBeDefined();
  });
});
