import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { Held } from "@/api/privacy";
import { server, show } from "@/testing/render";
import { canErase, erasureOf, isConfirmed, NOTHING_MORE, ownParts, relatedParts, toggled } from "./erasure";
import PersonalDataDialog from "./personal-data-dialog";

const HELD: Held = {
  title: "张三",
  parts: [
    {
      entity: "buyer",
      label: { zh: "客户" },
      kind: "record",
      records: 1,
      fields: [{ code: "phone", label: { zh: "电话" } }],
    },
    {
      entity: "visit",
      label: { zh: "拜访" },
      kind: "related",
      records: 3,
      fields: [{ code: "said", label: { zh: "内容" } }],
    },
    { entity: "order", label: { zh: "订单" }, kind: "related", records: 2, fields: [] },
  ],
  changes: 7,
  kept: [
    { kind: "comments", label: { zh: "评论" }, count: 2 },
    { kind: "files", label: { zh: "附件" }, count: 0 },
  ],
};
const PATH = "/records/buyer/r1/personal-data";

describe("what an erasure takes", () => {
  it("is the record's own fields, and what is chosen of the rest", () => {
    expect(ownParts(HELD).map((part) => part.entity)).toEqual(["buyer"]);
    expect(relatedParts(HELD).map((part) => part.entity)).toEqual(["visit"]);
    const chosen = { related: toggled(new Set(), "visit", true), kept: toggled(new Set(["files"]), "files", false) };
    expect(erasureOf(chosen, " 张三 ")).toEqual({ confirm: "张三", related: ["visit"], kept: [] });
  });

  it("needs the whole name, and something to take", () => {
    expect(isConfirmed(HELD, NOTHING_MORE, "张三 ")).toBe(true);
    expect(isConfirmed(HELD, NOTHING_MORE, "张")).toBe(false);
    const bare: Held = { ...HELD, parts: HELD.parts.slice(1) };
    expect(isConfirmed(bare, NOTHING_MORE, "张三")).toBe(false);
    expect(isConfirmed(bare, { ...NOTHING_MORE, kept: new Set(["comments"]) }, "张三")).toBe(true);
    expect(canErase({ ...HELD, parts: [], kept: [] })).toBe(false);
  });
});

describe("the dialog", () => {
  it("says what is held, and erases once the name is typed", async () => {
    const sent = server({
      [`GET ${PATH}`]: () => ({ json: HELD }),
      [`POST ${PATH}/erase`]: () => ({ json: { records: 4 } }),
    });
    const close = vi.fn();
    show(<PersonalDataDialog entity="buyer" id="r1" close={close} />);
    expect(await screen.findByText("系统里保存的关于「张三」的内容")).toBeDefined();
    const button = screen.getByRole("button", { name: /永久删除/ });
    expect(button).toHaveProperty("disabled", true);
    await userEvent.click(screen.getByRole("checkbox", { name: "「拜访」里的 内容（3 条）" }));
    expect(screen.queryByRole("checkbox", { name: /附件/ })).toBeNull();
    await userEvent.type(screen.getByRole("textbox", { name: "输入「张三」以确认" }), "张三");
    await userEvent.click(button);
    await waitFor(() => expect(close).toHaveBeenCalled());
    expect(sent.find((one) => one.path.endsWith("/erase"))?.body).toEqual({
      confirm: "张三",
      related: ["visit"],
      kept: [],
    });
    expect(await screen.findByText("已删除 4 条记录中的个人信息")).toBeDefined();
  });

  it("hands all of it out as a file", async () => {
    URL.createObjectURL = vi.fn(() => "blob:x");
    const sent = server({ [`GET ${PATH}`]: () => ({ json: HELD }), [`GET ${PATH}/export`]: () => ({ text: "PK" }) });
    show(<PersonalDataDialog entity="buyer" id="r1" close={() => {}} />);
    await userEvent.click(await screen.findByRole("button", { name: /全部导出/ }));
    await waitFor(() => expect(sent.some((one) => one.path.endsWith("/export"))).toBe(true));
  });

  it("says where nothing is marked", async () => {
    server({ [`GET ${PATH}`]: () => ({ json: { ...HELD, parts: [], kept: [] } }) });
    show(<PersonalDataDialog entity="buyer" id="r1" close={() => {}} />);
    expect(await screen.findByText(/没有标记为个人信息的字段/)).toBeDefined();
    expect(screen.queryByRole("button", { name: /永久删除/ })).toBeNull();
  });
});
