import type { NamedRef } from "@/api/types";

const TOKEN = /@\{([0-9a-f-]{36})\}/g;

export type Piece = { text: string } | { member: NamedRef };

/** A comment's text with the people it speaks to; somebody who is not known any more stays unnamed. */
export function pieces(text: string, people: readonly NamedRef[]): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const token of text.matchAll(TOKEN)) {
    if (token.index > from) found.push({ text: text.slice(from, token.index) });
    const member = people.find((one) => one.id === token[1]);
    found.push(member ? { member } : { text: "@?" });
    from = token.index + token[0].length;
  }
  if (from < text.length) found.push({ text: text.slice(from) });
  return found;
}

/** The name by which each member is typed: two of one name are told apart by a number. */
export function typedNames<P extends NamedRef>(people: readonly P[]): Map<string, P> {
  const names = new Map<string, P>();
  for (const one of people) {
    const plain = one.name.replaceAll(/\s+/g, "");
    let name = plain;
    for (let n = 2; names.has(name); n++) name = `${plain}${n}`;
    names.set(name, one);
  }
  return names;
}

/** A typed text as it is sent: `@name` of a member becomes `@{id}`, the longest name first. */
export function toSent(typed: string, names: ReadonlyMap<string, NamedRef>): string {
  const longest = [...names.keys()].sort((a, b) => b.length - a.length);
  return typed.replaceAll(/@(\S+)/g, (whole, after: string) => {
    const name = longest.find((one) => after.startsWith(one));
    return name === undefined ? whole : `@{${names.get(name)?.id}}${after.slice(name.length)}`;
  });
}

/** A sent text as it is edited. */
export function toTyped(sent: string, names: ReadonlyMap<string, NamedRef>): string {
  const byId = new Map([...names].map(([name, member]) => [member.id, name]));
  return sent.replaceAll(TOKEN, (whole, id: string) => {
    const name = byId.get(id);
    return name === undefined ? whole : `@${name}`;
  });
}
