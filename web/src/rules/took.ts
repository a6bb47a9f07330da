const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long something took, as a figure and its unit; null where it is not over. */
export function took(from: string, to: string | null | undefined): string | null {
  if (!to) return null;
  const passed = Math.max(0, Date.parse(to) - Date.parse(from));
  if (passed < SECOND) return `${passed} ms`;
  if (passed < MINUTE) return `${(passed / SECOND).toFixed(1)} s`;
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min ${Math.round((passed % MINUTE) / SECOND)} s`;
  return `${Math.floor(passed / HOUR)} h ${Math.round((passed % HOUR) / MINUTE)} min`;
}
