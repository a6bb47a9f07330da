import {
  CheckOutlined,
  LayoutOutlined,
  PlusOutlined,
  RedoOutlined,
  ReloadOutlined,
  UndoOutlined,
} from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { lazy, Suspense, useMemo, useState } from "react";
import { appsQuery } from "@/api/catalogue";
import { newKey } from "@/api/new-key";
import { CARD_TYPES, type CardType, type HomeCard } from "@/api/personal";
import { useBuilding } from "@/app/builds";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { MenuButton } from "@/app/menu-button";
import { useMenus } from "@/app/shell/menu";
import { usePlaceCommands } from "@/app/shell/place-commands";
import { useMe } from "@/app/signed-in";
import { PageSkeleton } from "@/app/skeleton";
import { useLanguage } from "@/i18n";
import css from "./home.module.css";
import { HomeGrid } from "./home-grid";
import { CARD_KINDS } from "./kinds";
import { changed, isThere, MOST_CARDS, USUAL_WIDTH, withCard } from "./model";
import { useHome } from "./use-home";

const Begin = lazy(async () => ({ default: (await import("@/begin/begin")).Begin }));
const CardEditor = lazy(async () => ({ default: (await import("./card-editor")).CardEditor }));

/** A figure and a list are settled before they are there. */
const ASKS: ReadonlySet<CardType> = new Set<CardType>(["figure", "list"]);

type Arranging = { home: ReturnType<typeof useHome>; edit: (card: HomeCard) => void; done: () => void };

/** What arranges the home: cards to add, steps back and forth, the usual home again. */
function Bar({ home, edit, done }: Arranging) {
  const { t } = useLanguage();
  const { modal } = App.useApp();
  const items = CARD_TYPES.map((type) => {
    const { Icon } = CARD_KINDS[type];
    return {
      key: type,
      icon: <Icon />,
      label: t(`home.type.${type}`),
      disabled: isThere(home.cards, type),
      onClick: () => {
        const card: HomeCard = { id: newKey(), type, width: USUAL_WIDTH[type] };
        if (ASKS.has(type)) edit(card);
        else home.change(withCard(home.cards, card));
      },
    };
  });
  const reset = () =>
    void modal.confirm({
      title: t("home.resetTitle"),
      content: t("home.resetText"),
      okText: t("home.reset"),
      cancelText: t("common.cancel"),
      onOk: home.reset,
    });
  return (
    <div className={css.bar}>
      <MenuButton items={items}>
        {(menu) => (
          <Button {...menu} type="primary" icon={<PlusOutlined />} disabled={home.cards.length >= MOST_CARDS}>
            {t("home.add")}
          </Button>
        )}
      </MenuButton>
      <Button
        icon={<UndoOutlined />}
        aria-label={t("common.undo")}
        title={t("common.undo")}
        disabled={!home.undo}
        onClick={() => home.undo?.()}
      />
      <Button
        icon={<RedoOutlined />}
        aria-label={t("home.redo")}
        title={t("home.redo")}
        disabled={!home.redo}
        onClick={() => home.redo?.()}
      />
      <Button icon={<ReloadOutlined />} disabled={!home.own} onClick={reset}>
        {t("home.reset")}
      </Button>
      <Button icon={<CheckOutlined />} onClick={done}>
        {t("home.done")}
      </Button>
    </div>
  );
}

function Arranged() {
  const { t } = useLanguage();
  const me = useMe();
  const home = useHome();
  const [arranging, setArranging] = useState(false);
  const [editing, edit] = useState<HomeCard | null>(null);
  const [said, say] = useState("");
  const commands = useMemo(() => [{ key: "arrange", text: t("home.arrange"), run: () => setArranging(true) }], [t]);
  usePlaceCommands(commands);
  if (home.pending) return <PageSkeleton />;
  if (home.error) return <Failure error={home.error} retry={home.retry} />;
  const done = () => {
    setArranging(false);
    home.finish();
  };
  const settle = (card: HomeCard) => {
    const there = home.cards.some((one) => one.id === card.id);
    home.change(there ? changed(home.cards, card.id, { ...BARE, ...card }) : withCard(home.cards, card));
    edit(null);
  };
  return (
    <div className={css.page}>
      <div className={css.head}>
        <h1>{t("app.home.hello", { name: me.member.name })}</h1>
        {arranging ? (
          <Bar home={home} edit={edit} done={done} />
        ) : (
          <Button icon={<LayoutOutlined />} onClick={() => setArranging(true)}>
            {t("home.arrange")}
          </Button>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {home.cards.length === 0 ? (
        <Empty
          title={t("home.empty")}
          text={t("home.emptyText")}
          action={!arranging && <Button onClick={() => setArranging(true)}>{t("home.arrange")}</Button>}
        />
      ) : (
        <HomeGrid cards={home.cards} arranging={arranging} change={home.change} settings={edit} say={say} />
      )}
      {editing && (
        <Suspense fallback={null}>
          <CardEditor card={editing} save={settle} close={() => edit(null)} />
        </Suspense>
      )}
    </div>
  );
}

/** What a card can say; settings that are saved without one of these take it out of the card. */
const BARE: Partial<HomeCard> = {
  title: undefined,
  entity: undefined,
  view: undefined,
  where: undefined,
  fn: undefined,
  of: undefined,
};

/** For who has no app: those who make apps begin with one, others wait for a role. */
function NoApps() {
  const { t } = useLanguage();
  return useBuilding().all ? <Begin /> : <Empty title={t("home.noApps")} text={t("home.noAppsText")} />;
}

/** Home: one's own cards, or what to do where there is no app yet. */
export function Component() {
  const apps = useQuery(appsQuery);
  const menus = useMenus();
  if (apps.isPending) return <PageSkeleton />;
  if (apps.isError) return <Failure error={apps.error} retry={() => void apps.refetch()} />;
  return menus.length === 0 ? <NoApps /> : <Arranged />;
}
