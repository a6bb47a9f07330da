import { firstLanguage } from "@/core/first-language";
import { lookingHeaders } from "./preview";

/** What every page behind the sign-in asks for, and what lists and records do. */
const ALWAYS = ["/me", "/entities", "/views", "/apps"];
const OF_RECORDS = ["/views/personal", "/forms", "/record-pages"];
/** The address of one record, which is asked for by the same path. */
const RECORD = /^\/e\/([^/?#]+)\/([0-9a-f-]{36})(?=[?#]|$)/;
const KEY = "zhike.signed-in";
/** An answer that nobody took by then is of yesterday. */
const KEPT = 10_000;

export const BASE = "/api/v1";
const asked = new Map<string, Promise<Response>>();

/** What every request says: the language of the answer, and as whom one looks. */
export function headersIn(language: string): Record<string, string> {
  return { Accept: "application/json", "Accept-Language": language, ...lookingHeaders() };
}

/** Keeps whether somebody is signed in here, so that the next visit may ask before it knows. */
export function keepSignedIn(signedIn: boolean): void {
  if (signedIn) localStorage.setItem(KEY, "1");
  else localStorage.removeItem(KEY);
}

/** The whole answer: one that is not read to its end holds its connection, of which a browser has six. */
async function whole(path: string, headers: Record<string, string>): Promise<Response> {
  const answer = await fetch(BASE + path, { credentials: "same-origin", headers });
  return new Response(await answer.text(), { status: answer.status });
}

function pathsOf(address: string): string[] {
  if (!address.startsWith("/e/")) return ALWAYS;
  const [, entity, id] = RECORD.exec(address) ?? [];
  const one = entity === undefined ? [] : [`/records/${entity}/${id}`];
  return [...ALWAYS, ...OF_RECORDS, ...one];
}

/** Asks for what the page at an address needs, while the program itself is still being loaded. */
export function askAhead(address: string): void {
  if (localStorage.getItem(KEY) === null) return;
  const headers = headersIn(firstLanguage());
  for (const path of pathsOf(address)) {
    const answer = whole(path, headers);
    answer.catch(() => asked.delete(path)); // whoever takes it hears of it
    asked.set(path, answer);
  }
  setTimeout(forgetAhead, KEPT);
}

/** Nobody shall be given what was asked for before now. */
export function forgetAhead(): void {
  asked.clear();
}

/** The answer to a request that was sent ahead, once; undefined where none was. */
export function takeAhead(path: string): Promise<Response> | undefined {
  const answer = asked.get(path);
  asked.delete(path);
  return answer;
}
