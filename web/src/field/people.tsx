import { useQuery } from "@tanstack/react-query";
import { departmentsQuery, membersQuery, pathTo } from "@/api/catalogue";
import { initials } from "@/core/initials";
import { texts } from "@/core/value";
import { useLanguage } from "@/i18n";
import { HUE_NAMES } from "@/theme/hues";
import css from "./field.module.css";
import { type DisplayProps, kind, ONE_OPERATORS, type ValueLabel } from "./kind";
import { laterInput } from "./later-input";

/** The texts to show for a value of codes: the server's labels where it sent them, else the codes. */
export function labelled(value: DisplayProps["value"], label: ValueLabel): { code: string; text: string }[] {
  const labels = label === undefined ? [] : Array.isArray(label) ? label : [label];
  return texts(value).map((code, i) => ({ code, text: labels[i] || code }));
}

function hueFor(code: string): string {
  let sum = 0;
  for (const c of code) sum = (sum * 31 + c.charCodeAt(0)) % 997;
  return HUE_NAMES[1 + (sum % (HUE_NAMES.length - 1))] ?? "blue";
}

export function Person({ id, name }: { id: string; name: string }) {
  const hue = hueFor(id);
  return (
    <span className={css.person}>
      <span
        className={css.face}
        aria-hidden
        style={{ background: `var(--hue-${hue}-back)`, color: `var(--hue-${hue}-text)` }}
      >
        {initials(name)}
      </span>
      <span className="ellipsis">{name}</span>
    </span>
  );
}

type Named = { code: string; text: string };

const asPerson = ({ code, text }: Named) => ({ id: code, name: text === code ? "" : text });

/** The first has no key, so that in a list that scrolls one becomes the next. */
function People({ people }: { people: Named[] }) {
  const [first, ...others] = people;
  return (
    <span className={css.tags}>
      {first && <Person {...asPerson(first)} />}
      {others.map((one) => (
        <Person key={one.code} {...asPerson(one)} />
      ))}
    </span>
  );
}

/** People whose names did not come with the record. */
function Unnamed({ value }: DisplayProps) {
  const members = useQuery(membersQuery);
  const name = (id: string) => members.data?.find((m) => m.id === id)?.name ?? "";
  return <People people={texts(value).map((code) => ({ code, text: name(code) }))} />;
}

/** Lists draw hundreds of these, so that only those without names ask for them. */
const Members = (props: DisplayProps) =>
  props.label === undefined ? <Unnamed {...props} /> : <People people={labelled(props.value, props.label)} />;

const Names = ({ value, label }: DisplayProps) => {
  const { language } = useLanguage();
  const text = labelled(value, label)
    .map((one) => one.text)
    .join(language === "zh" ? "\u3001" : ", ");
  return <span className="ellipsis">{text}</span>;
};

function DepartmentNames(props: DisplayProps) {
  const tree = useQuery({ ...departmentsQuery, enabled: props.label === undefined });
  if (props.label !== undefined) return <Names {...props} />;
  const names = texts(props.value).map((code) => pathTo(tree.data ?? [], code).at(-1)?.name ?? "");
  return <Names {...props} label={names} />;
}

export const member = kind({
  types: ["member"],
  Display: Members,
  Input: laterInput("MemberInput"),
  operators: ["me", ...ONE_OPERATORS],
  width: 120,
  instant: true,
});
export const department = kind({
  types: ["department"],
  Display: DepartmentNames,
  Input: laterInput("DepartmentInput"),
  operators: ONE_OPERATORS,
  width: 140,
  instant: true,
});
