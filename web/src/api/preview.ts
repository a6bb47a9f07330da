/** As whom an administrator looks at the workspace: as somebody with one role alone, or as another member. */
export type Looking = { role: string; name: string } | { member: string; name: string };

const KEY = "zhike.preview";

/** As whom this tab looks; null where one is oneself. Other tabs are not touched. */
export function looking(): Looking | null {
  const kept = sessionStorage.getItem(KEY);
  if (kept === null) return null;
  const { role, member, name } = JSON.parse(kept) as { role?: unknown; member?: unknown; name?: unknown };
  if (typeof name !== "string") return null;
  if (typeof role === "string") return { role, name };
  return typeof member === "string" ? { member, name } : null;
}

/** Goes on as that role or member; the page has to be loaded anew, so that nothing of before is shown. */
export function startPreview(as: Looking): void {
  sessionStorage.setItem(KEY, JSON.stringify(as));
}

export function endPreview(): void {
  sessionStorage.removeItem(KEY);
}

/** What requests say of it. */
export function lookingHeaders(): Record<string, string> {
  const as = looking();
  if (as === null) return {};
  return "role" in as ? { "Zhike-Preview-Role": as.role } : { "Zhike-See-As": as.member };
}

/** What addresses say of it that the browser itself asks for. */
export function lookingQuery(): Record<string, string> {
  const as = looking();
  if (as === null) return {};
  return "role" in as ? { previewRole: as.role } : { seeAs: as.member };
}
