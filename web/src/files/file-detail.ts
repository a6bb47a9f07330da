import { useQuery } from "@tanstack/react-query";
import { createContext } from "react";
import { filesQuery } from "@/api/files";
import type { Shown } from "./file-list";

/** Whether files are shown with their size and state, which is one question more; lists of records do without. */
export const FileDetail = createContext(false);

/** The files with what the server knows of them, as soon as it is there. */
export function useDetailed(files: Shown[], wanted: boolean): Shown[] {
  const asked = files.map((file) => file.id);
  const known = useQuery({ ...filesQuery(asked), enabled: wanted && asked.length > 0 });
  return files.map((file) => known.data?.find((one) => one.id === file.id) ?? file);
}
