import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Collapse, Drawer, Skeleton } from "antd";
import { useState } from "react";
import { type RuleInfo, rulesQuery, runsQuery } from "@/api/rules";
import { Failure } from "@/app/failure";
import { labelText, useLanguage } from "@/i18n";
import { PauseBanner } from "./pause";
import css from "./rules.module.css";
import { RunRows } from "./run-rows";
import { WhyFired } from "./why-fired";

type Props = { entity: string; record: string; close: () => void };

/** What one rule did for the record, and on demand why it did not. */
function OneRule({ rule, record }: { rule: RuleInfo; record: string }) {
  const { t } = useLanguage();
  const [asked, setAsked] = useState(false);
  const runs = useInfiniteQuery(runsQuery(rule.code, { record }));
  if (runs.isPending) return <Skeleton active title={false} />;
  if (runs.isError) return <Failure error={runs.error} />;
  const all = runs.data.pages.flatMap(({ items }) => items);
  return (
    <div className={css.why}>
      {all.length === 0 ? <p className="faint">{t("rules.why.noRuns")}</p> : <RunRows runs={all} named={false} />}
      {asked ? (
        <WhyFired rule={rule.code} record={record} />
      ) : (
        <Button type="link" onClick={() => setAsked(true)}>
          {t("rules.why.ask")}
        </Button>
      )}
    </div>
  );
}

/** The rules of a record's form, and what each did here. */
export default function RecordRulesDrawer({ entity, record, close }: Props) {
  const { t, language } = useLanguage();
  const rules = useQuery(rulesQuery);
  const own = rules.data?.items.filter((one) => one.entity === entity) ?? [];
  return (
    <Drawer open title={t("rules.why.title")} size={560} onClose={close}>
      <div className={css.why}>
        <PauseBanner />
        {rules.isError && <Failure error={rules.error} />}
        {rules.isPending && <Skeleton active />}
        {rules.data && (
          <p className="faint">{own.length > 0 ? t("rules.why.hint", { n: own.length }) : t("rules.why.none")}</p>
        )}
        <Collapse
          items={own.map((rule) => ({
            key: rule.code,
            label: labelText(rule.label, language),
            extra: !rule.on && <span className="faint">{t("rules.list.off")}</span>,
            children: <OneRule rule={rule} record={record} />,
          }))}
        />
      </div>
    </Drawer>
  );
}
