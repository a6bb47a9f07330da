import type { DefinitionChange, ElementChange } from "@/api/definitions";
import type { Label } from "@/api/types";
import { labelText, useLanguage } from "@/i18n";
import { wordFor } from "../properties/simple-editors";
import css from "./apps.module.css";

const isLabel = (value: unknown): value is Label =>
  typeof value === "object" && value !== null && ("zh" in value || "en" in value);

/** A value of a definition as people read it: the name of what has one, else the text itself. */
function shown(value: unknown, language: "zh" | "en"): string {
  if (value === undefined || value === null) return "";
  if (isLabel(value)) return labelText(value, language);
  if (typeof value === "object" && "label" in value && isLabel(value.label)) return labelText(value.label, language);
  if (Array.isArray(value)) return value.map((one) => shown(one, language)).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

const NAMES = ["label", "type"] as const;
const LONGEST = 120;
const cut = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

function Part({ part }: { part: ElementChange }) {
  const { t, language } = useLanguage();
  const property = /([a-z_]+)(\[\d+\])?$/.exec(part.after ?? part.before ?? "")?.[1] ?? "";
  const whole = /\[\d+\]$/.test(part.after ?? part.before ?? "");
  const name = whole
    ? ""
    : wordFor(
        `builder.property.${property}`,
        NAMES.includes(property as "label") ? t(`builder.${property as "label" | "type"}`) : property,
        t,
      );
  const read = (value: unknown) =>
    cut(property === "type" ? wordFor(`field.type.${value}`, String(value ?? ""), t) : shown(value, language));
  const [was, is] = [read(part.was), read(part.is)];
  return (
    <li>
      <span className="muted">{t(`builder.revisions.how.${part.how}`)}</span> {part.element} {name}
      {was !== "" && <del className={css.was}>{was}</del>}
      {is !== "" && <ins className={css.is}>{is}</ins>}
    </li>
  );
}

/** What became of one definition between two revisions. */
export function ChangeRow({ change }: { change: DefinitionChange }) {
  const { t, language } = useLanguage();
  return (
    <div className={css.change}>
      <strong>
        {t(`builder.revisions.how.${change.how}`)} {wordFor(`builder.revisions.kind.${change.kind}`, change.kind, t)}{" "}
        {labelText(change.label, language)}
      </strong>
      <ul>
        {change.elements.map((part) => (
          <Part key={`${part.how} ${part.before} ${part.after}`} part={part} />
        ))}
      </ul>
    </div>
  );
}
