import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useState } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { RUN_STATES, type RuleInfo, type RunState, rulesQuery, runsQuery } from "@/api/rules";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { PageSkeleton } from "@/app/skeleton";
import { useRecords } from "@/expression/expression-input";
import { labelText, useLanguage } from "@/i18n";
import { PauseBanner } from "./pause";
import { RuleSwitch } from "./rule-switch";
import css from "./rules.module.css";
import { RunRows } from "./run-rows";
import { WhyFired } from "./why-fired";

/** What is looked for stands in the address, so that a link leads to it. */
function useFilter() {
  const [search, setSearch] = useSearchParams();
  const state = RUN_STATES.find((one) => one === search.get("state")) ?? null;
  const set = (name: "state" | "record", value: string | undefined) => {
    const next = new URLSearchParams(search);
    if (value === undefined) next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  return { state, record: search.get("record"), set };
}

type FilterProps = { rule: RuleInfo; filter: ReturnType<typeof useFilter> };

function Filters({ rule, filter }: FilterProps) {
  const { t } = useLanguage();
  const [search, setSearch] = useState("");
  const records = useRecords(rule.entity, search).data ?? [];
  const chosen = records.some(({ value }) => value === filter.record);
  const own = filter.record !== null && !chosen ? [{ value: filter.record, label: filter.record.slice(-8) }] : [];
  return (
    <div className={css.filters}>
      <Select<RunState>
        allowClear
        aria-label={t("rules.log.state")}
        placeholder={t("rules.log.allStates")}
        value={filter.state ?? undefined}
        options={RUN_STATES.map((state) => ({ value: state, label: t(`rules.state.${state}`) }))}
        onChange={(state: RunState | undefined) => filter.set("state", state)}
      />
      <Select<string>
        allowClear
        aria-label={t("rules.log.record")}
        placeholder={t("rules.log.allRecords")}
        value={filter.record ?? undefined}
        options={[...own, ...records]}
        showSearch={{ filterOption: false, onSearch: setSearch }}
        popupMatchSelectWidth={280}
        onChange={(record: string | undefined) => filter.set("record", record)}
      />
    </div>
  );
}

function Runs({ rule, filter }: FilterProps) {
  const { t } = useLanguage();
  const { state, record } = filter;
  const runs = useInfiniteQuery(runsQuery(rule.code, { state, record }));
  if (runs.isError) return <Failure error={runs.error} retry={() => void runs.refetch()} />;
  const all = runs.data?.pages.flatMap(({ items }) => items) ?? [];
  const asked = state !== null || record !== null;
  if (runs.isPending) return <PageSkeleton />;
  if (all.length === 0) return <p className="faint">{t(asked ? "rules.log.noneFiltered" : "rules.log.none")}</p>;
  return (
    <>
      <RunRows runs={all} />
      {runs.hasNextPage && (
        <Button loading={runs.isFetchingNextPage} onClick={() => void runs.fetchNextPage()}>
          {t("rules.log.more")}
        </Button>
      )}
    </>
  );
}

function Loaded({ rule }: { rule: RuleInfo }) {
  const { t, language } = useLanguage();
  const filter = useFilter();
  const name = labelText(rule.label, language);
  return (
    <div className={css.page}>
      <div className={css.head}>
        <h1>{t("rules.log.title", { name })}</h1>
        <RuleSwitch rule={rule} />
        {rule.app && <Link to={paths.buildRule(rule.app, rule.code)}>{t("rules.log.build")}</Link>}
      </div>
      <PauseBanner />
      <section className={css.panel} aria-label={t("rules.tabs.log")}>
        <Filters rule={rule} filter={filter} />
        <Runs rule={rule} filter={filter} />
      </section>
      <section className={css.panel} aria-label={t("rules.why.ask")}>
        <h2>{t("rules.why.ask")}</h2>
        {filter.record === null ? (
          <p className="faint">{t("rules.why.choose")}</p>
        ) : (
          <WhyFired rule={rule.code} record={filter.record} />
        )}
      </section>
    </div>
  );
}

/** What a rule did, for what, and why it did or did not. */
export function Component() {
  const { t } = useLanguage();
  const { code = "" } = useParams();
  const rules = useQuery(rulesQuery);
  if (rules.isPending) return <PageSkeleton />;
  if (rules.isError) return <Failure error={rules.error} retry={() => void rules.refetch()} />;
  const rule = rules.data.items.find((one) => one.code === code);
  return rule ? <Loaded rule={rule} /> : <Empty title={t("rule.missing")} />;
}
