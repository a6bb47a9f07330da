import { useMemo, useState } from "react";
import { useNavigate } from "react-router";
import type { ListQuery } from "@/api/records";
import type { EntityInfo, FieldInfo } from "@/api/types";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { useToast } from "@/app/toast";
import { isEditable } from "@/field/registry";
import { labelText, useLanguage } from "@/i18n";
import { BulkBar } from "@/list/bulk-bar";
import { shownColumns } from "@/list/columns";
import { Grid } from "@/list/grid/grid";
import { HEADER_HEIGHT, ROW_HEIGHT } from "@/list/grid/types";
import { nextSort } from "@/list/list-state";
import { NONE, type Selected } from "@/list/selection";
import { useRows } from "@/list/use-rows";
import { useWidths } from "@/list/use-widths";
import { both } from "@/list/views";
import { ChildAdd } from "./child-add";
import css from "./children.module.css";
import type { Chosen } from "./related";
import { useSave } from "./use-save";

const HIGHEST = 10;

type Props = Chosen & { entity: EntityInfo; field: FieldInfo; id: string; heading: string };

function useChildRows({ entity, field, id, columns: chosen, sort: first, where }: Props) {
  const [sort, setSort] = useState<string[]>(first);
  const picked = chosen.join();
  const columns = useMemo(
    () =>
      shownColumns(entity, picked === "" ? null : picked.split(",")).filter(
        (one) => one.code !== field.code && (picked !== "" || !(one.system && !isEditable(one))),
      ),
    [entity, field, picked],
  );
  const query = useMemo<ListQuery>(
    () => ({
      where: both({ field: field.code, op: "=", value: id }, where ?? null),
      search: "",
      sort,
      fields: columns.map((one) => one.code),
    }),
    [field, id, where, sort, columns],
  );
  return { rows: useRows(entity, query), query, columns, sort, setSort };
}

/** The records that this one owns, edited where they stand, with a line for the next one at the end. */
export function Children(props: Props) {
  const { entity, field, id, heading, rows: most = HIGHEST } = props;
  const { t, language } = useLanguage();
  const navigate = useNavigate();
  const toast = useToast();
  const { rows, query, columns, sort, setSort } = useChildRows(props);
  const [selected, select] = useState<Selected>(NONE);
  const { widths, resize } = useWidths(`${entity.code}.child`);
  const { save, dialog } = useSave(entity);
  const name = labelText(entity.label, language);
  const height = HEADER_HEIGHT + Math.min(rows.rows.length, most) * ROW_HEIGHT.normal + 16;
  return (
    <section className={css.children} aria-label={heading}>
      <h3 className={css.head}>{heading}</h3>
      {rows.isError && <Failure error={rows.error} retry={() => void rows.refetch()} />}
      {rows.isSuccess && rows.rows.length === 0 && <p className={css.none}>{t("record.noRelated", { name })}</p>}
      {rows.rows.length > 0 && (
        <div className={css.grid} style={{ height }}>
          <Grid
            entity={entity}
            columns={columns}
            rows={rows.rows}
            widths={widths}
            resize={resize}
            density="normal"
            sort={sort}
            sortBy={(code, more) => setSort(nextSort(sort, code, more))}
            selected={selected}
            select={select}
            save={(edit) => void save(edit)}
            onRefused={(cells) => toast.refused(t("list.pasteRefused", { n: cells }))}
            open={(row) => void navigate(paths.record(entity.code, row.id))}
            loadMore={rows.hasNextPage ? () => void rows.fetchNextPage() : null}
            loadingMore={rows.isFetchingNextPage}
            totals={undefined}
            live
          />
        </div>
      )}
      <BulkBar
        entity={entity}
        query={query}
        selected={selected}
        select={select}
        loaded={rows.rows.length}
        count={undefined}
      />
      {entity.rights.create && <ChildAdd entity={entity} columns={columns} given={{ [field.code]: id }} />}
      {dialog}
    </section>
  );
}
