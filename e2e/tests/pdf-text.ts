import { inflateSync } from "node:zlib";

const STREAM = /stream\r?\n/g;

/** The streams of a PDF, unpacked; those that are packed in other ways (images) are left out. */
function streams(pdf: Buffer): string[] {
  const raw = pdf.toString("latin1");
  return [...raw.matchAll(STREAM)].flatMap(({ index, 0: { length } }) => {
    const from = index + length;
    try {
      return [inflateSync(pdf.subarray(from, raw.indexOf("endstream", from))).toString("latin1")];
    } catch {
      return [];
    }
  });
}

const hex = (text: string) => Number.parseInt(text, 16);

/** What the fonts of a PDF call their signs: all faces of ours have the same numbers for them. */
function signs(parts: string[]): Map<number, string> {
  const known = new Map<number, string>();
  for (const part of parts.filter((one) => one.includes("begincmap"))) {
    for (const [, from = "", to = "", first = ""] of part.matchAll(/<(\w{4})> <(\w{4})> <(\w{4})>/g)) {
      for (let i = hex(from); i <= hex(to); i++) known.set(i, String.fromCharCode(hex(first) + i - hex(from)));
    }
    for (const [, one = "", sign = ""] of part.matchAll(/^<(\w{4})> <(\w{4})>$/gm)) {
      known.set(hex(one), String.fromCharCode(hex(sign)));
    }
  }
  return known;
}

/** The texts of a PDF that our server made, one after the other as they were written. */
export function pdfText(pdf: Buffer): string {
  const parts = streams(pdf);
  const known = signs(parts);
  const pages = parts.filter((part) => /\bTf\b/.test(part) && !part.includes("begincmap"));
  return pages
    .flatMap((page) => [...page.matchAll(/<((?:\w{4})+)>/g)])
    .map(([, codes = ""]) => (codes.match(/\w{4}/g) ?? []).map((code) => known.get(hex(code)) ?? "").join(""))
    .join("\n");
}
