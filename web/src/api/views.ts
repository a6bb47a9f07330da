import { queryOptions } from "@tanstack/react-query";
import type { Where } from "@/core/where";
import { call } from "./client";
import { keys } from "./keys";
import { Problem } from "./problem";
import type { ViewInfo } from "./types";

const LONG = 10 * 60_000;

/** All views that this person can use, of every entity: menus and lists ask for the same ones. */
export const viewsQuery = queryOptions({
  queryKey: keys.views,
  queryFn: async ({ signal }) => (await call<{ items: ViewInfo[] }>("GET", "/views", { signal })).items,
  staleTime: LONG,
});

type Checked = { tree?: Where; errors?: { code: string; message: string }[] };

/**
 * A condition that is written in the language, as a tree that can stand beside other conditions. The tree is the
 * server's own and only sent back, so it may hold more than a filter can build.
 */
export const conditionQuery = (entity: string, text: string) =>
  queryOptions({
    queryKey: keys.condition(entity, text),
    queryFn: async ({ signal }) => {
      const { tree, errors = [] } = await call<Checked>("POST", "/expressions/check", {
        body: { entity, text },
        signal,
      });
      if (tree) return tree;
      const issues = errors.map(({ code, message }) => ({ path: "where", code, message }));
      throw new Problem(422, "view-condition", "", "", issues);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
