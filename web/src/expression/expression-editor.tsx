import {
  acceptCompletion,
  autocompletion,
  type Completion,
  type CompletionContext,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { type Diagnostic, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, placeholder } from "@codemirror/view";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { type ExpressionError, functionsQuery, namesQuery, type Subject } from "@/api/expressions";
import { labelText, useLanguage } from "@/i18n";
import { functionHelp } from "./function-help";
import { colouring } from "./highlight";
import { type Suggestion, suggest } from "./suggestions";

export type EditorProps = {
  subject: Subject;
  value: string;
  onChange: (text: string) => void;
  errors: ExpressionError[];
  label: string;
  id?: string;
  hint: string;
};

function completion(one: Suggestion, language: "zh" | "en"): Completion {
  const { info } = one;
  return {
    label: one.label,
    detail: one.detail,
    type: one.kind,
    info: info ? () => functionHelp(info, language) : undefined,
    apply: (view, _, from, to) =>
      view.dispatch({
        changes: { from, to, insert: one.insert },
        selection: { anchor: from + one.insert.length - one.back },
        userEvent: "input.complete",
      }),
  };
}

/** The text field itself, with colours and completion; loaded when somebody writes an expression. */
export default function ExpressionEditor({ subject, value, onChange, errors, label, id, hint }: EditorProps) {
  const { language } = useLanguage();
  const cache = useQueryClient();
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const told = useRef(onChange);
  told.current = onChange;
  const { entity, draft } = subject;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text that it begins with; later ones come by the effect below
  useEffect(() => {
    if (place.current === null) return;
    const known = {
      names: (of: string) => cache.fetchQuery(namesQuery({ entity: of, draft })),
      functions: () => cache.fetchQuery(functionsQuery),
      text: (text: Parameters<typeof labelText>[0]) => labelText(text, language),
    };
    const source = async (context: CompletionContext) => {
      const found = await suggest(context.state.sliceDoc(0, context.pos), { entity, draft }, known);
      if (found === null || (found.from === context.pos && !context.explicit && context.pos > 0)) return null;
      return { from: found.from, options: found.suggestions.map((one) => completion(one, language)) };
    };
    const editor = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: value,
        extensions: [
          history(),
          closeBrackets(),
          autocompletion({ override: [source], icons: false }),
          keymap.of([
            { key: "Tab", run: acceptCompletion },
            ...closeBracketsKeymap,
            ...completionKeymap,
            ...historyKeymap,
            ...defaultKeymap,
          ]),
          EditorView.lineWrapping,
          placeholder(hint),
          colouring,
          EditorView.contentAttributes.of({ "aria-label": label, ...(id ? { id } : {}) }),
          EditorView.updateListener.of((update) => update.docChanged && told.current(update.state.doc.toString())),
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, [cache, entity, draft, language, label, id, hint]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null) return;
    const length = editor.state.doc.length;
    const marks = errors.map<Diagnostic>(({ from, to, message }) => ({
      from: Math.min(from, length),
      to: Math.min(Math.max(to, from), length),
      severity: "error",
      message,
    }));
    editor.dispatch(setDiagnostics(editor.state, marks));
  }, [errors]);

  return <div ref={place} />;
}
