import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { CUSTOMER, type Sent, server, show } from "@/testing/render";
import { RecycleView } from "./recycle-view";

const ROWS = Array.from({ length: 10 }, (_, i) => ({ id: `r${i}`, version: 2, name: `客户${i}` }));

function bin(more: Parameters<typeof server>[0] = {}, rows = ROWS, entity = CUSTOMER): Sent[] {
  const sent = server({ ...more, "GET /records/customer": () => ({ json: { items: rows, next: null } }) });
  show(<RecycleView entity={entity} />, "/e/customer/recycle");
  return sent;
}

const pick = async (name: string) => userEvent.click(await screen.findByLabelText(`选择 ${name}`));
const posts = (sent: Sent[]) => sent.filter((one) => one.method === "POST");

describe("the recycle bin", () => {
  it("asks for deleted records only, and offers nothing before one is chosen", async () => {
    const sent = bin();
    await screen.findByText("客户0");
    expect(sent[0]?.path).toContain("deleted=true");
    expect(screen.getByText("恢复").closest("button")?.disabled).toBe(true);
    expect(screen.getByText("彻底删除").closest("button")?.disabled).toBe(true);
  });

  it("brings back what was chosen and reads the list anew", async () => {
    const sent = bin({ "POST /records/customer/restore": () => ({ json: { batch: "b", restored: 2 } }) });
    await pick("客户1");
    await pick("客户3");
    await userEvent.click(screen.getByText("恢复"));
    expect(await screen.findByText("已恢复 2 条记录")).toBeDefined();
    expect(posts(sent).map((one) => one.body)).toEqual([{ ids: ["r1", "r3"] }]);
    await waitFor(() => expect(sent.filter((one) => one.method === "GET").length).toBe(2));
    expect(screen.getByText("先选择记录")).toBeDefined();
  });

  it("says why a record cannot come back, and keeps it chosen", async () => {
    bin({
      "POST /records/customer/restore": () => ({ status: 409, json: { code: "taken", detail: "编号已被占用" } }),
    });
    await pick("客户1");
    await userEvent.click(screen.getByText("恢复"));
    expect(await screen.findByText("编号已被占用")).toBeDefined();
    expect(screen.getByText("已选 1 条")).toBeDefined();
  });

  it("is only to be looked at for those who may not delete", async () => {
    bin({}, ROWS, { ...CUSTOMER, rights: { ...CUSTOMER.rights, delete: false } });
    await pick("客户2");
    expect(screen.getByText("恢复").closest("button")?.disabled).toBe(true);
    expect(screen.getByText("彻底删除").closest("button")?.disabled).toBe(true);
  });

  it("says so when it is empty", async () => {
    bin({}, []);
    expect(await screen.findByText("回收站是空的")).toBeDefined();
  });
});

describe("deleting for good", () => {
  it("names what will be lost before it deletes for good", async () => {
    const sent = bin({ "POST /records/customer/purge": () => ({ json: { purged: 1 } }) });
    await pick("客户2");
    await userEvent.click(screen.getByText("彻底删除"));
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getAllByText("彻底删除 1 条记录？").length).toBeGreaterThan(0);
    expect(within(dialog).getByText("客户2")).toBeDefined();
    expect(within(dialog).queryByText("客户3")).toBeNull();
    expect(posts(sent)).toEqual([]);
    await userEvent.click(within(dialog).getByText("彻底删除"));
    await waitFor(() => expect(posts(sent).map((one) => one.body)).toEqual([{ ids: ["r2"] }]));
  });

  it("names the first of many and says how many more", async () => {
    bin();
    await screen.findByText("客户0");
    await userEvent.click(screen.getByLabelText("选择已显示的全部"));
    await userEvent.click(screen.getByText("彻底删除"));
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByText("客户7")).toBeDefined();
    expect(within(dialog).queryByText("客户8")).toBeNull();
    expect(within(dialog).getByText("以及另外 2 条")).toBeDefined();
  });

  it("deletes nothing when one thinks better of it", async () => {
    const sent = bin();
    await pick("客户2");
    await userEvent.click(screen.getByText("彻底删除"));
    await userEvent.click(within(await screen.findByRole("dialog")).getByText("取消"));
    expect(posts(sent)).toEqual([]);
  });
});
