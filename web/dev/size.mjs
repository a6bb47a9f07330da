// Fails the build when the scripts of a first page have grown too heavy, or those of a page have become too many: node dev/size.mjs, after vite build.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const LIMIT = 350 * 1024;
/** Each file costs the browser a request and a millisecond or two: see page-files.ts. */
const MOST_FILES = 25;
const DIST = new URL("../dist/", import.meta.url);
/** The pages that somebody may see first; each is loaded beside the program itself. */
const FIRST = ["src/signin/sign-in-page.tsx", "src/home/home-page.tsx"];
/** The pages where people work, which may be heavier. */
const WORK = ["src/list/list-page.tsx", "src/record/record-page.tsx", "src/open-form/open-form-page.tsx"];

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

const scripts = (names) =>
  [...new Set([...names].map((name) => manifest[name].file))].filter((file) => file.endsWith(".js"));
const weight = (files) => files.reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, DIST))).length, 0);

let tooMuch = false;
for (const page of [...FIRST, ...WORK]) {
  if (!manifest[page]) throw new Error(`${page} is no page of its own any more: name the pages in dev/size.mjs`);
  const files = scripts(closure(page, closure(TEXTS, closure(PROGRAM, closure(entry)))));
  const bytes = weight(files);
  const limit = FIRST.includes(page) ? `of ${LIMIT / 1024} KB` : "KB";
  const wrong = files.length > MOST_FILES || (FIRST.includes(page) && bytes > LIMIT);
  tooMuch ||= wrong;
  console.log(
    `${page}: ${(bytes / 1024).toFixed(1)} ${limit} gzipped in ${files.length} of ${MOST_FILES} files${wrong ? ", too much" : ""}`,
  );
}
if (tooMuch) process.exitCode = 1;
