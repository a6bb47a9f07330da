import type { Notice } from "@/api/notices";
import { paths } from "@/app/paths";

/** Where what a notice tells of is seen: its record, else the to-dos, else the notices themselves. */
export function wayTo({ about, todo }: Pick<Notice, "about" | "todo">): string {
  if (about !== null && about.title !== null) return paths.record(about.entity, about.record);
  return todo === null ? paths.notices : paths.todos;
}
