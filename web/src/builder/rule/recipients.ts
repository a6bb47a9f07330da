export const RELATED = ["owner", "supervisor", "creator", "actor", "followers"] as const;
export type Related = (typeof RELATED)[number];

/** Somebody whom an action turns to, as it is written; a head without an id is that of the record's department. */
export type Recipient =
  | { who: Related }
  | { who: "field"; field: string }
  | { who: "member" | "group"; id: string }
  | { who: "department"; id: string; below?: boolean }
  | { who: "head"; id?: string }
  | { who: "role"; role: string };

const NAMED = ["field", "member", "group", "department", "below", "head", "role"] as const;
type Named = (typeof NAMED)[number];

/** As one text, for a list of choices. */
export function keyOf(one: Recipient): string {
  switch (one.who) {
    case "field":
      return `field:${one.field}`;
    case "role":
      return `role:${one.role}`;
    case "department":
      return `${one.below ? "below" : "department"}:${one.id}`;
    case "member":
    case "group":
      return `${one.who}:${one.id}`;
    case "head":
      return `head:${one.id ?? ""}`;
    default:
      return one.who;
  }
}

const OF: Record<Named, (code: string) => Recipient> = {
  field: (field) => ({ who: "field", field }),
  member: (id) => ({ who: "member", id }),
  group: (id) => ({ who: "group", id }),
  department: (id) => ({ who: "department", id }),
  below: (id) => ({ who: "department", id, below: true }),
  head: (id) => (id === "" ? { who: "head" } : { who: "head", id }),
  role: (role) => ({ who: "role", role }),
};

/** Null for a text that is none. */
export function recipientOf(key: string): Recipient | null {
  const related = RELATED.find((one) => one === key);
  if (related) return { who: related };
  const at = key.indexOf(":");
  const named = NAMED.find((one) => one === key.slice(0, at));
  return named ? OF[named](key.slice(at + 1)) : null;
}

const isRecipient = (one: unknown): one is Recipient => {
  const who = typeof one === "object" && one !== null ? (one as { who?: unknown }).who : undefined;
  return RELATED.some((each) => each === who) || NAMED.some((each) => each === who);
};

/** What is written as one, or as several, as several; what a newer server knows is left alone by leaving it out. */
export function recipientsOf(value: unknown): Recipient[] {
  return (Array.isArray(value) ? value : [value]).filter(isRecipient);
}
