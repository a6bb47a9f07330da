import type { PasswordRules } from "@/api/security";

/** What is asked of a new password, and whether it holds already; null where only the server can tell. */
export type Hint = { of: "length" | "name" | "common" | "history"; n?: number; met: boolean | null };

const folded = (text: string) => text.trim().normalize("NFKC").toLowerCase();
const HAN = /\p{Script=Han}/u;

/** Whether a name is long enough that it is not in a password by chance. */
const telling = (name: string) => name.length >= (HAN.test(name) ? 2 : 4);

/** Whether a password holds a name as the server judges it: of an address of mail, the part before its sign. */
export function holdsName(password: string, names: readonly string[]): boolean {
  return names
    .map((name) => folded(name).replace(/@.*$/, ""))
    .some((name) => telling(name) && folded(password).includes(name));
}

export function hintsFor(password: string, rules: PasswordRules, names: readonly string[]): Hint[] {
  const hints: Hint[] = [
    { of: "length", n: rules.shortest, met: password.length >= rules.shortest },
    { of: "name", met: password !== "" && !holdsName(password, names) },
    { of: "common", met: null },
  ];
  return rules.history > 0 ? [...hints, { of: "history", n: rules.history, met: null }] : hints;
}
