import { at } from "./logic-functions";
import { compare } from "./operators";
import { type Arguments, type Environment, type Family, lenient, type Run, strict } from "./scope";
import { compareTexts } from "./texts";
import { Reference, type Value } from "./values";

function reference(kind: Reference["kind"], id: string | null): Reference | null {
  return id === null ? null : new Reference(kind, id.toLowerCase());
}

function departmentOf(member: string | null, environment: Environment): Reference | null {
  return member === null ? null : reference("department", environment.directory.departmentOf(member));
}

const me: Run = ({ environment }) => reference("member", environment.caller);

const myDepartment: Run = ({ environment }) => departmentOf(environment.caller, environment);

const myDepartments: Run = ({ environment }) => {
  const mine = departmentOf(environment.caller, environment);
  const all = mine === null ? [] : [...environment.directory.andBelow(mine.id)].sort(compareTexts);
  return all.length === 0 ? null : all.map((id) => new Reference("department", id.toLowerCase()));
};

function inDepartment(a: Arguments): Value {
  if (a.get(0) === null || a.get(1) === null) return false;
  const who = a.reference(0);
  const department = who.kind === "member" ? departmentOf(who.id, a.environment) : who;
  return department !== null && a.environment.directory.andBelow(a.reference(1).id).includes(department.id);
}

/** Who asks, and how members and departments belong together. */
export const MEMBER: Family = {
  ME: () => me,
  ISME: (args) => compare("=", at(args, 0), me),
  MYDEPARTMENT: () => myDepartment,
  MYDEPARTMENTS: () => myDepartments,
  DEPARTMENTOF: strict((a) => departmentOf(a.reference(0).id, a.environment)),
  SUPERVISOR: strict((a) => reference("member", a.environment.directory.supervisorOf(a.reference(0).id))),
  INDEPARTMENT: lenient(inDepartment),
};
