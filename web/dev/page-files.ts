import { join } from "node:path";
import { build, type InlineConfig, type Rolldown } from "vite";

/**
 * Where somebody is in the program, and the modules that are loaded there at once. Left to itself the bundler makes a file for
 * each set of pages that share something: some 140 for a board, of which each costs the browser a request and a millisecond or two.
 */
const PLACES = {
  start: ["app/start.tsx"],
  home: ["home/home-page.tsx"],
  cards: ["home/figure-card.tsx", "home/mentions-card.tsx", "home/news-card.tsx", "plan/plan-list.tsx"],
  begin: ["begin/begin.tsx"],
  lists: ["list/list-page.tsx"],
  record: ["record/record-page.tsx"],
  door: ["signin/sign-in-page.tsx", "signin/join-page.tsx"],
  form: ["open-form/open-form-page.tsx"],
} as const;

type Place = keyof typeof PLACES;
const SOURCES = join(import.meta.dirname, "../src");

/**
 * The file that each module belongs to, by the places that need it: modules of the same places share one, so that no place
 * loads what it has no use for. Null for a module that none of them needs, which the bundler puts where it likes. Builds once,
 * without writing, to see what is left of each import; `config` is not to be used for another build.
 */
export async function pageFiles(config: InlineConfig): Promise<(module: string) => string | null> {
  const output = await build({
    ...config,
    configFile: false,
    logLevel: "silent",
    build: { ...config.build, write: false },
  });
  const chunks = chunksOf(output as Rolldown.RolldownOutput);
  const needed = new Map<string, Set<Place>>();
  for (const place of Object.keys(PLACES) as Place[]) {
    for (const module of PLACES[place].flatMap((root) => modulesFrom(join(SOURCES, root), chunks))) {
      needed.set(module, (needed.get(module) ?? new Set()).add(place));
    }
  }
  return (module) => fileOf(needed.get(module) ?? new Set());
}

/** Everybody has what the start needs. */
function fileOf(places: ReadonlySet<Place>): string | null {
  if (places.has("start")) return "start";
  return places.size > 0 ? [...places].join("-") : null;
}

type Chunks = ReadonlyMap<string, Rolldown.OutputChunk>;

function chunksOf({ output }: Rolldown.RolldownOutput): Chunks {
  return new Map(output.filter((file) => file.type === "chunk").map((chunk) => [chunk.fileName, chunk]));
}

/** All modules that must have been loaded before `root` can run. */
function modulesFrom(root: string, chunks: Chunks): string[] {
  const first = [...chunks.values()].find((chunk) => chunk.facadeModuleId === root || chunk.moduleIds.includes(root));
  if (!first) throw new Error(`${root} is not there any more: name what is loaded at once in dev/page-files.ts`);
  const found = new Set<Rolldown.OutputChunk>();
  const next = [first];
  for (let chunk = next.pop(); chunk; chunk = next.pop()) {
    if (found.has(chunk)) continue;
    found.add(chunk);
    next.push(...chunk.imports.map((name) => chunks.get(name)).filter((imported) => imported !== undefined));
  }
  return [...found].flatMap((chunk) => chunk.moduleIds);
}
