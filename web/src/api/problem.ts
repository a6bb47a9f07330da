/** One thing wrong with an input: where (a field, a row, a position), which rule, and the sentence for people. */
export type InputIssue = { path: string; code: string; message: string };

/** An answer that is no success: RFC 9457 problem details as an error, or a failure to reach the server at all. */
export class Problem extends Error {
  override readonly name = "Problem";

  constructor(
    /** The HTTP status; 0 when the server could not be reached. */
    readonly status: number,
    /** The stable code, for example `version-conflict`. */
    readonly code: string,
    /** Title and detail are in the caller's language and fit to be shown. */
    readonly title: string,
    readonly detail: string,
    readonly issues: InputIssue[] = [],
  ) {
    super(detail || title);
  }

  get isOffline(): boolean {
    return this.status === 0;
  }

  get isSignedOut(): boolean {
    return this.status === 401;
  }

  /** Something must be done first: a second factor, another password. */
  get isConfined(): boolean {
    return this.status === 403 && (this.code === "second-factor-needed" || this.code === "password-expired");
  }

  get isMissing(): boolean {
    return this.status === 404;
  }

  /** The record was changed by someone else since it was read. */
  get isConflict(): boolean {
    return (this.status === 409 || this.status === 412) && this.code.includes("version");
  }
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function issue(json: unknown): InputIssue | null {
  if (typeof json !== "object" || json === null) return null;
  const { path, code, message } = json as Record<string, unknown>;
  return { path: text(path), code: text(code), message: text(message) };
}

/** Reads problem details; a body that is none still becomes a problem, with the status as its code. */
export function readProblem(status: number, body: unknown): Problem {
  if (typeof body !== "object" || body === null) return new Problem(status, `http.${status}`, "", "");
  const { code, title, detail, errors } = body as Record<string, unknown>;
  const issues = Array.isArray(errors) ? errors.map(issue).filter((found) => found !== null) : [];
  return new Problem(status, text(code) || `http.${status}`, text(title), text(detail), issues);
}
