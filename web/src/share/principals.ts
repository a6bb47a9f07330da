import type { PrincipalKind } from "@/api/shares";
import type { NamedRef, TreeNode } from "@/api/types";

/** With whom something can be shared; `below` for a department with those below it. */
export type Principal = { kind: PrincipalKind | "role"; id: string; below: boolean };
export type Choice = { value: string; label: string; principal: Principal };
export type Choices = { kind: Principal["kind"]; options: Choice[] }[];

/** A principal as one text, the same for the same. */
export const keyOf = ({ kind, id, below }: Principal): string => `${kind}:${id}${below ? ":below" : ""}`;

type Say = { department: (name: string) => string; tree: (name: string) => string };
export type Known = {
  members: readonly NamedRef[];
  groups: readonly NamedRef[];
  departments: readonly TreeNode[];
  roles: readonly NamedRef[];
};

function choice(principal: Principal, label: string): Choice {
  return { value: keyOf(principal), label, principal };
}

function ofDepartments(nodes: readonly TreeNode[], say: Say): Choice[] {
  return nodes.flatMap(({ code, name, children = [] }) => {
    const own = { kind: "department", id: code, below: false } as const;
    return [
      ...(children.length > 0 ? [choice({ ...own, below: true }, say.tree(name))] : []),
      choice(own, children.length > 0 ? say.department(name) : name),
      ...ofDepartments(children, say),
    ];
  });
}

/** All that can be chosen, by kind and in the order they are known; kinds of which there is none are left out. */
export function choicesOf(known: Known, say: Say): Choices {
  const named = (kind: "member" | "group" | "role", all: readonly NamedRef[]) => ({
    kind,
    options: all.map(({ id, name }) => choice({ kind, id, below: false }, name)),
  });
  return [
    named("role", known.roles),
    named("group", known.groups),
    { kind: "department" as const, options: ofDepartments(known.departments, say) },
    named("member", known.members),
  ].filter(({ options }) => options.length > 0);
}

/** What a principal is called; null for one that is not there (any more). */
export function nameOf(choices: Choices, principal: Principal): string | null {
  const found = choices
    .flatMap(({ options }) => options)
    .find(
      ({ principal: one }) => one.kind === principal.kind && one.id === principal.id && one.below === principal.below,
    );
  return found?.label ?? null;
}
