import type { Page } from "@/core/keyset";
import { call, segment, withQuery } from "./client";
import { newKey } from "./new-key";
import type { FileInfo, NamedRef } from "./types";

/** What a member said about a record; `@{id}` in its text speaks to one of `mentions`. */
export type CommentInfo = {
  id: string;
  at: string;
  by: NamedRef;
  text: string;
  mentions: NamedRef[];
  files: FileInfo[];
  editedAt?: string | null;
};
export type MentionInfo = { entity: string; record: string; comment: CommentInfo };

const path = (entity: string, record: string, rest = "") =>
  `/records/${segment(entity)}/${segment(record)}/comments${rest}`;

export function readComments(
  entity: string,
  record: string,
  after: string | null,
  signal?: AbortSignal,
): Promise<Page<CommentInfo>> {
  return call("GET", withQuery(path(entity, record), { after }), { signal });
}

export function addComment(entity: string, record: string, text: string, files: string[]): Promise<CommentInfo> {
  return call("POST", path(entity, record), {
    body: files.length > 0 ? { text, files } : { text },
    headers: { "Idempotency-Key": newKey() },
  });
}

export function editComment(entity: string, record: string, id: string, text: string): Promise<CommentInfo> {
  return call("PATCH", path(entity, record, `/${segment(id)}`), { body: { text } });
}

export function deleteComment(entity: string, record: string, id: string): Promise<void> {
  return call("DELETE", path(entity, record, `/${segment(id)}`));
}

export function readMentions(signal?: AbortSignal): Promise<Page<MentionInfo>> {
  return call("GET", "/me/mentions", { signal });
}
