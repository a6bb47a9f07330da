import { useContext } from "react";
import { texts, type Value } from "@/core/value";
import { FileDetail, useDetailed } from "@/files/file-detail";
import { FileList } from "@/files/file-list";
import { FilesInput } from "@/files/files-input";
import { limitsOf } from "@/files/limits";
import { type DisplayProps, type InputProps, kind, PRESENCE_OPERATORS, type ValueLabel } from "./kind";

export type Kept = { id: string; name: string };

/** The files in a value: ids with the server's labels, or objects that carry their name. */
export function filesIn(value: Value, label: ValueLabel): Kept[] {
  const labels = label === undefined ? [] : Array.isArray(label) ? label : [label];
  const list = Array.isArray(value) ? value : value === null ? [] : [value];
  return list.flatMap((one, i) => {
    const id = texts(one)[0];
    const own =
      typeof one === "object" && one !== null && !Array.isArray(one) && typeof one.name === "string" ? one.name : "";
    return id === undefined ? [] : [{ id, name: own || labels[i] || "" }];
  });
}

function Files({ field, value, label }: DisplayProps) {
  const detailed = useContext(FileDetail);
  const files = useDetailed(filesIn(value, label), detailed);
  return <FileList files={files} pictures={field.type !== "file"} small={!detailed} />;
}

function FileInput({ id, field, value, label, onChange }: InputProps) {
  return (
    <FilesInput
      id={id}
      files={filesIn(value, label)}
      limits={limitsOf(field)}
      pictures={field.type === "image"}
      change={(next) =>
        onChange(
          next.map((file) => file.id),
          next.map((file) => file.name),
        )
      }
    />
  );
}

const files = {
  Display: Files,
  Input: FileInput,
  operators: PRESENCE_OPERATORS,
  editing: "form",
  instant: true,
  sortable: false,
  width: 160,
} as const;
export const file = kind({ types: ["file"], ...files });
export const image = kind({ types: ["image"], ...files, width: 96 });
export const fileDisplay = Files;
