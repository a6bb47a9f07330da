import { PlusOutlined } from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import type { ListQuery } from "@/api/records";
import type { Count, EntityInfo, FieldInfo } from "@/api/types";
import { formatDecimal } from "@/core/decimal";
import { labelText, useLanguage } from "@/i18n";
import { ColumnsMenu } from "./columns-menu";
import { FilterBar } from "./filter/filter-bar";
import type { Density } from "./grid/types";
import { GroupMenu } from "./group-menu";
import css from "./list.module.css";
import type { ListState } from "./list-state";
import { MoreMenu } from "./more-menu";
import { QuickFilters } from "./quick-filters";
import { SearchBox } from "./search-box";
import type { useView } from "./use-view";
import { ViewTabs } from "./view-tabs";

type Props = {
  entity: EntityInfo;
  query: ListQuery;
  columns: FieldInfo[];
  state: ListState;
  change: (part: Partial<ListState>, replace?: boolean) => void;
  count: Count | undefined;
  countExactly: () => void;
  density: Density;
  setDensity: (density: Density) => void;
  /** Whether a tap on a phone chooses a record. */
  picking: boolean;
  setPicking: (on: boolean) => void;
  view: ReturnType<typeof useView>;
  create: () => void;
  phone: boolean;
};

function CountText({ count, countExactly }: Pick<Props, "count" | "countExactly">) {
  const { t } = useLanguage();
  if (!count) return <span className={css.count} />;
  const n = formatDecimal(count.value);
  return (
    <span className={`${css.count} num`} aria-live="polite">
      {count.capped ? (
        <Tooltip title={t("list.countExact")}>
          <button type="button" className="plain" onClick={countExactly}>
            {t("list.countMore", { n })}
          </button>
        </Tooltip>
      ) : (
        t("list.count", { n })
      )}
    </span>
  );
}

/** Title, count, search, filter and what else can be done with a list. */
export function ListHead(props: Props) {
  const { entity, state, change, phone, columns, view } = props;
  const type = view.view?.type ?? "list";
  const { shown, applied } = view;
  const { t, language } = useLanguage();
  const name = labelText(entity.label, language);
  const more = <MoreMenu {...props} sort={applied.sort} setSort={(sort) => change({ sort })} />;
  return (
    <div className={css.top}>
      <div className={css.head}>
        <h1 className="ellipsis" title={name}>
          {name}
        </h1>
        <CountText {...props} />
        <span className={css.space} />
        {entity.rights.create && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => props.create()}>
            {t("list.new")}
          </Button>
        )}
      </div>
      <div className={css.tools}>
        <div className={css.search}>
          <SearchBox name={name} search={state.search} change={(search) => change({ search }, true)} />
        </div>
        <FilterBar entity={shown} filter={state.filter} change={(filter) => change({ filter })} />
        <span className={phone ? undefined : css.space} />
        {!phone && type === "list" && (
          <GroupMenu entity={shown} group={applied.group ?? []} change={(group) => change({ group })} />
        )}
        {!phone && type === "list" && (
          <ColumnsMenu entity={shown} shown={columns} change={(next) => change({ columns: next })} />
        )}
        {more}
      </div>
      <QuickFilters
        entity={shown}
        fields={view.view?.quick ?? []}
        filter={state.filter}
        change={(filter) => change({ filter })}
      />
      <ViewTabs
        entity={entity}
        views={view.views}
        view={view.view}
        condition={view.condition}
        state={state}
        change={change}
      />
    </div>
  );
}
