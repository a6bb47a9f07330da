import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { keys } from "@/api/keys";
import { Problem } from "@/api/problem";
import { cachedRow, showRow } from "@/api/row-cache";
import type { Row } from "@/api/types";
import { paths } from "@/app/paths";
import { CUSTOMER, row, server, show } from "@/testing/render";
import { CreateDrawer } from "./create-drawer";
import { issuesByField } from "./issues";
import { RecordView } from "./record-view";
import { RelatedList } from "./related";
import { StagePath } from "./stage-path";
import { collides, type Edit, useSave } from "./use-save";
import { pointingHere } from "./usual-page";

const OLD = row("a", { name: "旧", spent: "1" }, 1);

const edit: Edit = { row: OLD, set: { name: "我的" } };

/** A button that saves `edit`, and the versions a server holds. */
function Saver({ done }: { done: (ok: boolean) => void }) {
  const { save, dialog } = useSave(CUSTOMER);
  return (
    <>
      <button type="button" onClick={() => void save(edit).then(done)}>
        save
      </button>
      {dialog}
    </>
  );
}

const setUp = (theirs: Record<string, string>, version: number) => {
  const patches = vi.fn();
  server({
    "PATCH /records/customer/a": (sent) => {
      patches(sent.headers.get("If-Match"), sent.body);
      if (sent.headers.get("If-Match") !== String(version)) return { status: 409, json: { code: "version-conflict" } };
      return { json: { id: "a", version: version + 1, ...theirs, ...(sent.body as object) } };
    },
    "GET /records/customer/a": () => ({ json: { id: "a", version, number: 1, ...theirs } }),
  });
  const done = vi.fn();
  const { cache } = show(<Saver done={done} />);
  cache.setQueryData(keys.record("customer", "a"), OLD);
  const shown = () => cache.getQueryData<Row>(keys.record("customer", "a"));
  return { patches, done, shown };
};

describe("two people editing one record", () => {
  it("collide only on the same field with another value", () => {
    expect(collides(edit, row("a", { name: "旧", spent: "9" }, 2))).toBe(false);
    expect(collides(edit, row("a", { name: "我的" }, 2))).toBe(false);
    expect(collides(edit, row("a", { name: "他的" }, 2))).toBe(true);
  });

  it("shows the new value before the server has answered", async () => {
    const { shown, done } = setUp({ name: "旧", spent: "1" }, 1);
    fireEvent.click(screen.getByText("save"));
    expect(shown()?.values.name).toBe("我的");
    await waitFor(() => expect(done).toHaveBeenCalledWith(true));
    expect(shown()).toMatchObject({ version: 2, values: { name: "我的", spent: "1" } });
  });

  it("joins changes of different fields without a word", async () => {
    const { patches, shown, done } = setUp({ name: "旧", spent: "9" }, 4);
    fireEvent.click(screen.getByText("save"));
    await waitFor(() => expect(done).toHaveBeenCalledWith(true));
    expect(patches.mock.calls.map((call) => call[0])).toEqual(["1", "4"]);
    expect(shown()?.values).toMatchObject({ name: "我的", spent: "9" });
  });

  it("asks about the same field, shows both versions, and can keep mine", async () => {
    const { patches, shown } = setUp({ name: "他的", spent: "1" }, 4);
    fireEvent.click(screen.getByText("save"));
    expect(await screen.findByText("他的")).toBeDefined();
    expect(screen.getByText("我的")).toBeDefined();
    fireEvent.click(screen.getByText("用我的值"));
    await waitFor(() => expect(patches).toHaveBeenLastCalledWith("4", { name: "我的" }));
    await waitFor(() => expect(shown()?.version).toBe(5));
  });

  it("or keep theirs, which is what stands on the screen then", async () => {
    const { patches, shown } = setUp({ name: "他的", spent: "1" }, 4);
    fireEvent.click(screen.getByText("save"));
    fireEvent.click(await screen.findByText("保留现在的值"));
    expect(shown()?.values.name).toBe("他的");
    expect(patches).toHaveBeenCalledOnce();
  });

  it("a refused edit puts the old value back and says why", async () => {
    server({
      "PATCH /records/customer/a": () => ({ status: 422, json: { code: "input-refused", detail: "名称太长" } }),
    });
    const done = vi.fn();
    const { cache } = show(<Saver done={done} />);
    cache.setQueryData(keys.record("customer", "a"), OLD);
    fireEvent.click(screen.getByText("save"));
    await waitFor(() => expect(done).toHaveBeenCalledWith(false));
    expect(cache.getQueryData<Row>(keys.record("customer", "a"))?.values.name).toBe("旧");
    expect(await screen.findByText("名称太长")).toBeDefined();
  });
});

