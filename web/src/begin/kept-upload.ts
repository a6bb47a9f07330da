import type { Upload } from "@/api/import-types";

const KEY = "zhike.upload.";

/** Keeps what the server said of a file for as long as the tab is open, so that a reload loses nothing. */
export function keepUpload(upload: Upload): void {
  sessionStorage.setItem(KEY + upload.id, JSON.stringify(upload));
}

export function keptUpload(id: string): Upload | null {
  const kept = sessionStorage.getItem(KEY + id);
  return kept === null ? null : (JSON.parse(kept) as Upload);
}

/** At signing out: what is kept holds rows of the file. */
export function forgetUploads(): void {
  const kept = Array.from({ length: sessionStorage.length }, (_, at) => sessionStorage.key(at) ?? "");
  for (const key of kept.filter((name) => name.startsWith(KEY))) sessionStorage.removeItem(key);
}
