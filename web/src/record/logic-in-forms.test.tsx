import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { keys } from "@/api/keys";
import { type InputIssue, Problem } from "@/api/problem";
import type { EntityInfo } from "@/api/types";
import { CUSTOMER, row, server, show } from "@/testing/render";
import { CreateDrawer } from "./create-drawer";
import { missingFields } from "./missing-dialog";
import { RecordView } from "./record-view";

const CLIENT: EntityInfo = {
  ...CUSTOMER,
  code: "client",
  fields: [{ code: "rank", type: "text", valueType: "text", label: "级别" }],
};
const BID: EntityInfo = {
  ...CUSTOMER,
  code: "bid",
  titleField: "name",
  fields: [
    { code: "name", type: "text", valueType: "text", label: "名称" },
    { code: "kind", type: "text", valueType: "text", label: "类型", defaultTree: { value: "新签" }, defaulted: true },
    {
      code: "reason",
      type: "text",
      valueType: "text",
      label: "原因",
      required: true,
      shown: { op: "=", left: { path: "name" }, right: { value: "丢" } },
    },
    {
      code: "locked",
      type: "text",
      valueType: "text",
      label: "锁定",
      readonlyWhen: { op: "=", left: { path: "name" }, right: { value: "锁" } },
    },
    { code: "client", type: "relation", valueType: "record", entity: "client", label: "客户" },
    {
      code: "gift",
      type: "text",
      valueType: "text",
      label: "礼品",
      shown: { op: "=", left: { path: "client.rank" }, right: { value: "vip" } },
    },
  ],
  checks: [
    {
      code: "same",
      field: "kind",
      message: "类型不能与名称相同",
      needs: ["kind", "name"],
      when: { op: "<>", left: { path: "name" }, right: { path: "kind" } },
    },
  ],
};

describe("a new record", () => {
  it("follows its logic while somebody types", async () => {
    const sent = server({ "POST /records/bid": () => ({ status: 201, json: { id: "new", version: 1 } }) });
    show(<CreateDrawer entity={BID} close={() => {}} />);
    expect(screen.queryByLabelText(/原因/)).toBeNull();
    expect((screen.getByLabelText(/类型/) as HTMLInputElement).value).toBe("新签");
    const name = screen.getByLabelText(/名称/);
    await userEvent.type(name, "丢");
    await userEvent.type(await screen.findByLabelText(/原因/), "太贵");
    expect(screen.getByLabelText(/原因/).closest("div")?.textContent).toContain("*");
    await userEvent.clear(name);
    await userEvent.type(name, "新签");
    expect(screen.queryByLabelText(/原因/)).toBeNull();
    expect(screen.getByRole("alert").textContent).toBe("类型不能与名称相同");
    await userEvent.type(name, "！");
    expect(screen.queryByRole("alert")).toBeNull();
    await userEvent.click(screen.getByText("保存"));
    await waitFor(() => expect(sent.some((one) => one.method === "POST")).toBe(true));
    expect(sent.find((one) => one.method === "POST")?.body).toEqual({ name: "新签！" });
  });

  it("keeps what one types in a field whose default was shown", async () => {
    server({});
    show(<CreateDrawer entity={BID} close={() => {}} />);
    const kind = screen.getByLabelText(/类型/);
    await userEvent.type(kind, "三年");
    expect((screen.getByLabelText(/类型/) as HTMLInputElement).value).toBe("新签三年");
    expect(document.activeElement).toBe(screen.getByLabelText(/类型/));
  });

  it("shows what nobody may change now without an input", async () => {
    server({});
    show(<CreateDrawer entity={BID} close={() => {}} />);
    await userEvent.type(screen.getByLabelText(/锁定/), "x");
    await userEvent.type(screen.getByLabelText(/名称/), "锁");
    expect(screen.getByLabelText(/锁定/).tagName).toBe("OUTPUT");
    expect(screen.getByLabelText(/锁定/).textContent).toBe("x");
  });
});

describe("a record that is there", () => {
  const open = (values: Record<string, string | null>) => {
    server({
      "GET /records/client/c1": () => ({ json: { id: "c1", version: 1, number: 1, rank: "plain" } }),
    });
    const view = show(<RecordView entity={BID} row={row("b1", values)} />);
    view.cache.setQueryData(keys.entities, [BID, CLIENT]);
    return within(screen.getByRole("region", { name: "基本信息" }));
  };

  it("leaves out hidden facts, and gives locked ones no pencil", () => {
    const facts = open({ name: "锁", locked: "x" });
    expect(facts.queryByText("原因")).toBeNull();
    expect(facts.getByText("锁定")).toBeDefined();
    expect(facts.queryByRole("button", { name: "编辑锁定" })).toBeNull();
    expect(facts.getByRole("button", { name: "编辑类型" })).toBeDefined();
  });

  it("reads the record that a condition looks at, and follows it", async () => {
    const facts = open({ name: "a", client: "c1" });
    await waitFor(() => expect(facts.queryByText("礼品")).toBeNull());
  });
});

