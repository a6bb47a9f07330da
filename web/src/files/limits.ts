import type { FieldInfo } from "@/api/types";

/** What a place takes: how many files, how large, and how their names end. */
export type Limits = { most: number; megabytes: number; endings: readonly string[] };

export type Refusal = { reason: "many" | "size" | "type" | "empty"; allowed: string };

const MEGABYTE = 1024 * 1024;
/** How many files a field takes that does not say. */
const USUAL = 20;
/** What a field of pictures takes that does not say, as the server does. */
const PICTURES = ["png", "jpg", "jpeg", "gif", "webp", "bmp", "heic"];
/** The largest that any server takes. */
const SERVER_MEGABYTES = 512;

export const COMMENT_LIMITS: Limits = { most: 20, megabytes: SERVER_MEGABYTES, endings: [] };

export function limitsOf(field: FieldInfo): Limits {
  const usual = field.type === "image" ? PICTURES : [];
  const endings = (field.types ?? []).map((one) => one.toLowerCase().replace(/^\./, ""));
  return {
    most: field.max ?? USUAL,
    megabytes: field.max_mb ?? SERVER_MEGABYTES,
    endings: endings.length > 0 ? endings : usual,
  };
}

/** Why a file cannot be taken where there is room for `room` more; null when it can. The server looks into it besides. */
export function refusalOf(file: { name: string; size: number }, limits: Limits, room: number): Refusal | null {
  const name = file.name.toLowerCase();
  if (room <= 0) return { reason: "many", allowed: String(limits.most) };
  if (limits.endings.length > 0 && !limits.endings.some((ending) => name.endsWith(`.${ending}`))) {
    return { reason: "type", allowed: limits.endings.join(", ") };
  }
  if (file.size === 0) return { reason: "empty", allowed: "" };
  if (file.size > limits.megabytes * MEGABYTE) return { reason: "size", allowed: `${limits.megabytes} MB` };
  return null;
}

/** What a browser's dialog offers. Phones offer their pictures and the camera for `image/*`. */
export function acceptOf(limits: Limits, picture: boolean): string | undefined {
  if (picture) return "image/*";
  return limits.endings.length === 0 ? undefined : limits.endings.map((ending) => `.${ending}`).join(",");
}

const UNITS = ["B", "KB", "MB", "GB"];

/** A number of bytes as people read it. */
export function bytesText(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${unit === 0 || size >= 100 ? Math.round(size) : Math.round(size * 10) / 10} ${UNITS[unit]}`;
}
