import {
  BellOutlined,
  CarryOutOutlined,
  MessageOutlined,
  SettingOutlined,
  ThunderboltOutlined,
} from "@ant-design/icons";
import type { ComponentType } from "react";
import { Link } from "react-router";
import type { Notice, Topic } from "@/api/notices";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import { wayTo } from "./notice";
import css from "./notice.module.css";

const ICONS: Record<Topic, ComponentType<{ className?: string }>> = {
  assignments: CarryOutOutlined,
  reminders: BellOutlined,
  mentions: MessageOutlined,
  rules: ThunderboltOutlined,
  system: SettingOutlined,
};

function Line({ notice, opened }: { notice: Notice; opened: () => void }) {
  const { t } = useLanguage();
  const formats = useFormats();
  const Icon = ICONS[notice.topic] ?? BellOutlined;
  const from = [notice.by?.name, notice.about?.title].filter(Boolean).join(" \u00b7 ");
  return (
    <li>
      <Link to={wayTo(notice)} className={css.notice} data-unread={!notice.read || undefined} onClick={opened}>
        <span className={css.icon} title={t(`notice.topic.${notice.topic}`)}>
          <Icon />
        </span>
        <span className={css.said}>
          <span className={css.title}>
            {!notice.read && <span className="visually-hidden">{t("notice.unread")} </span>}
            {notice.title}
          </span>
          {notice.text && <span className={css.text}>{notice.text}</span>}
          <span className={css.foot}>
            {from && <span className="ellipsis">{from}</span>}
            <time dateTime={notice.at} title={formats.moment(notice.at)}>
              {formats.relative(notice.at)}
            </time>
          </span>
        </span>
        {!notice.read && <span className={css.dot} aria-hidden />}
      </Link>
    </li>
  );
}

/** Notices, the newest first; opening one goes to what it is about. */
export function NoticeList({ notices, opened }: { notices: readonly Notice[]; opened: (notice: Notice) => void }) {
  const { t } = useLanguage();
  return (
    <ul className={css.list} aria-label={t("notice.title")}>
      {notices.map((notice) => (
        <Line key={notice.id} notice={notice} opened={() => opened(notice)} />
      ))}
    </ul>
  );
}
