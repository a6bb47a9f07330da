export type PreviewKind = "image" | "pdf" | "text" | "none";

const IMAGES = new Set(["image/jpeg", "image/png", "image/gif", "image/webp", "image/bmp"]);

/** How a file is shown, by the type that the server found in its content. */
export function previewKind(type: string): PreviewKind {
  if (IMAGES.has(type)) return "image";
  if (type === "application/pdf") return "pdf";
  return type === "text/plain" || type === "text/csv" ? "text" : "none";
}

const MARKS: [number[], string][] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/** The text in bytes that may have been cut in the middle of a character: by its mark, as UTF-8, else as GB 18030. */
export function textOf(bytes: Uint8Array): string {
  const marked = MARKS.find(([mark]) => mark.every((one, at) => bytes[at] === one));
  if (marked) return new TextDecoder(marked[1]).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder("gb18030").decode(bytes, { stream: true });
  }
}
