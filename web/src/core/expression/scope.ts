import { Decimal } from "./decimal";
import { isMoment } from "./moments";
import { Day, Duration, Instant, isList, kindOf, normal, Reference, type Single, type Value } from "./values";

/** One record as the evaluator sees it. */
export interface Row {
  /** The value at a path of codes, one or more, through relations; null when blank. Make values by `fromJson`. */
  value(path: readonly string[]): Value;
  /** The records that belong to this one; codes are joined by dots when they are reached through relations. */
  children(code: string): readonly Row[];
}

/** What is known of members and departments, by their ids. */
export interface Directory {
  /** The main department of a member; null for none. */
  departmentOf(member: string): string | null;
  /** Whom a member reports to; null for none. */
  supervisorOf(member: string): string | null;
  /** A department and all below it; empty for an unknown one. */
  andBelow(department: string): readonly string[];
}

/** What an expression knows beside its record. */
export interface Environment {
  readonly now: Instant;
  /** The workspace's time zone, in which dates live, such as "Asia/Shanghai". */
  readonly zone: string;
  readonly language: "zh" | "en";
  /** The id of the member who asks; null when nobody does. */
  readonly caller: string | null;
  readonly directory: Directory;
}

export type Scope = { readonly row: Row; readonly environment: Environment };

/** A part of an expression, made ready to run. */
export type Run = (scope: Scope) => Value;

/** A function of the language: from its arguments to what runs the call. */
export type Build = (args: readonly Run[]) => Run;

/** The functions of one family by their canonical names. */
export type Family = Readonly<Record<string, Build>>;

/** The arguments of one call. Asking for a type that the checker did not allow fails. */
export class Arguments {
  constructor(
    private readonly values: readonly Value[],
    readonly environment: Environment,
  ) {}

  get count(): number {
    return this.values.length;
  }

  get zone(): string {
    return this.environment.zone;
  }

  has(index: number): boolean {
    return index < this.values.length;
  }

  /** Null when it is blank or was left out. */
  get(index: number): Value {
    return this.values[index] ?? null;
  }

  text(index: number): string {
    const value = this.get(index);
    return typeof value === "string" ? value : this.refuse(index, "text");
  }

  number(index: number): Decimal {
    const value = this.get(index);
    return value instanceof Decimal ? value : this.refuse(index, "number");
  }

  date(index: number): number {
    const value = this.get(index);
    return value instanceof Day ? value.number : this.refuse(index, "date");
  }

  instant(index: number): Instant {
    const value = this.get(index);
    return value instanceof Instant ? value : this.refuse(index, "datetime");
  }

  moment(index: number): Day | Instant {
    const value = this.get(index);
    return isMoment(value) ? value : this.refuse(index, "date or datetime");
  }

  duration(index: number): Duration {
    const value = this.get(index);
    return value instanceof Duration ? value : this.refuse(index, "duration");
  }

  reference(index: number): Reference {
    const value = this.get(index);
    return value instanceof Reference ? value : this.refuse(index, "member or department");
  }

  /** An empty one for blank. */
  list(index: number): readonly Single[] {
    const value = this.get(index);
    return value === null ? [] : isList(value) ? value : this.refuse(index, "list");
  }

  /** The whole part of a number, pressed into a range. */
  whole(index: number, least: number, most: number): number {
    const whole = this.number(index).whole();
    return whole <= BigInt(least) ? least : whole >= BigInt(most) ? most : Number(whole);
  }

  /** The same for an argument that may be left out. */
  wholeOr(otherwise: number, index: number, least: number, most: number): number {
    return this.has(index) ? this.whole(index, least, most) : otherwise;
  }

  /** The items of one list, or the arguments themselves, blanks left out. */
  collected(): readonly Single[] {
    const first = this.get(0);
    if (this.count === 1 && isList(first)) return first;
    return this.values.filter((value) => value !== null && !isList(value)) as Single[];
  }

  private refuse(index: number, wanted: string): never {
    throw new TypeError(`argument ${index + 1} is ${kindOf(this.get(index))}, not ${wanted}`);
  }
}

/** A function that is blank when an argument is. */
export function strict(run: (a: Arguments) => Value): Build {
  return (args) => (scope) => {
    const values: Value[] = [];
    for (const arg of args) {
      const value = arg(scope);
      if (value === null) return null;
      values.push(value);
    }
    return normal(run(new Arguments(values, scope.environment)));
  };
}

/** A function that looks at blank arguments itself. */
export function lenient(run: (a: Arguments) => Value): Build {
  return (args) => (scope) => {
    const values = args.map((arg) => arg(scope));
    return normal(run(new Arguments(values, scope.environment)));
  };
}
