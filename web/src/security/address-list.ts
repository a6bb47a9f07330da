/** The addresses of a text with one in each line. */
export function addressLines(text: string): string[] {
  return [...new Set(text.split(/[\n,;]+/).map((line) => line.trim()))].filter((line) => line !== "");
}

const V4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/;
const V6 = /^[0-9a-f:]*:[0-9a-f:.]*(?:\/(\d{1,3}))?$/i;

/** Whether a line may be an address or a range; the server has the last word. */
export function looksLikeRange(line: string): boolean {
  const four = V4.exec(line);
  if (four) {
    const [, ...parts] = four;
    return parts.slice(0, 4).every((part) => Number(part) <= 255) && Number(parts[4] ?? 0) <= 32;
  }
  const six = V6.exec(line);
  return six !== null && Number(six[1] ?? 0) <= 128;
}
