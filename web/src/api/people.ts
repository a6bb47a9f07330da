import { queryOptions } from "@tanstack/react-query";
import { call, segment, withQuery } from "./client";
import { keys } from "./keys";
import type { Label } from "./types";

export type Member = {
  id: string;
  name: string;
  jobTitle: string | null;
  /** Null for somebody who cannot sign in. */
  account: string | null;
  /** Named for this member alone; null follows the tree. */
  supervisor: string | null;
  /** Whom the member reports to, named or by the tree. */
  reportsTo: string | null;
  department: string | null;
  departments: string[];
  admin: boolean;
  active: boolean;
  leavingSince: string | null;
  version: number;
};
export type Department = {
  id: string;
  name: string;
  parent: string | null;
  path: string[];
  head: string | null;
  position: number;
  version: number;
};
export type Group = { id: string; name: string; members: string[]; version: number };
export type SeenSession = { id: string; createdAt: string; seenAt: string; address: string; agent: string };
export type MemberAccess = {
  account: string | null;
  sessions: SeenSession[];
  invitedUntil: string | null;
  secondFactor: boolean;
};
export type Invitation = {
  id: string;
  label: string | null;
  member: string | null;
  account: string | null;
  departments: string[];
  roles: string[];
  most: number | null;
  used: number;
  createdBy: string;
  createdAt: string;
  expiresAt: string;
};
export type MadeInvitation = { invitation: Invitation; token: string };
export type Fate = "PASSES" | "MAY_PASS" | "ENDS" | "STAYS" | "BY_HAND";
export type Place = { kind: "RECORD" | "DEFINITION"; of: string; id: string };
export type Example = { label: string; where: Place | null };
export type Held = { code: string; label: Label; fate: Fate; count: number; examples: Example[] };
export type Part = {
  code: string;
  label: Label;
  fate: Fate;
  successor: string | null;
  total: number;
  moved: number;
  refused: number;
  finished: boolean;
  problems: { label: string; where: Place | null; why: string }[];
};
export type HandOver = {
  id: string;
  kind: "MEMBER" | "DEPARTMENT";
  subject: string;
  name: string;
  state: "PASSING" | "SWEEPING" | "DONE" | "FAILED";
  ends: boolean;
  message: string | null;
  createdAt: string;
  finishedAt: string | null;
  parts: Part[];
};
export type SheetLine = {
  row: number;
  name: string;
  account: string | null;
  departments: string[];
  jobTitle: string | null;
  supervisor: string | null;
  roles: string[];
  problems: { path: string; message: string }[];
};
export type SheetPreview = { rows: SheetLine[]; newDepartments: string[] };
export type AddedMember = { row: number; member: string; name: string; account: string | null; token: string };

type Page<T> = { items: T[]; next: string | null };
const PAGE = 1000;
const whole = async <T>(path: string, signal: AbortSignal) => (await call<Page<T>>("GET", path, { signal })).items;

async function allMembers(signal: AbortSignal): Promise<Member[]> {
  const all: Member[] = [];
  let after: string | null = null;
  do {
    const page: Page<Member> = await call<Page<Member>>("GET", withQuery("/members", { limit: PAGE, after }), {
      signal,
    });
    all.push(...page.items);
    after = page.next;
  } while (after !== null);
  return all;
}

export const peopleQuery = queryOptions({ queryKey: keys.people, queryFn: ({ signal }) => allMembers(signal) });

export const departmentListQuery = queryOptions({
  queryKey: keys.departmentList,
  queryFn: ({ signal }) => whole<Department>("/departments", signal),
});

export const groupsQuery = queryOptions({
  queryKey: keys.memberGroups,
  queryFn: ({ signal }) => whole<Group>("/groups", signal),
});

export const invitationsQuery = queryOptions({
  queryKey: keys.invitations,
  queryFn: ({ signal }) => whole<Invitation>("/invitations", signal),
});

export const accessQuery = (member: string) =>
  queryOptions({
    queryKey: keys.memberAccess(member),
    queryFn: ({ signal }) => call<MemberAccess>("GET", `/members/${segment(member)}/access`, { signal }),
  });

export const rolesOfQuery = (member: string) =>
  queryOptions({
    queryKey: keys.memberRoles(member),
    queryFn: async ({ signal }) =>
      (await call<{ roles: string[] }>("GET", `/members/${segment(member)}/roles`, { signal })).roles,
  });

export const holdingsQuery = (member: string) =>
  queryOptions({
    queryKey: keys.holdings(member),
    queryFn: ({ signal }) => whole<Held>(`/members/${segment(member)}/holdings`, signal),
    staleTime: 0,
  });

