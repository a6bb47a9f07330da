import type { FileInfo } from "@/api/types";
import { type Limits, type Refusal, refusalOf } from "./limits";

/** One file on its way. What has arrived leaves the queue; what was refused stays, with the reason, until it is put away. */
export type Upload = {
  key: string;
  file: File;
  state: "waiting" | "sending" | "refused" | "failed";
  /** Which share has gone out, 0 to 1. */
  share: number;
  refusal?: Refusal;
  /** What the server or the network said. */
  error?: unknown;
};

export type Queue = { uploads: Upload[]; arrived: FileInfo[] };

export type Step =
  | { do: "add"; files: File[]; limits: Limits; taken: number; keys: string[] }
  | { do: "begin" | "again" | "drop"; key: string }
  | { do: "move"; key: string; share: number }
  | { do: "arrive"; key: string; info: FileInfo }
  | { do: "fail"; key: string; error: unknown }
  | { do: "settle" };

export const EMPTY: Queue = { uploads: [], arrived: [] };

/** So many go out at the same time. */
const AT_ONCE = 3;

const isActive = (upload: Upload) => upload.state === "waiting" || upload.state === "sending";

export const isBusy = (queue: Queue) => queue.uploads.some(isActive);

function added(queue: Queue, step: Extract<Step, { do: "add" }>): Upload[] {
  let room = step.limits.most - step.taken - queue.arrived.length - queue.uploads.filter(isActive).length;
  return step.files.map((file, at) => {
    const refusal = refusalOf(file, step.limits, room);
    const key = step.keys[at] ?? "";
    if (refusal) return { key, file, state: "refused", share: 0, refusal };
    room -= 1;
    return { key, file, state: "waiting", share: 0 };
  });
}

export function next(queue: Queue, step: Step): Queue {
  const change = (key: string, part: Partial<Upload>) => ({
    ...queue,
    uploads: queue.uploads.map((one) => (one.key === key ? { ...one, ...part } : one)),
  });
  const without = (key: string) => queue.uploads.filter((one) => one.key !== key);
  switch (step.do) {
    case "add":
      return { ...queue, uploads: [...queue.uploads, ...added(queue, step)] };
    case "begin":
      return change(step.key, { state: "sending" });
    case "again":
      return change(step.key, { state: "waiting", share: 0, error: undefined });
    case "drop":
      return { ...queue, uploads: without(step.key) };
    case "move":
      return change(step.key, { share: step.share });
    case "arrive":
      return { uploads: without(step.key), arrived: [...queue.arrived, step.info] };
    case "fail":
      return change(step.key, { state: "failed", error: step.error });
    case "settle":
      return { ...queue, arrived: [] };
  }
}

/** What may begin now. */
export function ready(queue: Queue): Upload[] {
  const sending = queue.uploads.filter((one) => one.state === "sending").length;
  return queue.uploads.filter((one) => one.state === "waiting").slice(0, Math.max(0, AT_ONCE - sending));
}
