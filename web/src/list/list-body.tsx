import { type ComponentType, lazy, Suspense } from "react";
import { useNavigate } from "react-router";
import type { EntityInfo, ViewType } from "@/api/types";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { useToast } from "@/app/toast";
import type { Value } from "@/core/value";
import { useLanguage } from "@/i18n";
import type { Edit } from "@/record/use-save";
import { Cards } from "./cards";
import { Grid } from "./grid/grid";
import type { Density } from "./grid/types";
import { ListSkeleton } from "./list-page";
import { type ListState, nextSort } from "./list-state";
import { NothingHere } from "./nothing-here";
import type { Selected } from "./selection";
import type { useListData } from "./use-list-data";
import { usePainter } from "./use-painter";
import { useWidths } from "./use-widths";
import type { ViewBodyProps } from "./view-body";

const OTHERS: Partial<Record<ViewType, ComponentType<ViewBodyProps>>> = {
  board: lazy(() => import("@/board/board-view")),
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

/** The rows of a list, or why there are none. */
export function ListBody({ entity, data, change, selected, select, picking, density, save, create, phone }: Props) {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const toast = useToast();
  const { widths, resize } = useWidths(entity.code);
  const { view, type, columns, rows, totals } = data;
  const paint = usePainter(view.shown, view.view);
  const { sort } = view.applied;
  if (view.error) return <Failure error={view.error} retry={view.retry} />;
  if (!view.ready) return <ListSkeleton />;
  const Other = OTHERS[type];
  if (Other && view.view) {
    return (
      <Suspense fallback={<ListSkeleton />}>
        <Other entity={view.shown} view={view.view} query={data.query} paint={paint} phone={phone} create={create} />
      </Suspense>
    );
  }
  if (rows.isPending) return <ListSkeleton />;
  if (rows.isError) return <Failure error={rows.error} retry={() => void rows.refetch()} />;
  if (rows.rows.length === 0) {
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
  const loadMore = rows.hasNextPage ? () => void rows.fetchNextPage() : null;
  const shared = { entity, columns, rows: rows.rows, loadMore, loadingMore: rows.isFetchingNextPage, selected, select };
  if (phone) return <Cards {...shared} picking={picking} />;
  return (
    <Grid
      {...shared}
      widths={widths}
      resize={resize}
      density={density}
      sort={sort}
      sortBy={(code, more) => change({ sort: nextSort(sort, code, more) })}
      save={save}
      onRefused={(cells) => toast.refused(t("list.pasteRefused", { n: cells }))}
      open={(row) => void navigate(paths.record(entity.code, row.id))}
      totals={totals.data}
      live
    />
  );
}