const POLL = 700;

/** The hand-overs of a member, asked for again while one is under way. */
export const handOversQuery = (member: string) =>
  queryOptions({
    queryKey: keys.handOvers(member),
    queryFn: ({ signal }) => whole<HandOver>(`/members/${segment(member)}/hand-overs`, signal),
    refetchInterval: (query) => (query.state.data?.[0]?.finishedAt === null ? POLL : false),
  });

export const handOverQuery = (id: string) =>
  queryOptions({
    queryKey: keys.handOver(id),
    queryFn: ({ signal }) => call<HandOver>("GET", `/hand-overs/${segment(id)}`, { signal }),
    refetchInterval: (query) => (query.state.data?.finishedAt ? false : POLL),
  });

export type MemberChange = Partial<
  Pick<Member, "name" | "jobTitle" | "supervisor" | "department" | "departments" | "admin" | "active">
> & { leaving?: boolean };

export function changeMember(member: Member, change: MemberChange): Promise<Member> {
  return call<Member>("PATCH", `/members/${segment(member.id)}`, {
    body: change,
    headers: { "If-Match": `"${member.version}"` },
  });
}

export type NewMember = {
  name: string;
  account?: string;
  password?: string;
  jobTitle?: string | null;
  department?: string | null;
};

export function makeMember(wanted: NewMember): Promise<Member> {
  return call<Member>("POST", "/members", { body: wanted });
}

export function setRoles(member: string, roles: string[]): Promise<unknown> {
  return call("PUT", `/members/${segment(member)}/roles`, { body: { roles } });
}

export function endSessionsOf(member: string): Promise<void> {
  return call("DELETE", `/members/${segment(member)}/sessions`);
}

export function resetPassword(member: string, password: string): Promise<void> {
  return call("POST", `/members/${segment(member)}/password`, { body: { password } });
}

export function inviteMember(member: string, account: string | null): Promise<MadeInvitation> {
  return call<MadeInvitation>("POST", `/members/${segment(member)}/invitation`, { body: { account } });
}

export type NewInvitation = {
  label?: string;
  departments: string[];
  roles: string[];
  most: number | null;
  days: number;
};

export function invite(wanted: NewInvitation): Promise<MadeInvitation> {
  return call<MadeInvitation>("POST", "/invitations", { body: wanted });
}

export function withdraw(invitation: string): Promise<void> {
  return call("DELETE", `/invitations/${segment(invitation)}`);
}

export function makeDepartment(wanted: { name: string; parent: string | null; head?: string | null }) {
  return call<Department>("POST", "/departments", { body: wanted });
}

export function changeDepartment(
  department: Department,
  change: Partial<Pick<Department, "name" | "parent" | "head" | "position">>,
): Promise<Department> {
  return call<Department>("PATCH", `/departments/${segment(department.id)}`, {
    body: change,
    headers: { "If-Match": `"${department.version}"` },
  });
}

export function deleteDepartment(department: string): Promise<void> {
  return call("DELETE", `/departments/${segment(department)}`);
}

export function mergeDepartment(department: string, into: string): Promise<HandOver> {
  return call<HandOver>("POST", `/departments/${segment(department)}/merge`, { body: { into } });
}

export function makeGroup(name: string, members: string[]): Promise<Group> {
  return call<Group>("POST", "/groups", { body: { name, members } });
}

export function changeGroup(group: Group, change: { name?: string; members?: string[] }): Promise<Group> {
  return call<Group>("PATCH", `/groups/${segment(group.id)}`, {
    body: change,
    headers: { "If-Match": `"${group.version}"` },
  });
}

export function deleteGroup(group: string): Promise<void> {
  return call("DELETE", `/groups/${segment(group)}`);
}

export type Successors = {
  successor: string | null;
  successors: Record<string, string | null>;
  ends: boolean;
};

export function handOver(member: string, to: Successors): Promise<HandOver> {
  return call<HandOver>("POST", `/members/${segment(member)}/hand-overs`, { body: to });
}

function formOf(file: File): FormData {
  const body = new FormData();
  body.append("file", file, file.name);
  return body;
}

export function previewPeople(file: File): Promise<SheetPreview> {
  return call<SheetPreview>("POST", "/members/file/preview", { body: formOf(file) });
}

export async function addPeople(file: File, makeDepartments: boolean): Promise<AddedMember[]> {
  const path = withQuery("/members/file", { makeDepartments: String(makeDepartments) });
  return (await call<{ members: AddedMember[] }>("POST", path, { body: formOf(file) })).members;
}
