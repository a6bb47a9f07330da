import type { DefinitionInfo } from "@/api/definitions";
import type { InputIssue } from "@/api/problem";

/**
 * How something that is built is kept: one or more definitions of an app that are worked on as one. `Copy` is what the
 * server has of them with their versions, `State` what the screen works on.
 */
export type Ways<State, Copy> = {
  /** The server's copy among the definitions of an app; null where it is not there or is to go. */
  copyOf: (items: DefinitionInfo[], code: string) => Copy | null;
  /** Who changed it last; undefined where it is as it was published. */
  lastBy: (items: DefinitionInfo[], code: string) => string | undefined;
  isNewer: (one: Copy, than: Copy) => boolean;
  open: (copy: Copy) => State;
  /** Whether the server has what the state says. */
  holds: (copy: Copy, state: State) => boolean;
  /** Whether two copies say the same. */
  says: (copy: Copy, other: Copy) => boolean;
  /** Saves what differs, telling `keep` of each step. Issues are null where there was nothing to save. */
  put: (copy: Copy, state: State, keep: (copy: Copy) => void) => Promise<InputIssue[] | null>;
  /** What I made of `base` together with what somebody else made of it. */
  merge: (base: State, mine: State, theirs: State) => State;
  /** How many things both changed differently; mine stands. */
  clashes: (base: State, mine: State, theirs: State) => number;
};
