import { useEffect } from "react";

/** How long a page is left alone with what it was opened for. */
const FIRST = 1500;

/** Does something once, when the page has been drawn and has nothing else to do. */
function whenIdle(work: () => void): () => void {
  let asked = 0;
  const timer = setTimeout(() => {
    // Safari has no idle callbacks.
    if ("requestIdleCallback" in window) asked = requestIdleCallback(work, { timeout: 5000 });
    else work();
  }, FIRST);
  return () => {
    clearTimeout(timer);
    if (asked !== 0) cancelIdleCallback(asked);
  };
}

/** Fetches what a page needs soon and not at first. What fails is fetched again, and its failure told, when it is needed. */
export function useWhenIdle(fetch: () => Promise<unknown>): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is done once for the life of the page
  useEffect(() => whenIdle(() => void fetch().catch(() => {})), []);
}
