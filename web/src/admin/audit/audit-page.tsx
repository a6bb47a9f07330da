import { DownloadOutlined } from "@ant-design/icons";
import { Button, Tag } from "antd";
import { useState } from "react";
import { type AuditEntry, auditFile } from "@/api/audit";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { MenuButton } from "@/app/menu-button";
import { useMe } from "@/app/signed-in";
import { PageSkeleton } from "@/app/skeleton";
import { useLanguage } from "@/i18n";
import css from "./audit.module.css";
import { Chain } from "./chain";
import { Entries } from "./entries";
import { EntryDrawer } from "./entry-drawer";
import { type AuditFilter, isNarrow } from "./filter";
import { FilterBar } from "./filter-bar";
import { useLog } from "./use-log";

function Export({ parameters }: { parameters: Record<string, string> }) {
  const { t } = useLanguage();
  const link = (format: "csv" | "xlsx", text: string) => ({
    key: format,
    label: (
      <a href={auditFile(parameters, format)} download>
        {text}
      </a>
    ),
  });
  return (
    <MenuButton side="right" items={[link("csv", t("audit.exportCsv")), link("xlsx", t("audit.exportXlsx"))]}>
      {(menu) => (
        <Button {...menu} icon={<DownloadOutlined />}>
          {t("audit.export")}
        </Button>
      )}
    </MenuButton>
  );
}

type LogProps = ReturnType<typeof useLog> & { open: (entry: AuditEntry) => void };

function Log({ pages, entries, filter, narrow, open }: LogProps) {
  const { t } = useLanguage();
  if (pages.isPending) return <PageSkeleton />;
  if (pages.isError) return <Failure error={pages.error} retry={() => void pages.refetch()} />;
  if (entries.length === 0) {
    const clear = <Button onClick={() => narrow({})}>{t("audit.clear")}</Button>;
    return <Empty title={t("audit.empty")} text={t("audit.emptyText")} action={isNarrow(filter) ? clear : undefined} />;
  }
  return (
    <div className={pages.isPlaceholderData ? css.stale : undefined}>
      <Entries entries={entries} open={open} />
      {pages.hasNextPage && (
        <div className={css.more}>
          <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t("audit.more")}
          </Button>
        </div>
      )}
    </div>
  );
}

function About({ filter, entries, narrow }: Pick<LogProps, "filter" | "entries" | "narrow">) {
  const { t } = useLanguage();
  if (!filter.object) return null;
  const { kind: _, object: __, ...rest } = filter satisfies AuditFilter;
  const title = entries.find((entry) => entry.object === filter.object)?.title ?? filter.object;
  return (
    <Tag closable onClose={() => narrow(rest)} className={css.about}>
      {t("audit.about", { title })}
    </Tag>
  );
}

function Page() {
  const { t } = useLanguage();
  const log = useLog();
  const [opened, setOpened] = useState<AuditEntry | null>(null);
  return (
    <div className={css.page}>
      <header className={css.head}>
        <div>
          <h1>{t("audit.title")}</h1>
          <p className="muted">{t("audit.lead")}</p>
        </div>
        <Export parameters={log.parameters} />
      </header>
      <Chain />
      <FilterBar filter={log.filter} narrow={log.narrow} />
      <About {...log} />
      <Log {...log} open={setOpened} />
      <EntryDrawer entry={opened} close={() => setOpened(null)} narrow={log.narrow} />
    </div>
  );
}

export function Component() {
  const { t } = useLanguage();
  return useMe().admin ? <Page /> : <Empty title={t("audit.forbidden")} text={t("audit.forbiddenText")} />;
}
