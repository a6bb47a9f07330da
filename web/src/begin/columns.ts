import type { Sheet } from "@/api/import-types";
import type { NewColumn } from "@/api/imports";
import { plainName } from "@/core/match";
import type { Translate } from "@/i18n";

/** The columns of a sheet as fields to be made, with the server's guesses. Nameless columns get their letter. */
export function columnsOf(sheet: Sheet): NewColumn[] {
  return sheet.columns.map((column, at) => ({
    name: column.name,
    code: column.code,
    label: column.name.trim() || columnLetter(at),
    type: column.type,
    skip: false,
  }));
}

/** A, B … Z, AA: what a spreadsheet calls its columns. */
export function columnLetter(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnLetter(Math.floor(at / 26) - 1) + letter;
}

/** What is wrong with the columns: by index, and -1 for all of them together. */
export function columnIssues(columns: NewColumn[], t: Translate): Map<number, string> {
  const issues = new Map<number, string>();
  const seen = new Map<string, number>();
  columns.forEach((column, at) => {
    if (column.skip) return;
    const label = plainName(column.label);
    if (column.label.trim() === "") issues.set(at, t("begin.columns.labelRequired"));
    else if (seen.has(label)) issues.set(at, t("begin.columns.duplicateLabel"));
    else seen.set(label, at);
  });
  if (columns.every((column) => column.skip)) issues.set(-1, t("begin.columns.noneUsed"));
  return issues;
}

/** A name for the form: the sheet's where somebody named it, else the file's without its ending. */
export function formName(file: string, sheet: Sheet): string {
  const base = file.replace(/\.[^.]+$/, "");
  return /^(sheet|\u5de5\u4f5c\u8868|data)\s*\d*$/i.test(sheet.name.trim()) || sheet.name === "" ? base : sheet.name;
}
