import { createContext, useContext, useEffect, useRef } from "react";

/** Files that were dropped on a record and wait for a comment to take them. */
export type GivenFiles = { files: File[]; taken: () => void };

export const GivenFilesContext = createContext<GivenFiles | null>(null);

/** Hands files that wait to `take`, once; not while it is not `wanted`. */
export function useGivenFiles(wanted: boolean, take: (files: File[]) => void): void {
  const given = useContext(GivenFilesContext);
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    if (!wanted || given === null) return;
    latest.current(given.files);
    given.taken();
  }, [given, wanted]);
}

/** Makes the place where comments are written be there when files wait for one. */
export function useWhenGiven(show: () => void): void {
  const given = useContext(GivenFilesContext);
  const latest = useRef(show);
  latest.current = show;
  useEffect(() => {
    if (given !== null) latest.current();
  }, [given]);
}
