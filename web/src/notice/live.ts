/** What is heard: the data of an event, as it was sent. */
type Heard = Record<string, (data: unknown) => void>;

/** As much of an EventSource as is needed. */
export type Source = Pick<EventSource, "addEventListener" | "close" | "readyState">;

/** How long a page that nobody sees goes on listening, in milliseconds: a browser has few connections for all its tabs. */
const UNSEEN = 30_000;
/** A line that the server refuses is tried again after so long, and then after twice that. */
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 60_000;
const CLOSED = 2;

const open = (path: string): Source => new EventSource(path, { withCredentials: true });
const unseen = () => document.visibilityState === "hidden";

/**
 * Listens to the server while the page is seen, and begins again by itself when the line breaks. One that the server ends
 * with `bye` it begins again only when somebody comes back to the page.
 *
 * @returns what ends it
 */
export function listen(path: () => string, heard: Heard, make: (path: string) => Source = open): () => void {
  let source: Source | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = FIRST_PAUSE;
  const hangUp = () => {
    clearTimeout(timer);
    source?.close();
    source = null;
  };
  const broken = (of: Source) => {
    // While it is connecting again the browser sees to it.
    if (source !== of || of.readyState !== CLOSED) return;
    hangUp();
    timer = setTimeout(call, pause);
    pause = Math.min(2 * pause, LONGEST_PAUSE);
  };
  const call = () => {
    if (source !== null) return;
    const line = make(path());
    source = line;
    line.addEventListener("error", () => broken(line));
    line.addEventListener("open", () => {
      pause = FIRST_PAUSE;
    });
    line.addEventListener("bye", hangUp);
    for (const [name, tell] of Object.entries(heard)) {
      line.addEventListener(name, (event) => tell(JSON.parse((event as MessageEvent<string>).data)));
    }
  };
  const seen = () => {
    clearTimeout(timer);
    if (unseen()) timer = setTimeout(hangUp, UNSEEN);
    else call();
  };
  document.addEventListener("visibilitychange", seen);
  if (!unseen()) call();
  return () => {
    document.removeEventListener("visibilitychange", seen);
    hangUp();
  };
}
