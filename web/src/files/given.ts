/** The files that a paste or a drop brings; none where it brings text as well, as a copied range of a spreadsheet does. */
export function pastedFiles(data: DataTransfer | null, name: (at: number) => string): File[] {
  if (!data || data.types.includes("text/plain")) return [];
  return [...data.files].map((file, at) => (isUnnamed(file) ? renamed(file, name(at)) : file));
}

/** Browsers call every picture of the clipboard the same. */
const isUnnamed = (file: File) => /^image\.(png|jpe?g)$/i.test(file.name) || file.name === "";

function renamed(file: File, name: string): File {
  const ending = file.type === "image/jpeg" ? "jpg" : (file.type.split("/")[1] ?? "png");
  return new File([file], `${name}.${ending}`, { type: file.type, lastModified: file.lastModified });
}

/** The moment as part of a name: 2026-11-22 09.30.05. */
export function stamp(now: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day} ${two(now.getHours())}.${two(now.getMinutes())}.${two(now.getSeconds())}`;
}
