/** Headers and labels compared as people do: no case, no spaces, no brackets or signs. */
export function plainName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\-./\\:*()[\]{}（）【】：、，]/g, "");
}

/** Which target each column goes to: the one whose code or label reads the same; each target at most once. */
export function matchColumns(columns: string[], targets: { code: string; label: string }[]): Map<string, string> {
  const free = new Map<string, string>();
  for (const target of targets) {
    for (const name of [target.label, target.code]) {
      if (!free.has(plainName(name))) free.set(plainName(name), target.code);
    }
  }
  const matched = new Map<string, string>();
  const taken = new Set<string>();
  for (const column of columns) {
    const code = free.get(plainName(column));
    if (code === undefined || taken.has(code)) continue;
    taken.add(code);
    matched.set(column, code);
  }
  return matched;
}
