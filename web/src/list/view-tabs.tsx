import { UndoOutlined } from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import { useEffect, useRef } from "react";
import { Link } from "react-router";
import type { ViewInfo } from "@/api/types";
import { paths } from "@/app/paths";
import { labelText, useLanguage } from "@/i18n";
import type { ListState } from "./list-state";
import css from "./view-tabs.module.css";
import { isChanged, pristine } from "./views";

type TabProps = { to: string; text: string; current: boolean };

function Tab({ to, text, current }: TabProps) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (current) link.current?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  }, [current]);
  return (
    <Link
      ref={link}
      to={to}
      className={current ? `${css.tab} ${css.current}` : css.tab}
      aria-current={current ? "page" : undefined}
    >
      {text}
    </Link>
  );
}

type Props = {
  entity: string;
  views: ViewInfo[];
  view: ViewInfo | undefined;
  state: ListState;
  change: (part: Partial<ListState>) => void;
};

/** All records, then each view. What the person changed on top can be dropped at the end of the line. */
export function ViewTabs({ entity, views, view, state, change }: Props) {
  const { t, language } = useLanguage();
  if (views.length === 0) return null;
  return (
    <div className={css.line}>
      <nav className={css.tabs} aria-label={t("list.views")}>
        <Tab to={paths.list(entity)} text={t("list.allView")} current={view === undefined} />
        {views.map((one) => (
          <Tab
            key={one.code}
            to={paths.view(entity, one.code)}
            text={labelText(one.label, language)}
            current={one === view}
          />
        ))}
      </nav>
      {isChanged(state) && (
        <Tooltip title={t("list.resetViewHint")} placement="left">
          <Button type="text" size="small" icon={<UndoOutlined />} onClick={() => change(pristine(view?.code ?? null))}>
            {t("list.resetView")}
          </Button>
        </Tooltip>
      )}
    </div>
  );
}
