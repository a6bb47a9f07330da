import type { ButtonInfo, UrlPart } from "@/api/buttons";
import type { EntityInfo, Row } from "@/api/types";
import { type Environment, evaluate, holds, type Tree, toJson } from "@/core/expression";
import { isBlank, type Value } from "@/core/value";
import { type Known, logicRow } from "@/record/logic-row";

/** What of the record and of what surrounds it expressions are judged by. */
export type Scene = { entity: EntityInfo; row: Row; environment: Environment; known: Known };

const over = ({ entity, row, environment, known }: Scene) => logicRow(entity, row.values, environment, known);

/** Undefined where it takes what is not known here yet, or never. */
function judged<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

const holdsHere = (tree: Tree, scene: Scene): boolean | undefined =>
  judged(() => holds(tree, over(scene), scene.environment));

/**
 * Whether a button is there for the record. What nobody can judge here counts as true, as the server judges it again; a
 * button that opens or calls what is blank would do nothing.
 */
export function isShown(button: ButtonInfo, scene: Scene): boolean {
  const { relation, field } = button.action;
  const needed = relation ?? field;
  if (needed !== undefined && isBlank(scene.row.values[needed])) return false;
  return button.shown === undefined || holdsHere(button.shown, scene) !== false;
}

const DIALLED = /^(?:tel|mailto):/i;

/** Numbers and mail addresses keep the signs that they are read by. */
function encoded(value: string, dialled: boolean): string {
  const safe = encodeURIComponent(value).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return dialled ? safe.replace(/%2B/gi, "+").replace(/%40/g, "@") : safe;
}

/** What an address may begin with; the server has checked it, and a browser that asks again costs nothing. */
const SAFE = /^(?:https?:\/\/|weixin:\/\/|tel:|mailto:|\/(?![/\\]))/i;

/** The address with the values of the record in it; null while something that it needs is not known. */
export function addressOf(parts: UrlPart[], scene: Scene): string | null {
  const dialled = DIALLED.test(parts[0]?.text ?? "");
  const texts = parts.map((part) => {
    const { tree } = part;
    if (tree === undefined) return part.text ?? "";
    const value = judged(() => toJson(evaluate(tree, over(scene), scene.environment)));
    return value === undefined ? null : encoded(textOf(value as Value), dialled);
  });
  const address = texts.join("");
  return texts.includes(null) || !SAFE.test(address) ? null : address;
}

function textOf(value: Value): string {
  return value === null ? "" : String(value);
}
