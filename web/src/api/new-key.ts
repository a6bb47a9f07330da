/** A key that nobody else has. `crypto.randomUUID` is missing on pages without TLS, as in many a company's own network. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