describe("a record that is handed over", () => {
  it("leaves the lists and the page, and says so", async () => {
    server({
      "PATCH /records/customer/a": () => ({ status: 204 }),
      "GET /records/customer/a/history": () => ({ json: { items: [], next: null } }),
    });
    const { cache, router } = show(<RecordView entity={CUSTOMER} row={OLD} />, "/e/customer/a");
    const list = keys.list("customer", 1);
    cache.setQueryData(list, { pages: [{ items: [OLD], next: null }], pageParams: [null] });
    await userEvent.click(screen.getByText("成交"));
    expect(await screen.findByText("已保存。这条记录不再归你查看，已从列表中移走。")).toBeDefined();
    await waitFor(() => expect(router.state.location.pathname).toBe(paths.list("customer")));
    expect(cachedRow(cache, "customer", "a")).toBeUndefined();
  });
});

describe("related records of the same form", () => {
  const PART_OF = { code: "part_of", label: "上级", type: "relation", entity: "customer" } as const;
  const GROUPED = { ...CUSTOMER, fields: [...CUSTOMER.fields, PART_OF] };

  it("are shown as they are after a save of one that stands among them", async () => {
    server({
      "GET /records/customer?": () => ({ json: { items: [{ id: "b", version: 1, name: "二店" }], next: null } }),
      "GET /records/customer/a/history": () => ({ json: { items: [], next: null } }),
    });
    const list = { entity: GROUPED, field: PART_OF, target: OLD, heading: "分店", named: true };
    const { cache } = show(<RelatedList {...list} columns={[]} sort={[]} where={null} rows={undefined} />);
    expect(await screen.findByText("二店")).toBeDefined();
    showRow(cache, "customer", row("b", { name: "一店" }, 2));
    expect(await screen.findByText("一店")).toBeDefined();
    expect(cachedRow(cache, "customer", "b")?.version).toBe(2);
  });
});

describe("a new record", () => {
  it("leaves it to the server what is missing, since only the server knows defaults", async () => {
    const answer = {
      code: "input-refused",
      detail: "",
      errors: [{ path: "name", code: "required", message: "必填，不能为空" }],
    };
    const sent = server({ "POST /records/customer": () => ({ status: 400, json: answer }) });
    show(<CreateDrawer entity={CUSTOMER} close={() => {}} />);
    await userEvent.click(screen.getByText("保存"));
    expect((await screen.findAllByText("必填，不能为空")).length).toBeGreaterThan(0);
    expect(sent[0]?.body).toEqual({});
  });

  it("shows the server's refusal at its field", async () => {
    const answer = {
      code: "input-refused",
      detail: "有 1 处需要修改",
      errors: [{ path: "spent", code: "x", message: "不能为负" }],
    };
    server({ "POST /records/customer": () => ({ status: 422, json: answer }) });
    show(<CreateDrawer entity={CUSTOMER} close={() => {}} />);
    await userEvent.type(screen.getByLabelText(/客户名称/), "甲");
    await userEvent.click(screen.getByText("保存"));
    const issue = await screen.findByText("不能为负");
    expect(issue.closest("div")?.textContent).toContain("累计消费");
  });

  it("carries an idempotency key, so that a repeated send makes no second one", async () => {
    const sent = server({ "POST /records/customer": () => ({ status: 201, json: { id: "n", version: 1 } }) });
    const close = vi.fn();
    show(<CreateDrawer entity={CUSTOMER} close={close} given={{ stage: "new" }} stay />);
    await userEvent.type(screen.getByLabelText(/客户名称/), "甲");
    await userEvent.click(screen.getByText("保存"));
    await waitFor(() => expect(close).toHaveBeenCalled());
    expect(sent[0]?.body).toEqual({ stage: "new", name: "甲" });
    expect(sent[0]?.headers.get("Idempotency-Key")).toMatch(/^[0-9a-f]{32}$/);
  });
});

it("finds the field of an issue in paths of every form", () => {
  const problem = new Problem(422, "x", "", "", [
    { path: "items[0].phone", code: "", message: "1" },
    { path: "/name", code: "", message: "2" },
    { path: "else", code: "", message: "3" },
  ]);
  expect([...issuesByField(problem, ["name", "phone"])]).toEqual([
    ["phone", "1"],
    ["name", "2"],
  ]);
  expect(issuesByField(new Error("x"), ["name"]).size).toBe(0);
});

it("finds the lists that belong to a record", () => {
  const contact = {
    ...CUSTOMER,
    code: "contact",
    fields: [{ code: "of", type: "relation" as const, label: "", entity: "customer" }],
  };
  expect(pointingHere([CUSTOMER, contact], "customer").map((one) => one.field.code)).toEqual(["of"]);
});

describe("the stage path", () => {
  const stage = CUSTOMER.fields[1] ?? { code: "", type: "stage" as const, label: "" };

  it("moves by a click, and says where it stands", async () => {
    const change = vi.fn();
    show(<StagePath field={stage} value="new" editable change={change} />);
    expect(screen.getByText("新线索").closest("button")?.getAttribute("aria-current")).toBe("step");
    await userEvent.click(screen.getByText("成交"));
    expect(change).toHaveBeenCalledWith("won");
  });

  it("stays where it is for those who may not change it", () => {
    show(<StagePath field={stage} value="new" editable={false} change={() => {}} />);
    expect(screen.getAllByRole("button").every((button) => button.hasAttribute("disabled"))).toBe(true);
  });
});
