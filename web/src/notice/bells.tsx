import { BellOutlined, CarryOutOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { App } from "antd";
import { lazy, Suspense, useRef, useState } from "react";
import { Link, useNavigate } from "react-router";
import { type Notice, noticeCountQuery } from "@/api/notices";
import { todoCountsQuery } from "@/api/todos";
import { paths } from "@/app/paths";
import { useLanguage } from "@/i18n";
import { Badge } from "./badge";
import css from "./bells.module.css";
import { wayTo } from "./notice";
import { useLive } from "./use-live";

const NoticePanel = lazy(() => import("./notice-panel"));

/** How long what has just come is shown, in seconds. */
const SHOWN = 6;

/** How much is to be done now: what is late and what is due today. */
export function TodoBadge() {
  const { overdue = 0, today = 0 } = useQuery(todoCountsQuery).data ?? {};
  return <Badge n={overdue + today} urgent={overdue > 0} />;
}

function TodoLink() {
  const { t } = useLanguage();
  const { overdue = 0, today = 0 } = useQuery(todoCountsQuery).data ?? {};
  const text = t("todo.link", { overdue: String(overdue), today: String(today) });
  return (
    <Link to={paths.todos} className={css.bell} aria-label={text} title={text}>
      <CarryOutOutlined />
      <TodoBadge />
    </Link>
  );
}

/** Says what has just come, in a corner and only for a while; it is in the list all the same. */
function useTell() {
  const { notification } = App.useApp();
  const navigate = useNavigate();
  return (notice: Notice) => {
    const to = wayTo(notice);
    notification.open({
      key: notice.id,
      title: notice.title,
      description: notice.text ?? undefined,
      placement: "bottomRight",
      duration: SHOWN,
      role: "status",
      onClick: () => {
        notification.destroy(notice.id);
        void navigate(to);
      },
    });
  };
}

/** What is to be done and what is new, in the top bar. A phone has to-dos in its tabs, and a page for what is new. */
export function Bells({ phone }: { phone: boolean }) {
  const { t } = useLanguage();
  const unread = useQuery(noticeCountQuery).data?.unread ?? 0;
  const [open, setOpen] = useState(false);
  const bell = useRef<HTMLButtonElement>(null);
  useLive(useTell());
  const name = t("notice.bell", { n: String(unread) });
  if (phone) {
    return (
      <Link to={paths.notices} className={css.bell} aria-label={name}>
        <BellOutlined />
        <Badge n={unread} />
      </Link>
    );
  }
  const close = () => {
    setOpen(false);
    bell.current?.focus();
  };
  return (
    <>
      <TodoLink />
      <span className={css.place}>
        <button
          ref={bell}
          type="button"
          className={`plain ${css.bell}`}
          aria-label={name}
          title={name}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <BellOutlined />
          <Badge n={unread} />
        </button>
        {open && (
          <Suspense fallback={null}>
            <NoticePanel close={close} />
          </Suspense>
        )}
      </span>
    </>
  );
}
