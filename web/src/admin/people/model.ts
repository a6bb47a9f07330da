import type { Department, Group, Held, Member, Part } from "@/api/people";
import { plainName } from "@/core/match";

export type DepartmentNode = { department: Department; children: DepartmentNode[] };

/** The departments as a tree, in the order they came in. */
export function treeOf(all: readonly Department[]): DepartmentNode[] {
  const nodes = new Map(all.map((department) => [department.id, { department, children: [] as DepartmentNode[] }]));
  const roots: DepartmentNode[] = [];
  for (const node of nodes.values()) {
    const above = node.department.parent === null ? undefined : nodes.get(node.department.parent);
    (above ? above.children : roots).push(node);
  }
  return roots;
}

/** The names from the top down to a department, such as 销售部/华东; blank where it is not there. */
export function pathName(all: readonly Department[], id: string | null): string {
  const found = all.find((one) => one.id === id);
  const name = (step: string) => all.find((one) => one.id === step)?.name ?? "";
  return found ? found.path.map(name).join(" / ") : "";
}

/** Whether a department may be moved below another one, or to the top: not below itself, and not to where it is. */
export function mayMove(all: readonly Department[], moved: string, to: string | null): boolean {
  const target = all.find((one) => one.id === to);
  const self = all.find((one) => one.id === moved);
  return self !== undefined && self.parent !== to && !(target?.path.includes(moved) ?? false);
}

/** How many active members belong to each department or to one below it, each person counted once. */
export function headCounts(all: readonly Department[], members: readonly Member[]): Map<string, number> {
  const paths = new Map(all.map((one) => [one.id, one.path]));
  const counts = new Map<string, number>();
  for (const member of members) {
    if (!member.active) continue;
    const above = new Set(member.departments.flatMap((id) => paths.get(id) ?? []));
    for (const id of above) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

export type MemberFilter = { search: string; department: string | null; state: "active" | "inactive" | "all" };

export const ALL_ACTIVE: MemberFilter = { search: "", department: null, state: "active" };

/** The members that fit a filter; a department means all below it too. */
export function fitting(members: readonly Member[], all: readonly Department[], filter: MemberFilter): Member[] {
  const wanted = plainName(filter.search);
  const below = new Set(
    all.filter((one) => filter.department !== null && one.path.includes(filter.department)).map((one) => one.id),
  );
  return members.filter(
    (member) =>
      (filter.state === "all" || member.active === (filter.state === "active")) &&
      (filter.department === null || member.departments.some((id) => below.has(id))) &&
      (wanted === "" || plainName(`${member.name} ${member.jobTitle ?? ""}`).includes(wanted)),
  );
}

/** Who may take over from somebody. */
export function successorsOf(members: readonly Member[], leaver: string): Member[] {
  return members.filter((one) => one.active && one.leavingSince === null && one.id !== leaver);
}

/** What stands between the items of a list. */
export const listed = (language: "zh" | "en"): string => (language === "zh" ? "\u3001" : ", ");

const FATES = ["PASSES", "MAY_PASS", "BY_HAND", "ENDS", "STAYS"] as const;

/** Holdings by what becomes of them, in the order they are shown. */
export function byFate(held: readonly Held[]): { fate: Held["fate"]; held: Held[] }[] {
  return FATES.map((fate) => ({ fate, held: held.filter((one) => one.fate === fate) })).filter(
    (group) => group.held.length > 0,
  );
}

export type Choice = { successor: string | null; each: Record<string, string | null> };

/** To whom a holding passes; null where it stays. */
export function successorFor(held: Pick<Held, "code">, choice: Choice): string | null {
  const own = choice.each[held.code];
  return own === undefined ? choice.successor : own;
}

/** How many things pass, and whether everything that has to pass has somebody to pass to. */
export function plan(held: readonly Held[], choice: Choice): { passing: number; ready: boolean } {
  let passing = 0;
  let ready = true;
  for (const one of held) {
    if (one.fate !== "PASSES" && one.fate !== "MAY_PASS") continue;
    if (successorFor(one, choice) !== null) passing += one.count;
    else if (one.fate === "PASSES") ready = false;
  }
  return { passing, ready };
}

/** What a hand-over has come to so far. */
export function totals(parts: readonly Part[]): { moved: number; refused: number } {
  return {
    moved: parts.reduce((sum, part) => sum + part.moved, 0),
    refused: parts.reduce((sum, part) => sum + part.refused, 0),
  };
}

const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** A password to be told once: four groups of four, without what looks alike. */
export function oneTimePassword(random: (into: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  const letters: string[] = [];
  const most = 256 - (256 % LETTERS.length);
  while (letters.length < 16) {
    // Bytes beyond the last whole round of letters would make some letters likelier than others.
    for (const byte of random(new Uint8Array(32))) {
      if (byte < most && letters.length < 16) letters.push(LETTERS[byte % LETTERS.length] ?? "");
    }
  }
  return letters.join("").replace(/(.{4})(?=.)/g, "$1-");
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Lines of a table for spreadsheets; a text that would be a formula is one no more. */
export function csv(lines: readonly (readonly string[])[]): string {
  const safe = (text: string) => quoted(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  return `\ufeff${lines.map((line) => line.map(safe).join(",")).join("\r\n")}\r\n`;
}

/** The groups of a member, by name. */
export function groupsOf(groups: readonly Group[], member: string): Group[] {
  return groups.filter((group) => group.members.includes(member));
}
