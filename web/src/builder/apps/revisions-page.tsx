import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Select } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { comparisonQuery, listRevisions, type RevisionInfo, restoreRevision } from "@/api/definitions";
import { keys } from "@/api/keys";
import { useBuilding } from "@/app/builds";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { PageSkeleton } from "@/app/skeleton";
import { useToast } from "@/app/toast";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import { BuildersOnly } from "../builders-only";
import css from "./apps.module.css";
import { ChangeRow } from "./change-row";

function Differences({ from, to }: { from: number; to: number }) {
  const { t } = useLanguage();
  const changes = useQuery(comparisonQuery(from, to));
  if (changes.isPending) return <PageSkeleton />;
  if (changes.isError) return <Failure error={changes.error} retry={() => void changes.refetch()} />;
  if (changes.data.length === 0) return <p className="faint">{t("builder.revisions.nothing")}</p>;
  return changes.data.map((change) => <ChangeRow key={`${change.kind}/${change.code}`} change={change} />);
}

function useRestore() {
  const { t } = useLanguage();
  const { modal } = App.useApp();
  const toast = useToast();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const restore = async (number: number) => {
    try {
      const drafts = await restoreRevision(number);
      await cache.invalidateQueries({ queryKey: keys.allDefinitions });
      toast.done(t("builder.revisions.restored", { n: drafts.length }));
      await navigate(paths.build);
    } catch (error) {
      toast.failed(error);
    }
  };
  return (number: number) =>
    void modal.confirm({
      title: t("builder.revisions.restoreTitle", { n: number }),
      content: t("builder.revisions.restoreText"),
      okText: t("builder.revisions.restore"),
      cancelText: t("common.cancel"),
      onOk: () => restore(number),
    });
}

type RowProps = {
  revision: RevisionInfo;
  current: boolean;
  chosen: boolean;
  choose: () => void;
  restore: (() => void) | null;
};

function RevisionRow({ revision, current, chosen, choose, restore }: RowProps) {
  const { t } = useLanguage();
  const formats = useFormats();
  return (
    <div className={css.row}>
      <div className={css.about}>
        <strong>
          {t("builder.revisions.number", { n: revision.number })}
          {current && <span className="faint"> {t("builder.revisions.current")}</span>}
        </strong>
        <span className="faint" title={formats.moment(revision.publishedAt)}>
          {t("builder.revisions.by", { name: revision.publisher })} · {formats.relative(revision.publishedAt)} ·{" "}
          {t("builder.revisions.changes", { n: revision.changes })}
        </span>
      </div>
      <Button size="small" type={chosen ? "primary" : "default"} aria-pressed={chosen} onClick={choose}>
        {t("builder.revisions.compare")}
      </Button>
      {!current && restore !== null && (
        <Button size="small" onClick={restore}>
          {t("builder.revisions.restore")}
        </Button>
      )}
    </div>
  );
}

function RevisionsPage() {
  const { t } = useLanguage();
  const restore = useRestore();
  const everything = useBuilding().all;
  const [chosen, setChosen] = useState<number | null>(null);
  const [other, setOther] = useState<number | null>(null);
  const pages = useInfiniteQuery({
    queryKey: keys.revisions,
    queryFn: ({ pageParam }) => listRevisions(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
  });
  if (pages.isPending) return <PageSkeleton />;
  if (pages.isError) return <Failure error={pages.error} retry={() => void pages.refetch()} />;
  const all = pages.data.pages.flatMap((page) => page.items);
  const against = other ?? (chosen === null ? null : chosen - 1);
  return (
    <div className={css.page}>
      <div>
        <h1>{t("builder.revisions.title")}</h1>
        <p className="muted">{t("builder.revisions.text")}</p>
      </div>
      {chosen !== null && against !== null && (
        <section className={css.panel} aria-label={t("builder.revisions.compare")}>
          <div className={css.panelHead}>
            <h2>
              {t("builder.revisions.number", { n: chosen })} {t("builder.revisions.with")}
            </h2>
            <Select
              aria-label={t("builder.revisions.with")}
              value={against}
              style={{ minWidth: 140 }}
              options={[...all.map((one) => one.number), 0]
                .filter((number) => number !== chosen)
                .map((value) => ({ value, label: t("builder.revisions.number", { n: value }) }))}
              onChange={setOther}
            />
          </div>
          <Differences from={Math.min(chosen, against)} to={Math.max(chosen, against)} />
        </section>
      )}
      <section className={css.panel} aria-label={t("builder.revisions.title")}>
        {all.length === 0 && <p className="faint">{t("builder.revisions.none")}</p>}
        {all.map((revision, at) => (
          <RevisionRow
            key={revision.number}
            revision={revision}
            current={at === 0}
            chosen={revision.number === chosen}
            choose={() => {
              setChosen(revision.number);
              setOther(null);
            }}
            restore={everything ? () => restore(revision.number) : null}
          />
        ))}
        {pages.hasNextPage && (
          <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t("builder.revisions.more")}
          </Button>
        )}
      </section>
    </div>
  );
}

export function Component() {
  return (
    <BuildersOnly>
      <RevisionsPage />
    </BuildersOnly>
  );
}
