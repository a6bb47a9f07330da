import { HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const WORD = /^(?:AND|OR|NOT|IN|TRUE|FALSE)\b/i;
const NAME = /^(?:\{[^{}]*\}|[\p{L}_][\p{L}\p{N}_]*)/u;

/** Colours alone: what a text means, the server says. */
const language = StreamLanguage.define({
  token(stream) {
    if (stream.eatSpace()) return null;
    if (stream.match(/^["\u201c][^"\u201d]*["\u201d]?/)) return "string";
    if (stream.match(/^\d+(?:\.\d+)?%?/)) return "number";
    if (stream.match(WORD)) return "keyword";
    if (stream.match(/^[\p{L}_][\p{L}\p{N}_]*(?=\s*[(\uff08])/u)) return "function";
    if (stream.match(NAME)) return "variableName";
    stream.next();
    return "operator";
  },
  tokenTable: { function: tags.function(tags.variableName) },
});

const colours = HighlightStyle.define([
  { tag: tags.string, color: "var(--good)" },
  { tag: tags.number, color: "var(--warn)" },
  { tag: [tags.keyword, tags.function(tags.variableName)], color: "var(--accent)" },
  { tag: tags.operator, color: "var(--muted)" },
]);

const look = EditorView.theme({
  "&": { backgroundColor: "var(--surface)", color: "var(--text)", fontSize: "14px" },
  "&.cm-focused": { outline: "none" },
  ".cm-content": { fontFamily: "var(--mono)", padding: "6px 8px", minHeight: "56px", caretColor: "var(--text)" },
  ".cm-line": { padding: "0" },
  ".cm-cursor": { borderLeftColor: "var(--text)" },
  ".cm-tooltip": { backgroundColor: "var(--raised)", border: "1px solid var(--line)", color: "var(--text)" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--selected)", color: "var(--text)" },
  ".cm-tooltip.cm-completionInfo": { maxWidth: "320px", padding: "8px" },
  ".cm-completionDetail": { color: "var(--muted)", fontStyle: "normal", marginLeft: "8px" },
  ".cm-placeholder": { color: "var(--faint)" },
});

export const colouring = [language, syntaxHighlighting(colours), look];
