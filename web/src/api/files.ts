import { address, call, firstBytes, type Sending, segment, upload, withQuery } from "./client";
import { keys } from "./keys";
import type { FileInfo } from "./types";

export function uploadFile(file: Blob, name?: string, sending?: Sending): Promise<FileInfo> {
  const body = new FormData();
  body.append("file", file, name ?? (file instanceof File ? file.name : "file"));
  return upload<FileInfo>("/files", body, sending);
}

const path = (id: string) => `/files/${segment(id)}`;

export function fileAddress(id: string): string {
  return address(path(id));
}

/** A smaller picture of a picture: 256 or 2048 pixels on its longer side. */
export function thumbnailAddress(id: string, size: "small" | "large"): string {
  return address(`${path(id)}/thumbnail`, { size });
}

export function firstBytesOf(id: string, most: number, signal?: AbortSignal): Promise<Uint8Array> {
  return firstBytes(path(id), most, signal);
}

/** What is known of files; those that one may not see are left out. */
export const filesQuery = (ids: string[]) => ({
  queryKey: keys.files(ids),
  queryFn: async ({ signal }: { signal: AbortSignal }) =>
    (await call<{ items: FileInfo[] }>("GET", withQuery("/files", { ids: ids.join(",") }), { signal })).items,
  enabled: ids.length > 0,
});
