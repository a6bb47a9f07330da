import type { Me } from "@/api/types";
import { useMe } from "./signed-in";

/** What somebody may build. */
export type Building = {
  /** Whether anything, so that builders are offered. */
  any: boolean;
  /** Whether what belongs to that app; to none is for those who build every app. */
  app: (code: string | null | undefined) => boolean;
  /** Whether roles, new apps, packages and deletions for good as well. */
  all: boolean;
};

export function buildingOf({ admin, builds }: Pick<Me, "admin" | "builds">): Building {
  const every = admin || builds === "all";
  return {
    any: every || builds.length > 0,
    app: (code) => every || (code != null && builds.includes(code)),
    all: admin,
  };
}

export const useBuilding = (): Building => buildingOf(useMe());
