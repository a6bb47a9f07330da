import { Problem } from "@/api/problem";

/** The server's sentences by field: a path is a field's code, or ends in one ("fields.phone", "/items/0/phone"). */
export function issuesByField(error: unknown, codes: string[]): Map<string, string> {
  const found = new Map<string, string>();
  if (!(error instanceof Problem)) return found;
  for (const issue of error.issues) {
    const parts = issue.path.split(/[./]/);
    const code = codes.find((one) => parts.includes(one));
    if (code !== undefined && !found.has(code)) found.set(code, issue.message);
  }
  return found;
}
