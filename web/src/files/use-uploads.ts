import { useEffect, useReducer, useRef } from "react";
import { uploadFile } from "@/api/files";
import { newKey } from "@/api/new-key";
import type { FileInfo } from "@/api/types";
import type { Limits } from "./limits";
import { EMPTY, isBusy, next, ready, type Upload } from "./queue";

type Props = {
  limits: Limits;
  /** How many files there are already. */
  taken: number;
  /** Takes those that have arrived, once nothing is on its way any more. */
  settled: (files: FileInfo[]) => void;
};

export type Uploads = {
  uploads: Upload[];
  busy: boolean;
  add: (files: File[]) => void;
  /** Stops one that is on its way, or puts a refused one away. */
  drop: (key: string) => void;
  again: (key: string) => void;
};

/** Files on their way to the server, several at once; all stop when the screen that wants them goes. */
export function useUploads({ limits, taken, settled }: Props): Uploads {
  const [queue, step] = useReducer(next, EMPTY);
  const running = useRef(new Map<string, AbortController>());
  const take = useRef(settled);
  take.current = settled;
  useEffect(() => {
    for (const { key, file } of ready(queue)) {
      if (running.current.has(key)) continue;
      const stop = new AbortController();
      running.current.set(key, stop);
      step({ do: "begin", key });
      uploadFile(file, file.name, { signal: stop.signal, progress: (share) => step({ do: "move", key, share }) })
        .then((info) => step({ do: "arrive", key, info }))
        .catch((error) => !stop.signal.aborted && step({ do: "fail", key, error }))
        .finally(() => running.current.delete(key));
    }
    if (queue.arrived.length > 0 && !isBusy(queue)) {
      step({ do: "settle" });
      take.current(queue.arrived);
    }
  }, [queue]);
  useEffect(() => {
    const all = running.current;
    return () => {
      for (const stop of all.values()) stop.abort();
    };
  }, []);
  return {
    uploads: queue.uploads,
    busy: isBusy(queue),
    add: (files) => step({ do: "add", files, limits, taken, keys: files.map(() => newKey()) }),
    drop: (key) => {
      running.current.get(key)?.abort();
      step({ do: "drop", key });
    },
    again: (key) => step({ do: "again", key }),
  };
}
