/** A role that an administrator looks at the workspace as. */
export type PreviewedRole = { code: string; name: string };

const KEY = "zhike.preview";

/** The role of this tab; null where one is oneself. Other tabs are not touched. */
export function previewedRole(): PreviewedRole | null {
  const kept = sessionStorage.getItem(KEY);
  if (kept === null) return null;
  const { code, name } = JSON.parse(kept) as Partial<PreviewedRole>;
  return typeof code === "string" && typeof name === "string" ? { code, name } : null;
}

/** Goes on as that role; the page has to be loaded anew, so that nothing of before is shown. */
export function startPreview(role: PreviewedRole): void {
  sessionStorage.setItem(KEY, JSON.stringify(role));
}

export function endPreview(): void {
  sessionStorage.removeItem(KEY);
}
