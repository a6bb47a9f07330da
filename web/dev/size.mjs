// Fails the build when the scripts of a first page have grown too heavy: node dev/size.mjs, after vite build.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const LIMIT = 350 * 1024;
const DIST = new URL("../dist/", import.meta.url);
/** The pages that somebody may see first; each is loaded beside the program itself. */
const FIRST = ["src/signin/sign-in-page.tsx", "src/home/home-page.tsx"];

/** The program, which the first small file asks for. */
const PROGRAM = "src/app/start.tsx";

/** The heavier of the two languages. */
const TEXTS = "src/i18n/en/index.ts";

const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", DIST), "utf8"));
const entry = Object.keys(manifest).find((name) => manifest[name].isEntry);

/** A chunk with all that it imports before it can run. */
function closure(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const next of manifest[name].imports ?? []) closure(next, found);
  return found;
}

function weight(names) {
  const files = new Set([...names].map((name) => manifest[name].file).filter((file) => file.endsWith(".js")));
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, DIST))).length, 0);
}

let heavy = false;
for (const page of FIRST) {
  if (!manifest[page]) throw new Error(`${page} is no page of its own any more: name the first pages in dev/size.mjs`);
  const bytes = weight(closure(page, closure(TEXTS, closure(PROGRAM, closure(entry)))));
  heavy ||= bytes > LIMIT;
  console.log(
    `${page}: ${(bytes / 1024).toFixed(1)} of ${LIMIT / 1024} KB gzipped${bytes > LIMIT ? ", too heavy" : ""}`,
  );
}
if (heavy) process.exitCode = 1;
