import { Select } from "antd";
import { Link } from "react-router";
import type { Example, Held, Member, Place } from "@/api/people";
import { paths } from "@/app/paths";
import { labelText, useLanguage } from "@/i18n";
import { byFate, type Choice, listed, successorFor } from "./model";
import css from "./people.module.css";

const KEEP = "";

/** Where a thing that somebody holds is looked at. */
export const addressOf = (place: Place): string =>
  place.kind === "RECORD" ? paths.record(place.of, place.id) : paths.build;

function ExampleText({ example }: { example: Example }) {
  return example.where ? <Link to={addressOf(example.where)}>{example.label}</Link> : example.label;
}

function Examples({ held }: { held: Held }) {
  const { t, language } = useLanguage();
  return (
    <div className={css.examples}>
      {held.examples.map((example, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may have the same name, and none ever moves
        <span key={i}>
          {i > 0 && listed(language)}
          <ExampleText example={example} />
        </span>
      ))}
      {held.count > held.examples.length && ` ${t("people.handOver.and", { n: held.count })}`}
    </div>
  );
}

type ToProps = { held: Held; members: readonly Member[]; choice: Choice; choose: (choice: Choice) => void };

function To({ held, members, choice, choose }: ToProps) {
  const { t, language } = useLanguage();
  const keep = { value: KEEP, label: t("people.handOver.keep") };
  const people = members.map((one) => ({ value: one.id, label: one.name }));
  const picked = successorFor(held, choice);
  const stays = held.fate === "MAY_PASS" && choice.each[held.code] === null;
  return (
    <Select
      className={css.to}
      aria-label={`${labelText(held.label, language)} ${t("people.handOver.perKind")}`}
      placeholder={t("people.handOver.perKind")}
      showSearch={{ optionFilterProp: "label" }}
      value={stays ? KEEP : (picked ?? undefined)}
      status={held.fate === "PASSES" && picked === null ? "warning" : undefined}
      options={held.fate === "MAY_PASS" ? [keep, ...people] : people}
      onChange={(to: string) => choose({ ...choice, each: { ...choice.each, [held.code]: to === KEEP ? null : to } })}
      style={{ width: "100%" }}
    />
  );
}

type Props = Omit<ToProps, "held"> & { held: readonly Held[] };

/** All that stands in somebody's name, by what becomes of it. */
export function HeldList({ held, ...rest }: Props) {
  const { t, language } = useLanguage();
  return byFate(held).map((group) => (
    <section key={group.fate} className={css.panel} aria-label={t(`people.handOver.group.${group.fate}`)}>
      <h3>{t(`people.handOver.group.${group.fate}`)}</h3>
      <div>
        {group.held.map((one) => (
          <div key={one.code} className={css.held}>
            <strong className="ellipsis">{labelText(one.label, language)}</strong>
            <span className={css.count}>{t("people.handOver.count", { n: one.count })}</span>
            {group.fate === "PASSES" || group.fate === "MAY_PASS" ? <To held={one} {...rest} /> : <span />}
            <Examples held={one} />
          </div>
        ))}
      </div>
    </section>
  ));
}
