import { Button } from "antd";
import { useMemo, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import type { EntityInfo } from "@/api/types";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { useToast } from "@/app/toast";
import { usePhone } from "@/app/use-phone";
import { kindOf } from "@/field/registry";
import { labelText, useLanguage } from "@/i18n";
import { CreateDrawer } from "@/record/create-drawer";
import { useSave } from "@/record/use-save";
import { BulkBar } from "./bulk-bar";
import { Cards } from "./cards";
import { shownColumns } from "./columns";
import { Grid } from "./grid/grid";
import css from "./list.module.css";
import { ListHead } from "./list-head";
import { ListSkeleton } from "./list-page";
import { type ListState, nextSort } from "./list-state";
import { NONE, type Selected } from "./selection";
import { useListState } from "./use-list-state";
import { useCount, useListQuery, useRows, useTotals } from "./use-rows";
import { useDensity, useWidths } from "./use-widths";

function NothingHere({
  entity,
  state,
  clear,
  create,
}: {
  entity: EntityInfo;
  state: ListState;
  clear: () => void;
  create: () => void;
}) {
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  if (state.filter !== null || state.search !== "") {
    const action = <Button onClick={clear}>{t("list.empty.clear")}</Button>;
    return <Empty title={t("list.empty.matchTitle")} text={t("list.empty.matchText")} action={action} />;
  }
  const action = (
    <>
      {entity.rights.import && (
        <Button onClick={() => void navigate(paths.wizard(entity.code))}>{t("list.import")}</Button>
      )}
      {entity.rights.create && (
        <Button type="primary" onClick={create}>
          {t("list.new")}
        </Button>
      )}
    </>
  );
  return (
    <Empty
      title={t("list.empty.title", { name: labelText(entity.label, language) })}
      text={t("list.empty.text")}
      action={action}
    />
  );
}

/** `?new=1` opens the form, so that a command or a link can. */
function useCreating() {
  const [params, setParams] = useSearchParams();
  const creating = params.get("new") !== null;
  const setCreating = (on: boolean) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old);
        if (on) next.set("new", "1");
        else next.delete("new");
        return next;
      },
      { replace: true },
    );
  return { creating, setCreating };
}

function useListData(entity: EntityInfo, state: ListState) {
  const columns = useMemo(() => shownColumns(entity, state.columns), [entity, state.columns]);
  const fields = useMemo(() => columns.map((field) => field.code), [columns]);
  const sums = useMemo(() => columns.filter((field) => kindOf(field).summable).map((field) => field.code), [columns]);
  const query = useListQuery(entity, state, fields);
  const rows = useRows(entity, query);
  const ready = rows.isSuccess && !rows.isPlaceholderData;
  const counted = useCount(entity, query, ready);
  const totals = useTotals(entity, query, sums, ready && rows.rows.length > 0);
  return { columns, query, rows, counted, totals };
}

/** The list of an entity: rows first, everything in its URL. */
export function ListView({ entity }: { entity: EntityInfo }) {
  const phone = usePhone();
  const navigate = useNavigate();
  const { state, change } = useListState();
  const { columns, query, rows, counted, totals } = useListData(entity, state);
  const [selected, select] = useState<Selected>(NONE);
  const { widths, resize } = useWidths(entity.code);
  const { density, setDensity } = useDensity();
  const { creating, setCreating } = useCreating();
  const { save, dialog } = useSave(entity);
  const { t } = useLanguage();
  const toast = useToast();
  const loadMore = rows.hasNextPage ? () => void rows.fetchNextPage() : null;
  const shared = { entity, columns, rows: rows.rows, loadMore, loadingMore: rows.isFetchingNextPage };
  const body = () => {
    if (rows.isPending) return <ListSkeleton />;
    if (rows.isError) return <Failure error={rows.error} retry={() => void rows.refetch()} />;
    if (rows.rows.length === 0) {
      return (
        <NothingHere
          entity={entity}
          state={state}
          clear={() => change({ filter: null, search: "" })}
          create={() => setCreating(true)}
        />
      );
    }
    if (phone) return <Cards {...shared} />;
    return (
      <Grid
        {...shared}
        widths={widths}
        resize={resize}
        density={density}
        sort={state.sort}
        sortBy={(code, more) => change({ sort: nextSort(state.sort, code, more) })}
        selected={selected}
        select={select}
        save={(edit) => void save(edit)}
        onRefused={(cells) => toast.refused(t("list.pasteRefused", { n: cells }))}
        open={(row) => void navigate(paths.record(entity.code, row.id))}
        totals={totals.data}
        live
      />
    );
  };
  return (
    <div className={css.page}>
      <ListHead
        entity={entity}
        query={query}
        columns={columns}
        state={state}
        change={(part, replace) => {
          select(NONE);
          change(part, replace);
        }}
        count={counted.count}
        countExactly={counted.countExactly}
        density={density}
        setDensity={setDensity}
        create={() => setCreating(true)}
        phone={phone}
      />
      <BulkBar
        entity={entity}
        query={query}
        selected={selected}
        select={select}
        loaded={rows.rows.length}
        count={counted.count}
      />
      {body()}
      {creating && <CreateDrawer entity={entity} close={() => setCreating(false)} />}
      {dialog}
    </div>
  );
}
