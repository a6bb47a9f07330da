import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import dayjs from "dayjs";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { FIELD_TYPES, type FieldInfo, type FieldType } from "@/api/types";
import { choose } from "@/testing/choose";
import { CUSTOMER, row, server, show } from "@/testing/render";
import { durationText, readDay, readDuration } from "./dates";
import { FieldValue } from "./field-value";
import { filesIn } from "./file";
import { InlineEditor } from "./inline-editor";
import { loadInputs } from "./later-input";
import { numericText, readDecimal } from "./numeric";
import { COLUMN_TYPES, isEditable, kindOf, shownAs } from "./registry";
import { titleOf } from "./relation";
import { RichText } from "./rich-text";

const field = (type: FieldType, more: Partial<FieldInfo> = {}): FieldInfo => ({ code: "f", type, label: "F", ...more });

beforeAll(async () => {
  await loadInputs();
});

describe("the registry", () => {
  it.each(FIELD_TYPES)("knows %s", (type) => {
    const computed = type === "formula" || type === "rollup";
    const kind = kindOf(field(type));
    expect(kind.types.length).toBeGreaterThan(0);
    if (!computed) expect(kind.types).toContain(type);
  });

  it("shows a computed field as what it results in, and never lets it be edited", () => {
    expect(shownAs(field("formula", { result: "date" })).type).toBe("date");
    expect(shownAs(field("formula", { valueType: "number" })).type).toBe("number");
    expect(shownAs(field("rollup")).type).toBe("number");
    expect(isEditable(field("formula"))).toBe(false);
  });

  it("shows a type of a newer server as text and leaves it alone", () => {
    const unknown = field("hologram" as FieldType);
    expect(isEditable(unknown)).toBe(false);
    show(<FieldValue field={unknown} value="x" />);
    expect(screen.getByText("x")).toBeDefined();
  });

  it("offers only editable types for columns", () => {
    for (const type of COLUMN_TYPES) expect(isEditable(field(type)), type).toBe(true);
  });
});

