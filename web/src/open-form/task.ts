import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

/** How many tries go by before the page gets a turn. */
const AT_A_TIME = 500;

function zeroBits(hash: Uint8Array): number {
  let bits = 0;
  for (const byte of hash) {
    const zeros = Math.clz32(byte) - 24;
    bits += zeros;
    if (zeros < 8) break;
  }
  return bits;
}

/**
 * The first number whose SHA-256, after the task's text and a colon, begins with `bits` zero bits. Takes 2^bits tries on
 * average and lets the page be used meanwhile. Not by the browser's own digest, which pages without TLS do not have.
 */
export async function solve(text: string, bits: number, signal: AbortSignal): Promise<string> {
  for (let at = 0; ; at++) {
    if (zeroBits(sha256(utf8ToBytes(`${text}:${at}`))) >= bits) return String(at);
    if (at % AT_A_TIME === AT_A_TIME - 1) await new Promise((next) => setTimeout(next));
    signal.throwIfAborted();
  }
}
