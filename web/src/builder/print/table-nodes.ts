import { Extension, Node } from "@tiptap/core";
import type { Command, EditorState } from "@tiptap/pm/state";
import {
  addColumnAfter,
  addRowAfter,
  CellSelection,
  columnResizing,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  mergeCells,
  splitCell,
  tableEditing,
  toggleHeaderCell,
} from "@tiptap/pm/tables";

/** Tables of the editor over ProseMirror's own: TipTap's package pins another version of its core than the one in use. */
const spans = {
  colspan: { default: 1, parseHTML: (dom: HTMLElement) => Number(dom.getAttribute("colspan") ?? 1) },
  rowspan: { default: 1, parseHTML: (dom: HTMLElement) => Number(dom.getAttribute("rowspan") ?? 1) },
  colwidth: {
    default: null,
    parseHTML: () => null,
    renderHTML: ({ colwidth }: Record<string, unknown>) =>
      Array.isArray(colwidth) ? { "data-colwidth": colwidth.join(",") } : {},
  },
};

const cellNode = (name: "tableCell" | "tableHeader", tag: "td" | "th", role: string) =>
  Node.create({
    name,
    content: "block+",
    isolating: true,
    addAttributes: () => spans,
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    extendNodeSchema: (extension) => (extension.name === name ? { tableRole: role } : {}),
  });

export const TableCell = cellNode("tableCell", "td", "cell");
export const TableHeader = cellNode("tableHeader", "th", "header_cell");

export const TableRow = Node.create({
  name: "tableRow",
  content: "(tableCell | tableHeader)*",
  parseHTML: () => [{ tag: "tr" }],
  renderHTML: () => ["tr", 0],
  extendNodeSchema: (extension) => (extension.name === "tableRow" ? { tableRole: "row" } : {}),
});

export const Table = Node.create({
  name: "table",
  group: "block",
  content: "tableRow+",
  isolating: true,
  addAttributes: () => ({
    lines: {
      default: true,
      parseHTML: () => true,
      renderHTML: ({ lines }) => (lines === false ? { class: "bare" } : {}),
    },
  }),
  parseHTML: () => [{ tag: "table" }],
  renderHTML: ({ HTMLAttributes }) => ["table", HTMLAttributes, ["tbody", 0]],
  extendNodeSchema: (extension) => (extension.name === "table" ? { tableRole: "table" } : {}),
});

export const TableKeys = Extension.create({
  name: "tableKeys",
  addProseMirrorPlugins: () => [columnResizing({ cellMinWidth: 30 }), tableEditing()],
  addKeyboardShortcuts() {
    const step = (by: 1 | -1) => () => goToNextCell(by)(this.editor.state, this.editor.view.dispatch);
    return { Tab: step(1), "Shift-Tab": step(-1) };
  },
});

/** What can be done with the table that the cursor is in. */
export const TABLE_STEPS: Record<string, Command> = {
  rowAfter: addRowAfter,
  columnAfter: addColumnAfter,
  deleteRow,
  deleteColumn,
  mergeCells,
  splitCell,
  headerCell: toggleHeaderCell,
  deleteTable,
};

export const severalCells = (state: EditorState): boolean => state.selection instanceof CellSelection;
