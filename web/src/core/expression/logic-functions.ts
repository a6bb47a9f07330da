import { all, compare } from "./operators";
import { type Build, type Family, lenient, type Run, type Scope } from "./scope";
import { TEXT } from "./text-functions";
import { same } from "./values";

const BLANK: Run = () => null;

/** An argument that may be left out is blank. */
export function at(args: readonly Run[], index: number): Run {
  return args[index] ?? BLANK;
}

const holds = (run: Run, scope: Scope) => run(scope) === true;

const choose: Build = (args) => (scope) => (holds(at(args, 0), scope) ? at(args, 1)(scope) : at(args, 2)(scope));

const ifs: Build = (args) => (scope) => {
  let i = 0;
  for (; i + 1 < args.length; i += 2) {
    if (holds(at(args, i), scope)) return at(args, i + 1)(scope);
  }
  return at(args, i)(scope);
};

const switchOver: Build = (args) => (scope) => {
  const value = at(args, 0)(scope);
  let i = 1;
  for (; i + 1 < args.length; i += 2) {
    if (same(value, at(args, i)(scope))) return at(args, i + 1)(scope);
  }
  return at(args, i)(scope);
};

const coalesce: Build = (args) => (scope) => {
  for (const arg of args) {
    const value = arg(scope);
    if (value !== null) return value;
  }
  return null;
};

export const between: Build = (args) =>
  all([compare(">=", at(args, 0), at(args, 1)), compare("<=", at(args, 0), at(args, 2))]);

const isNumeric: Build = (args) => {
  const value = TEXT.VALUE?.(args) ?? BLANK;
  return (scope) => value(scope) !== null;
};

/** Choices and tests; only what is chosen is evaluated. A blank condition counts as false. */
export const LOGIC: Family = {
  IF: choose,
  IFS: ifs,
  SWITCH: switchOver,
  BETWEEN: between,
  XOR: (args) => (scope) => args.filter((arg) => holds(arg, scope)).length % 2 === 1,
  ISBLANK: (args) => (scope) => at(args, 0)(scope) === null,
  IFBLANK: coalesce,
  COALESCE: coalesce,
  NULLIF: lenient((a) => (same(a.get(0), a.get(1)) ? null : a.get(0))),
  ISNUMERIC: isNumeric,
};
