import type { IncomingMessage, ServerResponse } from "node:http";

/** A request as the mock's handlers see it. */
export type Ask = { method: string; parts: string[]; query: URLSearchParams; body: Buffer; request: IncomingMessage };

/** What a handler answers: JSON with a status, or bytes. */
export type Answer = { status: number; json?: unknown; bytes?: Buffer | string; headers?: Record<string, string> };

export const ok = (json: unknown, status = 200): Answer => ({ status, json });

export function problem(status: number, code: string, detail: string, errors: unknown[] = []): Answer {
  return { status, json: { status, code, title: detail, detail, errors } };
}

export function json<T>(ask: Ask): T {
  return JSON.parse(ask.body.toString("utf8") || "{}") as T;
}

export async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export function send(response: ServerResponse, answer: Answer): void {
  response.statusCode = answer.status;
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  if (answer.bytes !== undefined) return void response.end(answer.bytes);
  response.setHeader("Content-Type", answer.status >= 400 ? "application/problem+json" : "application/json");
  response.end(answer.json === undefined ? "" : JSON.stringify(answer.json));
}

/** The first file of a multipart body. */
export function filePart(ask: Ask): { name: string; type: string; bytes: Buffer } | null {
  const boundary = /boundary=(.+)$/.exec(ask.request.headers["content-type"] ?? "")?.[1];
  if (!boundary) return null;
  const start = ask.body.indexOf("\r\n\r\n");
  const head = ask.body.subarray(0, start).toString("utf8");
  const end = ask.body.indexOf(`\r\n--${boundary}`, start);
  return {
    name: /filename="([^"]*)"/.exec(head)?.[1] ?? "file",
    type: /Content-Type: (.+)/i.exec(head)?.[1]?.trim() ?? "application/octet-stream",
    bytes: ask.body.subarray(start + 4, end),
  };
}
