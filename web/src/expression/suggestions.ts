import type { ExpressionName, FunctionInfo, Subject } from "@/api/expressions";
import type { Label } from "@/api/types";
import { quoted, writing } from "./completion";

export type Suggestion = {
  label: string;
  detail: string;
  insert: string;
  /** How far from the end of what is inserted the cursor stands afterwards. */
  back: number;
  kind: "field" | "function" | "option";
  info?: FunctionInfo;
};

export type Suggested = { from: number; suggestions: Suggestion[] };

type Known = {
  /** The names of an entity; those of the subject itself are asked for by its own code. */
  names: (entity: string) => Promise<ExpressionName[]>;
  functions: () => Promise<FunctionInfo[]>;
  text: (label: Label) => string;
};

/** The names that may follow `path`; none where it leads nowhere. */
async function follow(subject: Subject, path: string[], { names, text }: Known): Promise<ExpressionName[]> {
  let at = await names(subject.entity);
  for (const step of path) {
    const to = at.find((name) => name.code === step || text(name.label) === step)?.to;
    if (to === undefined) return [];
    at = await names(to);
  }
  return at;
}

/** Names by their label, as people write them, unless two share it. */
function fields(found: ExpressionName[], text: Known["text"]): Suggestion[] {
  const labels = found.map((name) => text(name.label));
  return found.map((name, at) => {
    const label = labels[at] ?? name.code;
    const only = labels.filter((other) => other === label).length === 1;
    return { label, detail: name.code, insert: quoted(only ? label : name.code), back: 0, kind: "field" };
  });
}

function calls(functions: FunctionInfo[], text: Known["text"]): Suggestion[] {
  return functions.map((info) => {
    const takes = info.signatures.some((signature) => signature.parameters.length > 0);
    return {
      label: info.name,
      detail: text(info.title),
      insert: `${info.name}()`,
      back: takes ? 1 : 0,
      kind: "function",
      info,
    };
  });
}

/** What may stand at the end of `before`, the text in front of the cursor; null where nothing can be suggested. */
export async function suggest(before: string, subject: Subject, known: Known): Promise<Suggested | null> {
  const now = writing(before);
  switch (now.kind) {
    case "nothing":
      return null;
    case "name": {
      const found = fields(await follow(subject, now.path, known), known.text);
      const functions = now.path.length === 0 ? calls(await known.functions(), known.text) : [];
      return { from: now.from, suggestions: [...found, ...functions] };
    }
    case "option": {
      const last = now.path.at(-1);
      const names = await follow(subject, now.path.slice(0, -1), known);
      const field = names.find((name) => name.code === last || known.text(name.label) === last);
      const options = field?.options ?? [];
      return {
        from: now.from,
        suggestions: options.map(({ code, label }) => ({
          label: known.text(label),
          detail: code,
          insert: code,
          back: 0,
          kind: "option",
        })),
      };
    }
  }
}
