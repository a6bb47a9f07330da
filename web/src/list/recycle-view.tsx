import { DeleteOutlined, UndoOutlined } from "@ant-design/icons";
import { Button, Checkbox } from "antd";
import { useMemo, useState } from "react";
import { Link } from "react-router";
import type { EntityInfo, Row } from "@/api/types";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { usePhone } from "@/app/use-phone";
import { formatDecimal } from "@/core/decimal";
import { titleOf } from "@/field/relation";
import { labelText, useLanguage } from "@/i18n";
import { EndOfRows } from "./cards";
import cards from "./cards.module.css";
import { shownColumns } from "./columns";
import { Grid } from "./grid/grid";
import css from "./list.module.css";
import { ListSkeleton } from "./list-page";
import { nextSort } from "./list-state";
import { SearchBox } from "./search-box";
import { isSelected, NONE, type Selected, toggle } from "./selection";
import { useListState } from "./use-list-state";
import { useRecycle } from "./use-recycle";
import { useListQuery, useRows } from "./use-rows";
import { useWidths } from "./use-widths";

const DELETED = { deleted: true };

type PhoneProps = {
  entity: EntityInfo;
  rows: Row[];
  selected: Selected;
  select: (next: Selected) => void;
  loadMore: (() => void) | null;
  loadingMore: boolean;
};

function PhoneRows({ entity, rows, selected, select, loadMore, loadingMore }: PhoneProps) {
  return (
    <div className={cards.scroll}>
      <ul className={cards.list}>
        {rows.map((row) => (
          <li key={row.id} className={cards.card}>
            <Checkbox checked={isSelected(selected, row.id)} onChange={() => select(toggle(selected, row.id))}>
              {titleOf(row, entity)}
            </Checkbox>
          </li>
        ))}
      </ul>
      <EndOfRows loadMore={loadMore} loadingMore={loadingMore} />
    </div>
  );
}

function Head({ entity, chosen, done }: { entity: EntityInfo; chosen: Row[]; done: () => void }) {
  const { t, language } = useLanguage();
  const { state, change } = useListState();
  const recycle = useRecycle(entity, done);
  const name = labelText(entity.label, language);
  const none = chosen.length === 0;
  return (
    <div className={css.top}>
      <div className={css.head}>
        <h1 className="ellipsis">{t("list.recycleTitle", { name })}</h1>
        <span className={css.space} />
        <Link to={paths.list(entity.code)}>{t("list.backToList")}</Link>
      </div>
      <p className="muted">{t("list.recycleHint")}</p>
      <div className={`${css.tools} ${css.wraps}`}>
        <div className={css.search}>
          <SearchBox name={name} search={state.search} change={(search) => change({ search }, true)} />
        </div>
        <span className={css.count}>
          {none ? t("list.chooseFirst") : t("list.selected", { n: formatDecimal(chosen.length) })}
        </span>
        <span className={css.space} />
        <Button
          icon={<UndoOutlined />}
          disabled={none || !entity.rights.delete}
          loading={recycle.busy}
          onClick={() => void recycle.restore(chosen)}
        >
          {t("list.restore")}
        </Button>
        <Button
          danger
          icon={<DeleteOutlined />}
          disabled={none || !entity.rights.delete}
          onClick={() => recycle.purge(chosen)}
        >
          {t("list.purge")}
        </Button>
      </div>
    </div>
  );
}

/** Deleted records: find them, bring them back, or let them go for good. */
export function RecycleView({ entity }: { entity: EntityInfo }) {
  const { t, language } = useLanguage();
  const phone = usePhone();
  const { state, change } = useListState();
  const columns = useMemo(() => {
    const [title, ...rest] = shownColumns(entity, null).slice(0, 6);
    const changed = entity.fields.filter((field) => field.code === "updated_at" || field.code === "updated_by");
    return [...(title ? [title] : []), ...changed, ...rest.filter((field) => !changed.includes(field))];
  }, [entity]);
  const fields = useMemo(() => columns.map((field) => field.code), [columns]);
  const query = useListQuery(entity, state, fields, DELETED);
  const rows = useRows(entity, query);
  const [selected, select] = useState<Selected>(NONE);
  const { widths, resize } = useWidths(`${entity.code}.recycle`);
  const chosen = rows.rows.filter((row) => isSelected(selected, row.id));
  const loadMore = rows.hasNextPage ? () => void rows.fetchNextPage() : null;
  const paging = { loadMore, loadingMore: rows.isFetchingNextPage };
  const body = () => {
    if (rows.isPending) return <ListSkeleton />;
    if (rows.isError) return <Failure error={rows.error} retry={() => void rows.refetch()} />;
    if (rows.rows.length === 0) {
      const name = labelText(entity.label, language);
      return <Empty title={t("list.recycleEmpty")} text={t("list.recycleEmptyText", { name })} />;
    }
    if (phone) return <PhoneRows entity={entity} rows={rows.rows} selected={selected} select={select} {...paging} />;
    return (
      <Grid
        entity={entity}
        columns={columns}
        rows={rows.rows}
        widths={widths}
        resize={resize}
        density="normal"
        sort={state.sort}
        sortBy={(code, more) => change({ sort: nextSort(state.sort, code, more) })}
        selected={selected}
        select={select}
        save={() => {}}
        open={() => {}}
        {...paging}
        totals={undefined}
        live={false}
      />
    );
  };
  return (
    <div className={css.page}>
      <Head entity={entity} chosen={chosen} done={() => select(NONE)} />
      {body()}
    </div>
  );
}
