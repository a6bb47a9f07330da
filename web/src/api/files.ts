import { address, call, segment } from "./client";
import type { FileInfo } from "./types";

function form(name: string, file: Blob, fileName?: string): FormData {
  const body = new FormData();
  body.append(name, file, fileName ?? (file instanceof File ? file.name : "file"));
  return body;
}

export function uploadFile(file: Blob, name?: string): Promise<FileInfo> {
  return call<FileInfo>("POST", "/files", { body: form("file", file, name) });
}

export function fileAddress(id: string): string {
  return address(`/files/${segment(id)}`);
}
