import { Editor, type JSONContent } from "@tiptap/core";
import { afterEach, describe, expect, it } from "vitest";
import { INKS } from "@/theme/inks";
import { extensions, type Say, tableOf } from "./extensions";
import { fieldNode, paragraph, rowsNode, textNode } from "./model";
import { TABLE_STEPS } from "./table-nodes";

const say: Say = {
  field: ({ path, formula }) => `<${String(path || formula)}>`,
  rows: ({ of }) => ({ title: String(of), columns: ["a", "b"] }),
  condition: (when) => `when ${when}`,
  picture: (path) => path,
  square: (path) => path ?? "link",
  pageBreak: "break",
};

let editor: Editor;
const open = (...content: JSONContent[]) => {
  editor = new Editor({ extensions: extensions(say), content: { type: "doc", content } });
  return editor;
};
afterEach(() => editor.destroy());

/** The parts that the server knows; see PrintReader. */
const KNOWN = new Set(
  (
    "doc paragraph heading bulletList orderedList listItem table tableRow tableCell tableHeader horizontalRule pageBreak " +
    "hardBreak image picture qr field rows condition text bold italic underline strike look"
  ).split(" "),
);

describe("the editor of print templates", () => {
  it("has the parts that the server knows and no others", () => {
    const { nodes, marks } = open().schema;
    expect(new Set([...Object.keys(nodes), ...Object.keys(marks)])).toEqual(KNOWN);
  });

  it("keeps a document as it was", () => {
    const document = [
      { type: "heading", attrs: { level: 1, align: "center" }, content: [fieldNode("parent.name", "capitals")] },
      {
        type: "paragraph",
        attrs: { align: "left" },
        content: [
          { type: "text", text: "red", marks: [{ type: "look", attrs: { size: 12, color: INKS[2] } }] },
          { type: "field", attrs: { path: "", formula: "worth * 2", format: "usual" } },
        ],
      },
      rowsNode("quote_customer", [{ path: "what", total: true }]),
      {
        type: "condition",
        attrs: { when: "worth > 1" },
        content: [{ ...paragraph(textNode("x")), attrs: { align: "left" } }],
      },
      { type: "qr", attrs: { path: null, width: 25, align: "right" } },
      { type: "pageBreak" },
    ];
    expect(open(...document).getJSON().content).toEqual(document);
  });

  it("shows fields by their names and conditions by what they ask", () => {
    const dom = open(paragraph(fieldNode("name")), {
      type: "condition",
      attrs: { when: "worth > 1" },
      content: [paragraph()],
    }).view.dom;
    expect(dom.querySelector('[data-part="field"]')?.textContent).toBe("<name>");
    expect(dom.querySelector('[data-part="condition"]')?.getAttribute("data-caption")).toBe("when worth > 1");
  });

  it("aligns the paragraph that the cursor is in", () => {
    open(paragraph(textNode("a")), paragraph(textNode("b")));
    editor.commands.setTextSelection(1);
    editor.commands.align("right");
    expect(editor.getJSON().content?.map((one) => one.attrs?.align)).toEqual(["right", "left"]);
  });

  it("adds rows and columns to a table and takes them away", () => {
    open(tableOf(2, 2), paragraph());
    editor.commands.setTextSelection(3);
    const size = () => {
      const rows = (editor.getJSON() as JSONContent).content?.[0]?.content ?? [];
      return [rows.length, rows[0]?.content?.length];
    };
    const step = (name: string) => TABLE_STEPS[name]?.(editor.state, editor.view.dispatch);
    expect(size()).toEqual([2, 2]);
    step("rowAfter");
    step("columnAfter");
    expect(size()).toEqual([3, 3]);
    step("deleteRow");
    step("deleteColumn");
    expect(size()).toEqual([2, 2]);
  });
});
