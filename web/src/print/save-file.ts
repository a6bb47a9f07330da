import { fileOf } from "@/api/client";

/** Has the browser keep what an address of the API gives; a refusal is thrown, where a plain link would leave the page. */
export async function saveFile(path: string, name: string): Promise<void> {
  const file = URL.createObjectURL(await fileOf(path));
  const link = document.createElement("a");
  link.href = file;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(file), 60_000);
}

/** A name that every system takes as that of a file. */
export const fileName = (...parts: string[]): string =>
  `${parts.filter((part) => part !== "").join("-")}.pdf`.replace(/[\\/:*?"<>|]/g, "_");