describe("an edit that makes other fields required", () => {
  const REFUSED = { code: "input-refused", errors: [{ path: "reason", code: "value-required", message: "原因必填" }] };

  it("asks for them and saves all as one", async () => {
    const patches = server({
      "PATCH /records/bid/b1": ({ body }) =>
        "reason" in (body as object)
          ? { json: { id: "b1", version: 2, ...(body as object) } }
          : { status: 400, json: REFUSED },
      "GET /records": () => ({ json: { items: [], next: null } }),
    });
    show(<RecordView entity={BID} row={row("b1", { name: "开", kind: "新签" })} />);
    await userEvent.click(screen.getByRole("heading", { name: "开" }).querySelector("button") as HTMLElement);
    const title = screen.getByRole("textbox", { name: "" });
    await userEvent.clear(title);
    await userEvent.type(title, "丢{Enter}");
    const dialog = within(await screen.findByRole("dialog"));
    await userEvent.type(dialog.getByLabelText(/原因/), "太贵");
    await userEvent.click(dialog.getByText("保存"));
    await waitFor(() =>
      expect(patches.filter((one) => one.method === "PATCH").map((one) => one.body)).toEqual([
        { name: "丢" },
        { name: "丢", reason: "太贵" },
      ]),
    );
  });

  it("is told as before where something else is wrong as well", () => {
    const problem = (errors: InputIssue[]) => new Problem(400, "input-refused", "", "", errors);
    const edit = { row: row("b1", {}), set: { name: "x" } };
    const required = { path: "reason", code: "value-required", message: "" };
    expect(missingFields(problem([required]), BID, edit)).toEqual(["reason"]);
    expect(missingFields(problem([required, { path: "kind", code: "check-failed", message: "" }]), BID, edit)).toEqual(
      [],
    );
    expect(missingFields(problem([{ ...required, path: "name" }]), BID, edit)).toEqual([]);
    expect(missingFields(problem([{ ...required, path: "gone" }]), BID, edit)).toEqual([]);
    expect(missingFields(problem([]), BID, edit)).toEqual([]);
    expect(missingFields(new Error("x"), BID, edit)).toEqual([]);
  });
});

describe("a text with a form", () => {
  const FORMS: EntityInfo = {
    ...CUSTOMER,
    code: "forms",
    fields: [
      { code: "id", type: "text", valueType: "text", label: "身份证", format: "id_number" },
      { code: "car", type: "text", valueType: "text", label: "车牌", pattern: "粤A*****" },
      { code: "tel", type: "phone", valueType: "text", label: "手机", format: "mobile" },
    ],
  };

  it("is told of once one has left it, and kept in its plain form", async () => {
    server({});
    show(<CreateDrawer entity={FORMS} close={() => {}} />);
    const id = screen.getByLabelText<HTMLInputElement>("身份证");
    await userEvent.type(id, "110105194912310021");
    expect(screen.queryByRole("alert")).toBeNull();
    await userEvent.tab();
    expect((await screen.findByRole("alert")).textContent).toContain("身份证号");
    await userEvent.clear(id);
    await userEvent.type(id, "11010519491231002x");
    await userEvent.tab();
    expect(screen.queryByRole("alert")).toBeNull();
    expect(id.value).toBe("11010519491231002X");
  });

  it("goes into its mask at each key", async () => {
    server({});
    show(<CreateDrawer entity={FORMS} close={() => {}} />);
    const car = screen.getByLabelText<HTMLInputElement>("车牌");
    await userEvent.type(car, "b12345");
    expect(car.value).toBe("粤B12345");
    await userEvent.type(car, "{Backspace}{Backspace}");
    expect(car.value).toBe("粤B123");
    await userEvent.tab();
    expect((await screen.findByRole("alert")).textContent).toContain("粤A*****");
  });

  it("takes mobile numbers as people write them", async () => {
    server({});
    show(<CreateDrawer entity={FORMS} close={() => {}} />);
    const tel = screen.getByLabelText<HTMLInputElement>("手机");
    await userEvent.type(tel, "138 1234 5678");
    await userEvent.tab();
    expect(screen.queryByRole("alert")).toBeNull();
    await userEvent.clear(tel);
    await userEvent.type(tel, "0755-88886666");
    await userEvent.tab();
    expect((await screen.findByRole("alert")).textContent).toContain("手机号");
  });
});