describe("reading what is typed or pasted", () => {
  it("a share is typed in percent and kept as the number it stands for", () => {
    expect(readDecimal("12.5", field("percent"))).toBe("0.125");
    expect(readDecimal("12.5%", field("percent"))).toBe("0.125");
    expect(readDecimal("50%", field("number"))).toBe("0.5");
    expect(readDecimal("", field("money"))).toBeNull();
    expect(readDecimal("zwölf", field("money"))).toBeUndefined();
  });

  it.each([
    ["2026-1-5", "2026-01-05"],
    ["2026/01/05", "2026-01-05"],
    ["2026年1月5日", "2026-01-05"],
    ["2026-02-30", undefined],
    ["tomorrow", undefined],
    ["", null],
  ])("the day %j is %j", (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  it("a calendar has Chinese months and days at hand", () => {
    expect(dayjs("2026-11-22").locale("zh-cn").format("MMM dd")).toBe("11月 日");
  });

  it("a duration by the clock", () => {
    expect(readDuration("1:30")).toBe("PT1H30M");
    expect(readDuration("1:75")).toBeUndefined();
    expect(durationText("PT1H5M")).toBe("1:05");
    expect(durationText("?")).toBe("?");
  });

  it("options by label in either language, or by code", () => {
    const stage = field("stage", { options: [{ code: "won", label: { zh: "成交", en: "Won" } }] });
    const { read } = kindOf(stage);
    expect(["成交", "won", " WON "].map((text) => read(text, stage))).toEqual(["won", "won", "won"]);
    expect(read("别的", stage)).toBeUndefined();
    const tags = field("multi_select", {
      options: [
        { code: "a", label: "甲" },
        { code: "b", label: "乙" },
      ],
    });
    expect(kindOf(tags).read("甲、乙", tags)).toEqual(["a", "b"]);
    expect(kindOf(tags).read("甲,丙", tags)).toBeUndefined();
  });
});

describe("showing values", () => {
  it("figures by their kind", () => {
    expect(numericText(field("money", { currency: "USD" }), "-1234.5")).toBe("-$1,234.50");
    expect(numericText(field("percent"), "0.1")).toBe("10%");
    expect(numericText(field("number"), "1234.50")).toBe("1,234.50");
    expect(numericText(field("number"), null)).toBe("");
    expect(numericText(field("percent", { decimals: 1 }), "0.280")).toBe("28.0%");
    expect(numericText(field("number", { unit: "m²" }), "1086.5")).toBe("1,086.5 m²");
  });

  it("only web addresses become links", () => {
    show(
      <>
        <FieldValue field={field("url")} value="example.com/a" />
        <FieldValue field={field("url")} value="javascript:alert(1)" />
      </>,
    );
    expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual(["https://example.com/a"]);
  });

  it("formatted text loses everything that could act", () => {
    const { container } = render(
      <RichText
        html={
          '<p onclick="x()">Hi <b>you</b><script>bad()</script><img src=x onerror=y><a href="javascript:z">l</a></p>'
        }
      />,
    );
    expect(container.querySelector("script, img, [onclick], [href]")).toBeNull();
    expect(container.textContent).toBe("Hi youl");
    expect(container.querySelector("b")?.textContent).toBe("you");
  });

  it("formatted text is edited with its marks, and a button adds one", async () => {
    const change = vi.fn();
    const rich = field("rich_text", { label: "说明" });
    const Input = kindOf(rich).Input;
    if (!Input) throw new Error("no input");
    show(<Input field={rich} value="<p>从<b>选址</b>起</p>" onChange={change} />);
    const area = await screen.findByRole("textbox", { name: "说明" }, { timeout: 20_000 });
    expect(area.querySelector("strong")?.textContent).toBe("选址");
    await userEvent.click(screen.getByRole("button", { name: "项目符号" }));
    expect(change).toHaveBeenLastCalledWith("<ul><li><p>从<strong>选址</strong>起</p></li></ul>");
  });

  it("files by id or by object, with the names the server sends", () => {
    expect(filesIn(["a", "b"], ["x.pdf", "y.pdf"])).toEqual([
      { id: "a", name: "x.pdf" },
      { id: "b", name: "y.pdf" },
    ]);
    expect(filesIn({ id: "a", name: "own.pdf" }, undefined)).toEqual([{ id: "a", name: "own.pdf" }]);
    expect(filesIn(null, undefined)).toEqual([]);
  });

  it("a record is called by its title, else by its number", () => {
    expect(titleOf(row("a", { name: "甲" }), CUSTOMER)).toBe("甲");
    expect(titleOf(row("a", { name: null }), CUSTOMER)).toBe("1");
  });

  it("a record without a title is called by its first field, where that can be read", () => {
    const visit = (...fields: FieldInfo[]) => ({ ...CUSTOMER, titleField: undefined, fields });
    const of = { code: "of", type: "relation", label: "客户", entity: "customer" } as const;
    const labelled = { ...row("a", { of: "c1" }), labels: { of: "恒泰贸易" } };
    expect(titleOf(labelled, visit(of))).toBe("恒泰贸易");
    expect(titleOf(row("a", { at: "2026-11-22" }), visit({ code: "at", type: "date", label: "日期" }))).toBe("1");
    const number = { code: "number", type: "number", label: "编号", system: true } as const;
    expect(titleOf(labelled, { ...visit(of, number), titleField: "number" })).toBe("恒泰贸易");
  });
});

describe("the editor in a cell", () => {
  const text = CUSTOMER.fields[0] ?? field("text");
  const setUp = () => {
    const calls = { commit: vi.fn(), leave: vi.fn(), next: vi.fn() };
    show(<InlineEditor field={text} row={row("a", { name: "旧" })} {...calls} inCell />);
    return { ...calls, input: screen.getByDisplayValue("旧") };
  };

  it("saves on Enter", async () => {
    const { commit, input } = setUp();
    await userEvent.clear(input);
    await userEvent.type(input, "新{Enter}");
    expect(commit).toHaveBeenCalledExactlyOnceWith("新", undefined);
  });

  it("leaves without a change on Escape, and on Enter when nothing changed", async () => {
    const { commit, leave, input } = setUp();
    await userEvent.type(input, "x{Escape}");
    expect(commit).not.toHaveBeenCalled();
    expect(leave).toHaveBeenCalledOnce();
  });

  it("saves and goes on with Tab", () => {
    const { commit, next, input } = setUp();
    fireEvent.change(input, { target: { value: "新" } });
    fireEvent.keyDown(input, { key: "Tab", shiftKey: true });
    expect(commit).toHaveBeenCalledOnce();
    expect(next).toHaveBeenCalledWith(-1);
  });

  it("saves when one clicks elsewhere", () => {
    const { commit, input } = setUp();
    fireEvent.change(input, { target: { value: "新" } });
    fireEvent.pointerDown(document.body);
    expect(commit).toHaveBeenCalledExactlyOnceWith("新", undefined);
  });

  it("keeps all options that are chosen one after the other", async () => {
    const tags = field("multi_select", {
      options: [
        { code: "a", label: "甲" },
        { code: "b", label: "乙" },
      ],
    });
    const commit = vi.fn();
    show(<InlineEditor field={tags} row={row("r", { [tags.code]: [] })} commit={commit} leave={vi.fn()} inCell />);
    const box = screen.getByRole("combobox");
    await choose(box, "甲");
    await choose(box, "乙");
    expect(screen.getByText("甲 · 乙")).toBeDefined();
    fireEvent.pointerDown(document.body);
    expect(commit).toHaveBeenCalledExactlyOnceWith(["a", "b"], undefined);
  });

  it("shows the region by its name while it is edited", () => {
    server({ "GET /regions": () => ({ json: { items: [] } }) });
    const region = field("region");
    const placed = { ...row("r", { [region.code]: "330106" }), labels: { [region.code]: "浙江省杭州市西湖区" } };
    show(<InlineEditor field={region} row={placed} commit={vi.fn()} leave={vi.fn()} />);
    expect(screen.getAllByText("浙江省杭州市西湖区").length).toBeGreaterThan(0);
    expect(screen.queryByText("330106")).toBeNull();
  });

  it("leaves Enter to an input method that is composing", () => {
    const { commit, input } = setUp();
    fireEvent.change(input, { target: { value: "xin" } });
    fireEvent.keyDown(input, { key: "Enter", isComposing: true });
    expect(commit).not.toHaveBeenCalled();
  });
});

it("a related record that is gone says so, and shows no id and no link", () => {
  const gone = field("relation", { entity: "customer" });
  show(<FieldValue field={gone} value="0190b1f2-0000-7000-8000-000000000001" label={undefined} />);
  expect(screen.getByText("已删除")).toBeDefined();
  expect(screen.queryByRole("link")).toBeNull();
});
