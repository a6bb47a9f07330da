import type { JSONContent } from "@tiptap/core";
import { type Editor, useEditor } from "@tiptap/react";
import { useEffect, useMemo, useRef } from "react";
import type { EntityInfo } from "@/api/types";
import { same } from "@/core/merge";
import { useLanguage } from "@/i18n";
import paper from "@/theme/paper.module.css";
import { extensions } from "./extensions";
import { saying } from "./say";

/** A pause of so many milliseconds in typing ends what is undone as one. */
const PAUSE = 500;

export type Writing = {
  body: JSONContent;
  entity: string;
  entities: EntityInfo[];
  /** Takes what was written; what has the same tag was written without a pause. */
  write: (body: JSONContent, tag: string) => void;
  undo: () => void;
  redo: () => void;
};

/** One name for all that is written without a pause. */
function useBursts(): () => string {
  const last = useRef({ at: 0, number: 0 });
  return () => {
    const at = performance.now();
    last.current = { at, number: last.current.number + (at - last.current.at > PAUSE ? 1 : 0) };
    return `body:${last.current.number}`;
  };
}

/** Puts a body that was not written here into the sheet, an earlier one or somebody else's, the cursor staying near. */
function bringIn(editor: Editor, body: JSONContent): void {
  const { from, to } = editor.state.selection;
  editor.commands.setContent(body, { emitUpdate: false });
  const end = editor.state.doc.content.size;
  editor.commands.setTextSelection({ from: Math.min(from, end), to: Math.min(to, end) });
}

/** The editor of a template's body. Its steps are those of the draft, so that there is one way back. */
export function useWriter(writing: Writing): Editor {
  const { body, entity, entities } = writing;
  const { t, language } = useLanguage();
  const given = useRef(writing);
  given.current = writing;
  const burst = useBursts();
  const parts = useMemo(() => extensions(saying(entities, entity, t, language)), [entities, entity, t, language]);
  const editor = useEditor(
    {
      extensions: parts,
      content: body,
      editorProps: {
        attributes: {
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": t("print.sheet"),
          class: paper.sheet ?? "",
        },
        handleKeyDown: (_, event) => {
          const key = event.key.toLowerCase();
          if (!(event.ctrlKey || event.metaKey) || (key !== "z" && key !== "y")) return false;
          if (key === "y" || event.shiftKey) given.current.redo();
          else given.current.undo();
          return true;
        },
      },
      onUpdate: (update) => given.current.write(update.editor.getJSON(), burst()),
    },
    [parts],
  );
  useEffect(() => {
    if (!same(editor.getJSON(), body)) bringIn(editor, body);
  }, [editor, body]);
  return editor;
}
