import { type DefinitionInfo, deleteDefinition, putDefinition } from "@/api/definitions";
import type { InputIssue } from "@/api/problem";
import { same } from "@/core/merge";
import type { Ways } from "../draft/ways";
import { type ButtonDoc, type Buttons, clashesOf, mergeButtons, sorted, tidy } from "./model";

/** What the server has of the buttons of an entity: their documents, and the version of each, also of those to be deleted. */
export type ButtonsCopy = { buttons: Buttons; versions: Readonly<Record<string, number>> };

const isButtonOf = (entity: string) => (one: DefinitionInfo) =>
  one.kind === "button" && one.definition?.entity === entity;

function copyOf(items: DefinitionInfo[], entity: string): ButtonsCopy | null {
  const all = items.filter(isButtonOf(entity));
  return {
    buttons: sorted(all.filter((one) => one.state !== "deleted").map((one) => one.definition as ButtonDoc)),
    versions: Object.fromEntries(all.map((one) => [one.code, one.version])),
  };
}

function lastBy(items: DefinitionInfo[], entity: string): string | undefined {
  const drafts = items.filter(isButtonOf(entity));
  return drafts.sort((a, b) => (b.changedAt ?? "").localeCompare(a.changedAt ?? ""))[0]?.changedBy;
}

const documents = (buttons: Buttons) => Object.fromEntries(buttons.map((one) => [one.code, tidy(one)]));

async function put(copy: ButtonsCopy, state: Buttons, keep: (copy: ButtonsCopy) => void): Promise<InputIssue[] | null> {
  let now = copy;
  let issues: InputIssue[] | null = null;
  const step = (buttons: Buttons, code: string, version: number) => {
    now = { buttons: sorted(buttons), versions: { ...now.versions, [code]: version } };
    keep(now);
  };
  const [were, are] = [documents(copy.buttons), documents(state)];
  for (const [code, document] of Object.entries(are)) {
    if (same(document, were[code])) continue;
    const saved = await putDefinition(document, now.versions[code] ?? 0);
    step([...now.buttons.filter((one) => one.code !== code), document], code, saved.version);
    const found = (saved.issues ?? []).map((one) => ({ ...one, path: `button/${code}.${one.path}` }));
    issues = [...(issues ?? []), ...found];
  }
  for (const code of Object.keys(were)) {
    if (code in are) continue;
    const gone = await deleteDefinition("button", code);
    step(
      now.buttons.filter((one) => one.code !== code),
      code,
      gone?.version ?? 0,
    );
    issues = issues ?? [];
  }
  return issues;
}

/** How the buttons of an entity are kept: each is a definition, all of them are one piece of work. */
export const BUTTON_WAYS: Ways<Buttons, ButtonsCopy> = {
  copyOf,
  lastBy,
  isNewer: (one, than) => Object.entries(one.versions).some(([code, version]) => version > (than.versions[code] ?? 0)),
  open: (copy) => copy.buttons,
  holds: (copy, state) => same(documents(copy.buttons), documents(state)),
  says: (copy, other) => same(documents(copy.buttons), documents(other.buttons)),
  put,
  merge: mergeButtons,
  clashes: clashesOf,
};
