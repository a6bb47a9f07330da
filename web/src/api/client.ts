import { BASE, forgetAhead, headersIn, takeAhead } from "./ahead";
import { lookingQuery } from "./preview";
import { Problem, readProblem } from "./problem";

type Options = { body?: unknown; headers?: Record<string, string>; signal?: AbortSignal };
export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Told when any request finds that the session is over. */
let onSignedOut: () => void = () => {};
/** Told when any request finds that something must be done first. */
let onConfined: () => void = () => {};
let language = "zh";

export function whenSignedOut(handler: () => void): void {
  onSignedOut = handler;
}

export function whenConfined(handler: () => void): void {
  onConfined = handler;
}

/** The language that the server's messages shall be in. */
export function speak(next: string): void {
  language = next;
}

function payload(body: unknown): { body?: BodyInit; type?: string } {
  if (body === undefined) return {};
  if (body instanceof FormData) return { body };
  return { body: JSON.stringify(body), type: "application/json" };
}

async function send(method: Method, path: string, options: Options): Promise<Response> {
  const { body, type } = payload(options.body);
  // Whatever changes something may make old what was asked for before it.
  if (method !== "GET") forgetAhead();
  const ahead = method === "GET" ? takeAhead(path) : undefined;
  try {
    if (ahead) return await ahead;
    return await fetch(BASE + path, {
      method,
      body,
      signal: options.signal,
      credentials: "same-origin",
      headers: {
        ...headersIn(language),
        ...(type ? { "Content-Type": type } : {}),
        ...options.headers,
      },
    });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === "AbortError") throw failure;
    throw unreachable();
  }
}

function parsed(text: string): unknown {
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const json = async (response: Response) => parsed(await response.text());

/** Sends a request of the public contract and gives its JSON; everything but success is thrown as a Problem. */
export async function call<T>(method: Method, path: string, options: Options = {}): Promise<T> {
  const response = await send(method, path, options);
  const body = await json(response);
  if (response.ok) return body as T;
  const problem = readProblem(response.status, body);
  if (problem.isSignedOut && !path.startsWith("/session")) onSignedOut();
  if (problem.isConfined) onConfined();
  throw problem;
}

/** What a path gives that is no JSON: a page, a file; everything but success is thrown as a Problem. */
export async function fileOf(path: string, signal?: AbortSignal): Promise<Blob> {
  const response = await send("GET", path, { signal, headers: { Accept: "*/*" } });
  if (!response.ok) throw readProblem(response.status, await json(response));
  return response.blob();
}

async function opened(path: string, signal?: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const response = await send("GET", path, { signal, headers: { Accept: "*/*" } });
  if (!response.ok || response.body === null) throw readProblem(response.status, await json(response));
  return response.body;
}

/** The first `most` bytes of a content, or all where there are fewer; the rest is not waited for. */
export async function firstBytes(path: string, most: number, signal?: AbortSignal): Promise<Uint8Array> {
  const reader = (await opened(path, signal)).getReader();
  const found = new Uint8Array(most);
  let length = 0;
  while (length < most) {
    const { done, value } = await reader.read();
    if (done) break;
    const part = value.subarray(0, most - length);
    found.set(part, length);
    length += part.length;
  }
  await reader.cancel();
  return found.subarray(0, length);
}

export type Sending = { progress?: (share: number) => void; signal?: AbortSignal };

function unreachable(): Problem {
  return new Problem(0, "network.unreachable", "", "");
}

/** Sends a form with files, telling which share of it has gone out; fetch cannot tell that. */
export function upload<T>(path: string, body: FormData, { progress, signal }: Sending = {}): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", BASE + path);
    for (const [name, value] of Object.entries(headersIn(language))) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => event.lengthComputable && progress?.(event.loaded / event.total);
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(new DOMException("aborted", "AbortError"));
    request.onload = () => {
      const answer = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) return resolve(answer as T);
      const problem = readProblem(request.status, answer);
      if (problem.isSignedOut) onSignedOut();
      reject(problem);
    };
    if (signal?.aborted) return reject(new DOMException("aborted", "AbortError"));
    signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.send(body);
  });
}

/** The beginning of a text that may be long, at least `most` characters where there are as many; the rest is not waited for. */
export async function beginningOf(path: string, most: number, signal?: AbortSignal): Promise<string> {
  const reader = (await opened(path, signal)).getReader();
  const decoder = new TextDecoder();
  let text = "";
  while (text.length < most) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return text;
}

export type Query = Record<string, string | number | boolean | null | undefined>;

/** A path with its query; what is null, undefined or empty is left out. */
export function withQuery(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== "") search.set(name, String(value));
  }
  const text = search.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** The full address of a resource that the browser itself fetches: a picture, a download. It says as whom one looks. */
export function address(path: string, query: Query = {}): string {
  return BASE + withQuery(path, { ...query, ...lookingQuery() });
}

export const segment = encodeURIComponent;
