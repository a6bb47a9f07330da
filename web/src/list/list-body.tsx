import { type ComponentType, Suspense } from "react";
import { useNavigate } from "react-router";
import type { EntityInfo, Row, ViewType } from "@/api/types";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { later } from "@/app/later";
import { paths } from "@/app/paths";
import { useToast } from "@/app/toast";
import { useRowMenu } from "@/button/use-row-menu";
import type { Value } from "@/core/value";
import { useLanguage } from "@/i18n";
import type { Edit } from "@/record/use-save";
import { AddRow, canAdd } from "./add-row";
import { Cards } from "./cards";
import { Grid } from "./grid/grid";
import type { Density, Grouping } from "./grid/types";
import { ListSkeleton } from "./list-page";
import { type ListState, nextSort } from "./list-state";
import { NothingHere } from "./nothing-here";
import type { Selected } from "./selection";
import type { useListData } from "./use-list-data";
import { usePainter } from "./use-painter";
import { useUnread } from "./use-unread";
import { useWidths } from "./use-widths";
import type { ViewBodyProps } from "./view-body";

const board = later(() => import("@/board/board-view"));
// An address that names a view is most often that of a board: its few kilobytes come while the views are being read.
if (new URLSearchParams(globalThis.location?.search).has("view")) void board.load();

const OTHERS: Partial<Record<ViewType, ComponentType<ViewBodyProps>>> = {
  board,
  calendar: later(() => import("@/calendar/calendar-view")),
  gallery: later(() => import("@/gallery/gallery-view")),
  gantt: later(() => import("@/gantt/gantt-view")),
};

type Props = {
  entity: EntityInfo;
  data: ReturnType<typeof useListData>;
  change: (part: Partial<ListState>, replace?: boolean) => void;
  selected: Selected;
  select: (next: Selected) => void;
  /** Whether a tap on a card selects it. */
  picking: boolean;
  density: Density;
  save: (edit: Edit) => void;
  create: (given?: Record<string, Value>) => void;
  phone: boolean;
};

const HEIGHTS: Record<string, Density> = { short: "compact", medium: "normal", tall: "roomy" };

/** How a grouped list stands: its lines, and what they can be asked. */
function groupingOf({ data }: Props): Grouping | undefined {
  const { groups, group, view } = data;
  if (!groups) return undefined;
  const fields = group.flatMap((code) => view.shown.fields.filter((field) => field.code === code));
  return { fields, lines: groups.lines, toggle: groups.toggle, reach: groups.reach };
}

function Table(props: Props & { rows: Row[]; loadMore: (() => void) | null }) {
  const { entity, data, change, selected, select, density, save, create, rows, loadMore } = props;
  const { t } = useLanguage();
  const navigate = useNavigate();
  const toast = useToast();
  const { widths, resize } = useWidths(entity.code);
  const paint = usePainter(data.view.shown, data.view.view);
  const unread = useUnread(entity);
  const { sort, totals } = data.view.applied;
  const height = data.view.view?.height;
  const menu = useRowMenu(entity);
  return (
    <>
      <Grid
        entity={entity}
        columns={data.columns}
        rows={rows}
        loadMore={loadMore}
        loadingMore={data.rows.isFetchingNextPage}
        selected={selected}
        select={select}
        widths={widths}
        resize={resize}
        density={height ? (HEIGHTS[height] ?? density) : density}
        sort={sort}
        sortBy={(code, more) => change({ sort: nextSort(sort, code, more) })}
        save={save}
        onRefused={(cells) => toast.refused(t("list.pasteRefused", { n: cells }))}
        open={(row) => void navigate(paths.record(entity.code, row.id))}
        totals={data.totals}
        chooseTotal={(code, fn) => change({ totals: { ...totals, [code]: fn } })}
        grouping={groupingOf(props)}
        paint={paint}
        unread={unread}
        after={canAdd(entity) && !loadMore && <AddRow entity={entity} given={{}} create={create} />}
        menu={menu.open}
        live
      />
      {menu.node}
    </>
  );
}

/** The same on a phone, with the colours and the marks of what is new. */
function PhoneList(props: Props & { rows: Row[]; loadMore: (() => void) | null }) {
  const { entity, data, selected, select, picking, rows, loadMore } = props;
  const paint = usePainter(data.view.shown, data.view.view);
  const unread = useUnread(entity);
  const menu = useRowMenu(entity);
  return (
    <>
      <Cards
        {...{ entity, selected, select, picking, rows, loadMore, paint, unread }}
        columns={data.columns}
        loadingMore={data.rows.isFetchingNextPage}
        grouping={groupingOf(props)}
        menu={menu.open}
      />
      {menu.node}
    </>
  );
}

/** A view of another type than a list. */
function OtherView({ entity, data, phone, create }: Pick<Props, "entity" | "data" | "phone" | "create">) {
  const { t } = useLanguage();
  const { view, type, query } = data;
  const paint = usePainter(view.shown, view.view);
  const Other = OTHERS[type];
  if (!Other || !view.view) return <Empty title={t("views.broken")} text={t("views.brokenText")} />;
  return (
    <Suspense fallback={<ListSkeleton />}>
      <Other
        key={entity.code}
        entity={view.shown}
        view={view.view}
        query={query}
        paint={paint}
        phone={phone}
        create={create}
      />
    </Suspense>
  );
}

/** The rows of a list, or why there are none. */
export function ListBody(props: Props) {
  const { entity, data, change, create, phone } = props;
  const { t } = useLanguage();
  const { view, type, rows, groups } = data;
  if (view.error) return <Failure error={view.error} retry={view.retry} />;
  if (!view.ready) return <ListSkeleton />;
  if (view.view?.usable === false) {
    const why = view.view.leftOut?.map((part) => part.message).join("; ");
    return <Empty title={t("views.broken")} text={why || t("views.brokenText")} />;
  }
  if (type !== "list") return <OtherView entity={entity} data={data} phone={phone} create={create} />;
  const reading = groups ? groups.groups : rows;
  if (reading.isPending) return <ListSkeleton />;
  if (reading.isError) return <Failure error={reading.error} retry={() => void reading.refetch()} />;
  if (groups ? groups.lines.length === 0 : rows.rows.length === 0) {
    return (
      <NothingHere
        entity={entity}
        state={view.applied}
        viewed={view.view !== undefined}
        change={change}
        create={() => create()}
      />
    );
  }
  const List = phone ? PhoneList : Table;
  if (groups) return <List {...props} rows={groups.rows} loadMore={null} />;
  const loadMore = rows.hasNextPage ? () => void rows.fetchNextPage() : null;
  return <List {...props} rows={rows.rows} loadMore={loadMore} />;
}
