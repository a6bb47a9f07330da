import { act, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { isMask, withMasks } from "@/api/masked";
import type { EntityInfo, FieldInfo, Row } from "@/api/types";
import { changeLanguage } from "@/i18n";
import { filterable } from "@/list/filter/operators";
import { server, show } from "@/testing/render";
import { fits, totalsOf } from "@/views/needs";
import { FieldValue, RowValue } from "./field-value";
import { InlineEditor } from "./inline-editor";
import { isEditable, kindOf } from "./registry";

const GUEST = withMasks({
  code: "guest",
  label: "来宾",
  titleField: "name",
  rights: { create: true, update: true, delete: false, import: false, export: false },
  fields: [
    { code: "name", type: "text", label: "姓名" },
    { code: "phone", type: "phone", label: "手机", masked: true, reveals: true, keeps: true },
    { code: "card", type: "text", label: "身份证", masked: true, reveals: false, readonly: true },
    { code: "mail", type: "email", label: "邮箱", masked: true, reveals: false },
    { code: "stage", type: "stage", label: "阶段", masked: true, options: [{ code: "won", label: "成交" }] },
    { code: "spent", type: "money", label: "消费", masked: true },
  ],
} satisfies EntityInfo);
const field = (code: string) => GUEST.fields.find((one) => one.code === code) as FieldInfo;
const ROW: Row = {
  id: "r1",
  version: 1,
  number: "7",
  values: { name: "张三", phone: "138****1234", card: "1101**********4477", mail: "z***@x.com" },
  labels: {},
};
const EYE = { name: "查看「手机」的完整内容" };

beforeAll(() => changeLanguage("zh", false));
afterEach(() => vi.useRealTimers());

describe("a masked field", () => {
  it("is of no type that anything asks by", () => {
    for (const one of GUEST.fields.filter((each) => each.masked)) {
      expect(filterable([one]), one.code).toEqual([]);
      expect(kindOf(one).sortable || kindOf(one).summable, one.code).toBe(false);
      expect(totalsOf(one), one.code).toEqual([]);
      for (const need of ["group", "board", "numeric", "number", "day", "choice", "image"] as const) {
        expect(fits(one, need), one.code).toBe(false);
      }
      expect(fits(one, "any")).toBe(true);
    }
    expect(filterable([field("name")])).toHaveLength(1);
  });

  it("can be changed where it may be, and pasted masks are not taken for values", () => {
    expect(isEditable(field("phone"))).toBe(true);
    expect(isEditable(field("card"))).toBe(false);
    expect(kindOf(field("phone")).read("138****1234", field("phone"))).toBeUndefined();
    expect(kindOf(field("phone")).read(" 13812341234 ", field("phone"))).toBe("13812341234");
    expect(isMask("张**")).toBe(true);
    expect(isMask(["**"])).toBe(false);
  });
});

describe("what it shows", () => {
  it("is its mask, with no way to more where there is none", () => {
    show(<RowValue field={field("card")} row={ROW} />);
    expect(screen.getByText("1101**********4477")).toBeDefined();
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("is no way to more where no record is known, such as in its history", () => {
    show(<FieldValue field={field("phone")} value="138****1234" />);
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("is the value for half a minute, once somebody asked for it", async () => {
    const sent = server({ "POST /records/guest/r1/reveal": () => ({ json: { id: "r1", phone: "+8613812341234" } }) });
    show(<RowValue field={field("phone")} row={ROW} />);
    vi.useFakeTimers({ shouldAdvanceTime: true });
    fireEvent.click(screen.getByRole("button", EYE));
    const link = await screen.findByRole("link");
    expect(link.getAttribute("href")).toBe("tel:+8613812341234");
    expect(sent.map((one) => one.body)).toEqual([{ field: "phone" }]);
    expect(screen.queryByText("138****1234")).toBeNull();
    await act(async () => {});
    await act(() => vi.advanceTimersByTimeAsync(29_000));
    expect(screen.queryByRole("link")).not.toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    expect(screen.queryByRole("link")).toBeNull();
    expect(screen.getByText("138****1234")).toBeDefined();
  });

  it("is masked again by a second press, without another question", async () => {
    const sent = server({ "POST /records/guest/r1/reveal": () => ({ json: { id: "r1", phone: "+8613812341234" } }) });
    show(<RowValue field={field("phone")} row={ROW} />);
    await userEvent.click(screen.getByRole("button", EYE));
    await userEvent.click(await screen.findByRole("button", { name: "遮住「手机」" }));
    expect(screen.getByText("138****1234")).toBeDefined();
    expect(sent).toHaveLength(1);
  });

  it("stays masked where the server refuses", async () => {
    server({
      "POST /records/guest/r1/reveal": () => ({
        status: 404,
        json: { code: "nothing-to-reveal", detail: "没有可以点开" },
      }),
    });
    show(<RowValue field={field("phone")} row={ROW} />);
    await userEvent.click(screen.getByRole("button", EYE));
    expect(await screen.findByText(/没有可以点开/)).toBeDefined();
    expect(screen.getByText("138****1234")).toBeDefined();
  });
});

describe("typing into it", () => {
  const typing = (code: string) => {
    const committed: unknown[] = [];
    const left = vi.fn();
    show(<InlineEditor field={field(code)} row={ROW} commit={(value) => committed.push(value)} leave={left} />);
    const place = screen.getByRole("group");
    return { committed, left, input: within(place).getByRole("textbox"), place };
  };

  it("begins with nothing and says that something is stored", async () => {
    const { input, place, committed } = typing("phone");
    expect(input).toHaveProperty("value", "");
    expect(place.textContent).toContain("已保存 138****1234，输入新值替换");
    await userEvent.type(input, "13900001111{Enter}");
    expect(committed).toEqual(["13900001111"]);
  });

  it("leaves what is stored where nothing is left of what was typed", async () => {
    const { input, committed, left } = typing("phone");
    await userEvent.type(input, "1{Backspace}{Enter}");
    expect(committed).toEqual([]);
    expect(left).toHaveBeenCalled();
  });

  it("clears it by a button alone where it may be cleared", async () => {
    const { place, committed, input } = typing("mail");
    await userEvent.click(within(place).getByRole("button", { name: "清空" }));
    expect(place.textContent).toContain("保存后清空");
    await userEvent.type(input, "{Enter}");
    expect(committed).toEqual([null]);
    expect(within(place).queryByRole("button", { name: "清空" })).toBeNull();
  });
});
