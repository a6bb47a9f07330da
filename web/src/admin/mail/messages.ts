import type { OutMessage } from "@/api/mail";

/** One of those that there are; undefined for anything else that an address may say. */
export function among<T extends string>(known: readonly T[], text: string | null): T | undefined {
  return known.find((one) => one === text);
}

/** What may be sent again by a press. */
export const isRepeatable = ({ state }: Pick<OutMessage, "state">): boolean =>
  state === "failed" || state === "bounced" || state === "caught";

const POLICY =
  "default-src 'none'; img-src data: https: http:; style-src 'unsafe-inline'; font-src data:; form-action 'none'; base-uri 'none'";

/**
 * A mail as a page for a frame that can run nothing: it may show pictures and its own styles, and its links open beside it.
 */
export function framed(html: string): string {
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><base target="_blank">${html}`;
}
