import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const ROOT = fileURLToPath(new URL("../node_modules/pdfjs-dist/", import.meta.url));
const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
const PLACE = `assets/pdf-${version}/`;
const TYPES: Record<string, string> = { js: "text/javascript" };

/** What pdf.js asks for when a document needs it: the tables of Chinese encodings, and fonts that documents leave out. */
const WANTED = ["cmaps", "standard_fonts"]
  .flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`))
  .concat("wasm/openjpeg_nowasm_fallback.js");

/** Hands out the data of pdf.js beside the program, so that no other server is asked. */
export function pdfData(): Plugin {
  return {
    name: "pdf-data",
    config: () => ({ define: { __PDF_DATA__: JSON.stringify(`/${PLACE}`) } }),
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const asked = WANTED.find((name) => request.url === `/${PLACE}${name}`);
        if (asked === undefined) return next();
        const ending = basename(asked).split(".").pop() ?? "";
        response.setHeader("Content-Type", TYPES[ending] ?? "application/octet-stream");
        response.end(readFileSync(join(ROOT, asked)));
      });
    },
    generateBundle() {
      for (const name of WANTED) {
        this.emitFile({ type: "asset", fileName: PLACE + name, source: readFileSync(join(ROOT, name)) });
      }
    },
  };
}
