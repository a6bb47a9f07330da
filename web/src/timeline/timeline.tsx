import { Button, Segmented, Skeleton } from "antd";
import type { EntityInfo, Row } from "@/api/types";
import { Failure } from "@/app/failure";
import { Later } from "@/app/skeleton";
import { useLanguage } from "@/i18n";
import { ChangeEntry } from "@/record/history";
import history from "@/record/history.module.css";
import { Composer } from "./composer";
import { ActivityEntry, CommentEntry } from "./entries";
import css from "./timeline.module.css";
import { type Entry, FILTERS, type Filter, useTimeline } from "./use-timeline";

function One({ entity, record, entry }: { entity: EntityInfo; record: string; entry: Entry }) {
  switch (entry.kind) {
    case "change":
      return <ChangeEntry entity={entity} change={entry.change} />;
    case "comment":
      return <CommentEntry entity={entity} record={record} comment={entry.comment} />;
    case "activity":
      return <ActivityEntry log={entry.log} row={entry.row} />;
  }
}

const keyOf = (entry: Entry) => {
  switch (entry.kind) {
    case "change":
      return entry.change.id;
    case "comment":
      return entry.comment.id;
    case "activity":
      return entry.row.id;
  }
};

/** What happened with a record and what is said about it, with the place to add to it on top. */
export function Timeline({ entity, row }: { entity: EntityInfo; row: Row }) {
  const { t } = useLanguage();
  const timeline = useTimeline(entity.code, row.id);
  const filters = FILTERS.filter((one) => one !== "activity" || timeline.logs.length > 0);
  return (
    <>
      <Composer entity={entity} row={row} logs={timeline.logs} />
      <Segmented<Filter>
        size="small"
        className={css.filter}
        aria-label={t("timeline.show")}
        value={timeline.filter}
        options={filters.map((value) => ({ value, label: t(`timeline.filter.${value}`) }))}
        onChange={timeline.setFilter}
      />
      {timeline.pending && (
        <Later>
          <Skeleton active title={false} paragraph={{ rows: 5 }} />
        </Later>
      )}
      {timeline.error && <Failure error={timeline.error} retry={timeline.retry} />}
      {!timeline.pending && timeline.items.length === 0 && <p className="faint">{t("timeline.nothing")}</p>}
      <ol className={history.list}>
        {timeline.items.map((entry) => (
          <One key={`${entry.kind}-${keyOf(entry)}`} entity={entity} record={row.id} entry={entry} />
        ))}
      </ol>
      {timeline.hasMore && (
        <Button size="small" loading={timeline.busy} onClick={timeline.more}>
          {t("timeline.older")}
        </Button>
      )}
    </>
  );
}
