import { Select } from "antd";
import { useId } from "react";
import { ExpressionInput } from "@/expression/expression-input";
import { useLanguage } from "@/i18n";
import props from "../properties/properties.module.css";
import { listOf, type One, REACHES, type Reach, type Scope, scopeFrom, type Where } from "./model";

const WHERE = "where";
const WORDS = REACHES.filter((word) => word !== "none");
type Picked = Reach | typeof WHERE;
const OPTIONS: readonly Picked[] = [...WORDS, WHERE];

type Props = {
  entity: string;
  label: string;
  scope: Scope;
  /** What an empty choice means. */
  nothing?: string;
  /** Steps with the same tag in a row are undone as one. */
  set: (scope: Scope, tag?: string) => void;
};

const isWhere = (one: One): one is Where => typeof one === "object";

/** What is chosen, in the order of the words; conditions that were written stay as long as conditions are chosen. */
export function picked(words: readonly Picked[], before: Scope): Scope {
  const written = listOf(before).filter(isWhere);
  const asked = written.length > 0 ? written : [{ where: "" }];
  const all: One[] = WORDS.filter((word) => words.includes(word));
  return scopeFrom(words.includes(WHERE) ? [...all, ...asked] : all);
}

/** Which records something reaches: one reach or several, conditions among them. */
export function ScopeChoice({ entity, label, scope, nothing, set }: Props) {
  const { t } = useLanguage();
  const id = useId();
  const all = listOf(scope);
  const wheres = all.filter(isWhere);
  const value = [...new Set(all.map((one): Picked => (isWhere(one) ? WHERE : one)))];
  const write = (at: number, where: string) => {
    const rest = all.filter((one) => !isWhere(one));
    set(scopeFrom([...rest, ...wheres.map((one, i) => (i === at ? { where } : one))]), String(at));
  };
  return (
    <div className={props.property}>
      <label htmlFor={id}>{label}</label>
      <Select<Picked[]>
        id={id}
        mode="multiple"
        showSearch={false}
        value={value}
        placeholder={nothing ?? t("role.reachLong.none")}
        options={OPTIONS.map((word) => ({ value: word, label: t(`role.reachLong.${word}`) }))}
        onChange={(words) => set(picked(words, scope))}
      />
      {wheres.map((one, i) => (
        <ExpressionInput
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition is known by its place alone
          key={i}
          entity={entity}
          draft
          expects="boolean"
          label={t("role.condition", { right: label })}
          value={one.where}
          onChange={(where) => write(i, where)}
        />
      ))}
    </div>
  );
}
