import { Extension, type JSONContent, Mark, mergeAttributes, Node } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { Table, TableCell, TableHeader, TableKeys, TableRow } from "./table-nodes";

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    printing: {
      /** Aligns the paragraphs that are selected. */
      align: (side: string) => ReturnType;
    };
  }
}

/** What the editor's parts say of themselves, in the language of the person and with the names of fields. */
export type Say = {
  field: (attrs: Record<string, unknown>) => string;
  rows: (attrs: Record<string, unknown>) => { title: string; columns: string[] };
  condition: (when: string) => string;
  picture: (path: string) => string;
  square: (path: string | null) => string;
  pageBreak: string;
};

const Align = Extension.create({
  name: "align",
  addGlobalAttributes: () => [
    {
      types: ["paragraph", "heading"],
      attributes: {
        align: {
          default: "left",
          parseHTML: (dom) => dom.style.textAlign || "left",
          renderHTML: ({ align }) => (align === "left" ? {} : { style: `text-align: ${align}` }),
        },
      },
    },
  ],
  addCommands: () => ({
    align:
      (side) =>
      ({ commands }) =>
        ["paragraph", "heading"].map((type) => commands.updateAttributes(type, { align: side })).some(Boolean),
  }),
});

/** Size and colour of characters. */
const Look = Mark.create({
  name: "look",
  addAttributes: () => ({
    size: {
      default: null,
      parseHTML: () => null,
      renderHTML: ({ size }) => (size === null ? {} : { style: `font-size: ${size}pt` }),
    },
    color: {
      default: null,
      parseHTML: () => null,
      renderHTML: ({ color }) => (color === null ? {} : { style: `color: ${color}` }),
    },
  }),
  parseHTML: () => [{ tag: "span[data-look]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", mergeAttributes(HTMLAttributes, { "data-look": "" }), 0],
});

const plain = (names: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(names).map(([name, value]) => [
      name,
      {
        default: value,
        parseHTML: (dom: HTMLElement) => {
          const kept = dom.getAttribute(`data-${name}`);
          return kept === null ? value : JSON.parse(kept);
        },
        renderHTML: (attrs: Record<string, unknown>) => ({ [`data-${name}`]: JSON.stringify(attrs[name]) }),
      },
    ]),
  );

/** A part that is chosen as a whole and shows a text about itself. */
const atom = (
  name: string,
  inline: boolean,
  attrs: Record<string, unknown>,
  draw: (dom: HTMLElement, attrs: Record<string, unknown>) => void,
) =>
  Node.create({
    name,
    group: inline ? "inline" : "block",
    inline,
    atom: true,
    selectable: true,
    draggable: true,
    addAttributes: () => plain(attrs),
    parseHTML: () => [{ tag: `${inline ? "span" : "div"}[data-part="${name}"]` }],
    renderHTML: ({ HTMLAttributes }) => [
      inline ? "span" : "div",
      mergeAttributes(HTMLAttributes, { "data-part": name }),
    ],
    addNodeView:
      () =>
      ({ node }) => {
        const dom = document.createElement(inline ? "span" : "div");
        dom.dataset.part = name;
        draw(dom, node.attrs);
        return { dom };
      },
  });

const PLACED = { width: 30, align: "left" };

function box(dom: HTMLElement, text: string, { width, align }: Record<string, unknown>): void {
  dom.style.textAlign = String(align);
  const inner = document.createElement("span");
  inner.className = "placeholder";
  inner.style.width = `${width}mm`;
  inner.textContent = text;
  dom.append(inner);
}

function drawRows(dom: HTMLElement, attrs: Record<string, unknown>, say: Say): void {
  const { title, columns } = say.rows(attrs);
  const caption = document.createElement("span");
  caption.className = "caption";
  caption.textContent = title;
  const table = document.createElement("table");
  for (const tag of ["th", "td"]) {
    const row = table.insertRow();
    for (const column of columns) {
      const cell = document.createElement(tag);
      cell.textContent = tag === "th" ? column : "…";
      row.append(cell);
    }
  }
  dom.append(caption, table);
}

const condition = (say: Say) =>
  Node.create({
    name: "condition",
    group: "block",
    content: "block+",
    defining: true,
    addAttributes: () => plain({ when: "" }),
    parseHTML: () => [{ tag: 'div[data-part="condition"]' }],
    renderHTML: ({ HTMLAttributes }) => [
      "div",
      mergeAttributes(HTMLAttributes, {
        "data-part": "condition",
        "data-caption": say.condition(JSON.parse(HTMLAttributes["data-when"] ?? '""')),
      }),
      0,
    ],
  });

/** All that a template can be made of. The server knows the same parts and refuses all others. */
export const extensions = (say: Say) => [
  StarterKit.configure({
    heading: { levels: [1, 2, 3, 4] },
    link: false,
    code: false,
    codeBlock: false,
    blockquote: false,
    trailingNode: false,
    // Steps back and forth are those of the draft, which paper and footers are part of.
    undoRedo: false,
  }),
  Align,
  Look,
  Table,
  TableRow,
  TableCell,
  TableHeader,
  TableKeys,
  atom("field", true, { path: "", formula: "", format: "usual" }, (dom, attrs) => {
    dom.textContent = say.field(attrs);
  }),
  atom("pageBreak", false, {}, (dom) => {
    dom.textContent = say.pageBreak;
  }),
  atom("image", false, { data: "", ...PLACED }, (dom, attrs) => {
    dom.style.textAlign = String(attrs.align);
    const image = document.createElement("img");
    image.src = String(attrs.data);
    image.alt = "";
    image.style.width = `${attrs.width}mm`;
    dom.append(image);
  }),
  atom("picture", false, { path: "", ...PLACED }, (dom, attrs) => box(dom, say.picture(String(attrs.path)), attrs)),
  atom("qr", false, { path: null, ...PLACED }, (dom, attrs) =>
    box(dom, say.square(attrs.path === null ? null : String(attrs.path)), attrs),
  ),
  atom("rows", false, { of: "", columns: [], sort: null }, (dom, attrs) => drawRows(dom, attrs, say)),
  condition(say),
];

export const tableOf = (rows: number, columns: number): JSONContent => ({
  type: "table",
  content: Array.from({ length: rows }, (_, row) => ({
    type: "tableRow",
    content: Array.from({ length: columns }, () => ({
      type: row === 0 ? "tableHeader" : "tableCell",
      content: [{ type: "paragraph" }],
    })),
  })),
});
