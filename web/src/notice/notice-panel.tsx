import { SettingOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { Link } from "react-router";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { useLanguage } from "@/i18n";
import css from "./bells.module.css";
import { NoticeList } from "./notice-list";
import { useMarkRead, useNotices } from "./use-notices";

const FEW = 12;

/** The latest notices, below the bell, until one looks or presses elsewhere. */
export default function NoticePanel({ close }: { close: () => void }) {
  const { t } = useLanguage();
  const list = useNotices(false);
  const mark = useMarkRead();
  const panel = useRef<HTMLDivElement>(null);
  const leave = useRef(close);
  leave.current = close;
  useEffect(() => {
    panel.current?.focus();
    const outside = (event: PointerEvent) => {
      // The bell itself closes what it opened.
      const place = panel.current?.parentElement;
      if (event.target instanceof Node && !place?.contains(event.target)) leave.current();
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, []);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
  };
  return (
    <div ref={panel} role="dialog" aria-label={t("notice.title")} tabIndex={-1} className={css.panel} onKeyDown={onKey}>
      <div className={css.panelHead}>
        <h2>{t("notice.title")}</h2>
        {list.notices.some((one) => !one.read) && (
          <Button type="link" size="small" onClick={() => void mark(null)}>
            {t("notice.readAll")}
          </Button>
        )}
      </div>
      <div className={css.panelBody}>
        {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
        {list.isSuccess && list.notices.length === 0 && <p className={css.none}>{t("notice.empty")}</p>}
        <NoticeList
          notices={list.notices.slice(0, FEW)}
          opened={(notice) => {
            if (!notice.read) void mark([notice.id]);
            close();
          }}
        />
      </div>
      <div className={css.panelFoot}>
        <Link to={paths.notices} onClick={close}>
          {t("notice.showAll")}
        </Link>
        <Link to={paths.ownNotices} onClick={close} aria-label={t("notice.own.menu")} title={t("notice.own.menu")}>
          <SettingOutlined />
        </Link>
      </div>
    </div>
  );
}
