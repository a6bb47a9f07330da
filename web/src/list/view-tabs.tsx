import { DownOutlined, PlusOutlined, UndoOutlined, WarningOutlined } from "@ant-design/icons";
import { App, Button, Dropdown, type MenuProps, Tooltip } from "antd";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { type EntityInfo, VIEW_TYPES, type ViewInfo } from "@/api/types";
import { useBuilding } from "@/app/builds";
import { paths } from "@/app/paths";
import type { Where } from "@/core/where";
import { labelText, useLanguage } from "@/i18n";
import { StarButton } from "@/personal/star-button";
import { merged } from "@/views/merged";
import { useViewActions } from "@/views/use-view-actions";
import { ViewIcon } from "@/views/view-icon";
import type { ListState } from "./list-state";
import { useWhereContext } from "./use-rows";
import css from "./view-tabs.module.css";
import { isArranged, isChanged, pristine } from "./views";

const ViewEditor = lazy(() => import("@/views/editor").then(({ ViewEditor: Component }) => ({ default: Component })));

type TabProps = { to: string; text: string; current: boolean; view?: ViewInfo };

function Tab({ to, text, current, view }: TabProps) {
  const { t } = useLanguage();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (current) link.current?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  }, [current]);
  const broken = view?.usable === false || (view?.leftOut?.length ?? 0) > 0;
  const title = view?.leftOut?.map((part) => part.message).join("\n") || undefined;
  return (
    <Link
      ref={link}
      to={to}
      title={title}
      className={current ? `${css.tab} ${css.current}` : css.tab}
      aria-current={current ? "page" : undefined}
    >
      {view && <ViewIcon type={view.type} />}
      <span>{text}</span>
      {view?.personal && (
        <span className={css.mine} title={t("views.mineHint")}>
          {t("views.mineMark")}
        </span>
      )}
      {broken && <WarningOutlined className={css.warn} aria-label={t("views.leftOut")} />}
    </Link>
  );
}

type Props = {
  entity: EntityInfo;
  views: ViewInfo[];
  view: ViewInfo | undefined;
  /** The condition of the view as a tree. */
  condition: Where | null;
  state: ListState;
  change: (part: Partial<ListState>) => void;
};

type Editing = { start: ViewInfo; existing: boolean } | null;
type Items = NonNullable<MenuProps["items"]>;

/** What can be done with the view that is open. Those that people share are for builders. */
function useViewMenu({ entity, view, condition, state, change }: Props) {
  const { t, language } = useLanguage();
  const building = useBuilding();
  const { modal } = App.useApp();
  const context = useWhereContext(entity);
  const [editing, edit] = useState<Editing>(null);
  const actions = useViewActions(entity, (code) => change(pristine(code)));
  const now = () => merged(entity, view, state, condition, context);
  const mayChange = view !== undefined && (view.personal === true || building.app(view.app));
  const begin = (part: Partial<ViewInfo>) => edit({ start: { ...now(), ...part }, existing: false });
  const copy = () => {
    const name = t("views.copyOf", { name: labelText(view?.label, language) });
    begin({ label: { [language]: name }, personal: undefined });
  };
  const remove = () => {
    if (view === undefined) return;
    void modal.confirm({
      title: t("views.deleteTitle", { name: labelText(view.label, language) }),
      content: t(view.personal ? "views.deleteMine" : "views.deleteShared"),
      okText: t("common.delete"),
      cancelText: t("common.cancel"),
      okButtonProps: { danger: true },
      onOk: () => void actions.remove(view),
    });
  };
  const items: Items = [
    ...(mayChange && view
      ? [
          {
            key: "settings",
            label: t("views.settings"),
            onClick: () => edit({ start: { ...now(), code: view.code }, existing: true }),
          },
        ]
      : []),
    { key: "copy", label: t(view ? "views.copy" : "views.saveAs"), onClick: copy },
    { key: "usual", label: t("views.makeUsual"), onClick: () => void actions.makeUsual(view?.code ?? null) },
    ...(mayChange
      ? [{ type: "divider" as const }, { key: "delete", danger: true, label: t("common.delete"), onClick: remove }]
      : []),
  ];
  const types: Items = VIEW_TYPES.map((type) => ({
    key: type,
    icon: <ViewIcon type={type} />,
    label: t(`views.types.${type}`),
    onClick: () => begin({ type, label: {}, personal: undefined, ...(view ? {} : { colors: [] }) }),
  }));
  const editor = editing && (
    <Suspense fallback={null}>
      <ViewEditor
        entity={entity}
        start={editing.start}
        existing={editing.existing}
        busy={actions.busy}
        close={() => edit(null)}
        save={async (made, scope) => {
          const saved = editing.existing ? await actions.replace(made) : await actions.create(made, scope);
          if (saved) edit(null);
        }}
      />
    </Suspense>
  );
  return { items, types, editor, mayChange, busy: actions.busy, save: () => void actions.replace(now()), begin };
}

/** All records, then each view. What the person changed on top can be saved or dropped at the end of the line. */
export function ViewTabs(props: Props) {
  const { entity, views, view, state, change } = props;
  const { t, language } = useLanguage();
  const menu = useViewMenu(props);
  const changed = isChanged(state);
  const saves = isArranged(state);
  return (
    <div className={css.line}>
      <nav className={css.tabs} aria-label={t("list.views")}>
        <Tab to={paths.list(entity.code)} text={t("list.allView")} current={view === undefined} />
        {views.map((one) => (
          <Tab
            key={one.code}
            to={paths.view(entity.code, one.code)}
            text={labelText(one.label, language)}
            current={one === view}
            view={one}
          />
        ))}
      </nav>
      <StarButton
        size="small"
        mark={view ? { kind: "view", entity: entity.code, view: view.code } : { kind: "list", entity: entity.code }}
      />
      {changed && (
        <>
          <Tooltip title={t("list.resetViewHint")} placement="left">
            <Button
              type="text"
              size="small"
              icon={<UndoOutlined />}
              onClick={() => change(pristine(view?.code ?? null))}
            >
              {t("list.resetView")}
            </Button>
          </Tooltip>
          {saves && (
            <Button
              size="small"
              loading={menu.busy}
              onClick={() => (menu.mayChange ? menu.save() : menu.begin({ label: {}, personal: undefined }))}
            >
              {t(menu.mayChange ? "views.saveView" : "views.saveAs")}
            </Button>
          )}
        </>
      )}
      <Dropdown trigger={["click"]} placement="bottomRight" menu={{ items: menu.items }}>
        <Button type="text" size="small" icon={<DownOutlined />} aria-label={t("views.menu")} />
      </Dropdown>
      <Dropdown trigger={["click"]} placement="bottomRight" menu={{ items: menu.types }}>
        <Button type="text" size="small" icon={<PlusOutlined />} aria-label={t("views.newView")} />
      </Dropdown>
      {menu.editor}
    </div>
  );
}
