import { Button, Segmented } from "antd";
import { Link, useSearchParams } from "react-router";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { PageSkeleton } from "@/app/skeleton";
import { useLanguage } from "@/i18n";
import css from "./notice.module.css";
import { NoticeList } from "./notice-list";
import { useMarkRead, useNotices } from "./use-notices";

const WHICH = ["all", "unread"] as const;
type Which = (typeof WHICH)[number];

/** All that this person was told. */
export function Component() {
  const { t } = useLanguage();
  const [params, setParams] = useSearchParams();
  const which: Which = params.get("unread") === "1" ? "unread" : "all";
  const list = useNotices(which === "unread");
  const mark = useMarkRead();
  return (
    <div className={css.page}>
      <div className={css.head}>
        <h1>{t("notice.title")}</h1>
        <Link to={paths.ownNotices}>{t("notice.own.menu")}</Link>
      </div>
      <div className={css.head}>
        <Segmented<Which>
          aria-label={t("notice.which")}
          value={which}
          onChange={(next) => setParams(next === "unread" ? { unread: "1" } : {}, { replace: true })}
          options={WHICH.map((value) => ({ value, label: t(`notice.${value}`) }))}
        />
        {list.notices.some((one) => !one.read) && (
          <Button type="text" onClick={() => void mark(null)}>
            {t("notice.readAll")}
          </Button>
        )}
      </div>
      <div className={css.sheet}>
        {list.isPending && <PageSkeleton />}
        {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && list.notices.length === 0 && (
          <Empty
            title={t(which === "unread" ? "notice.emptyUnread" : "notice.empty")}
            text={which === "unread" ? undefined : t("notice.emptyText")}
          />
        )}
        <NoticeList notices={list.notices} opened={(notice) => !notice.read && void mark([notice.id])} />
        {list.hasNextPage && (
          <div className={css.more}>
            <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t("notice.more")}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
