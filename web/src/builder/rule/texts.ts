const PLAIN = /^[a-z][a-z0-9_.]*$/;

/** A text with the value of a field put in where the selection is, and where one goes on typing. */
export function withInserted(text: string, field: string, from: number, to = from): { text: string; at: number } {
  const hole = `{${PLAIN.test(field) ? field : field.replace(/[{}]/g, "")}}`;
  return { text: text.slice(0, from) + hole + text.slice(to), at: from + hole.length };
}
