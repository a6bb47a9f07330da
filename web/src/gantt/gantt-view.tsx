import { Button, Segmented } from "antd";
import { type RefObject, useLayoutEffect, useMemo } from "react";
import { Link, useSearchParams } from "react-router";
import type { FieldInfo, Row } from "@/api/types";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { useMe } from "@/app/signed-in";
import { visibleRange } from "@/core/keyset";
import { dayOf, formatDate, weekday } from "@/core/time";
import { barAt, SCALES, type Scale, type Stretch, stretchOf, ticks, widthOfStretch } from "@/core/time-axis";
import { titleOf } from "@/field/relation";
import { useLanguage } from "@/i18n";
import { EndOfRows } from "@/list/cards";
import { useViewport } from "@/list/grid/use-viewport";
import { GroupedCards } from "@/list/grouped-cards";
import { ListSkeleton } from "@/list/list-page";
import type { GridLine } from "@/list/use-grouped";
import type { ViewBodyProps } from "@/list/view-body";
import { useSave } from "@/record/use-save";
import { carried, type Dates, datesOf, movable, type RowSpell, spellOf } from "@/views/spells";
import css from "./gantt.module.css";
import { GanttBar } from "./gantt-bar";
import { GanttGroup } from "./gantt-group";
import { useLines, useNear } from "./use-lines";

const LINE = 40;
const HEAD = 52;
const NAMES = 240;
const NAMES_ON_SCALE = ["day", "week", "month"] as const;

/** Records as bars on a timeline. */
export default function GanttView(props: ViewBodyProps) {
  const { entity, view } = props;
  const { t } = useLanguage();
  const { zone } = useMe().workspace;
  const dates = useMemo(() => datesOf(entity, view, zone), [entity, view, zone]);
  if (!dates) return <Empty title={t("views.broken")} text={t("views.brokenText")} />;
  return <Gantt {...props} dates={dates} />;
}

function useScale(): [Scale, (scale: Scale) => void] {
  const [params, setParams] = useSearchParams();
  const asked = params.get("scale") ?? "";
  const set = (scale: Scale) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old);
        next.set("scale", scale);
        return next;
      },
      { replace: true },
    );
  return [asked in SCALES ? (asked as Scale) : "week", set];
}

function tickText(day: string, unit: Scale, language: "zh" | "en"): string {
  if (unit === "day") return String(Number(day.slice(8)));
  if (unit === "week") return day.slice(5).replace("-", "/");
  const format = { year: "numeric", month: "short", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", format).format(new Date(`${day}T00:00:00Z`));
}

function Head({ stretch, scale }: { stretch: Stretch; scale: Scale }) {
  const { language } = useLanguage();
  const below: Scale = scale === "month" ? "month" : scale;
  return (
    <div className={css.head} style={{ height: HEAD }}>
      {ticks(stretch, scale, "month").map((tick) => (
        <span key={`m${tick.day}`} className={css.month} style={{ left: tick.left, width: tick.width }}>
          {tickText(tick.day, "month", language)}
        </span>
      ))}
      {below !== "month" &&
        ticks(stretch, scale, below).map((tick) => (
          <span
            key={tick.day}
            className={`${css.tick} num ${below === "day" && weekday(tick.day) > 5 ? css.weekend : ""}`}
            style={{ left: tick.left, width: tick.width }}
          >
            {tickText(tick.day, below, language)}
          </span>
        ))}
    </div>
  );
}

type RowProps = ViewBodyProps & {
  dates: Dates;
  stretch: Stretch;
  scale: Scale;
  progressField: FieldInfo | undefined;
  carry: ((spell: RowSpell, part: "whole" | "from" | "to", days: number) => void) | null;
};

function RowLine({ entity, dates, row, stretch, scale, progressField, paint, carry }: RowProps & { row: Row }) {
  const { t } = useLanguage();
  const spell = spellOf(row, dates);
  const name = titleOf(row, entity);
  const done = progressField && row.values[progressField.code];
  return (
    <>
      <div className={css.name} style={{ width: NAMES }}>
        <Link to={paths.record(entity.code, row.id)} className="ellipsis" title={name}>
          {name}
        </Link>
      </div>
      {spell ? (
        <div className={css.lane} style={{ left: NAMES }}>
          <GanttBar
            entity={entity.code}
            spell={spell}
            name={name}
            hue={paint(row) ?? "blue"}
            progress={done === null || done === undefined ? null : Number(done)}
            stretch={stretch}
            scale={scale}
            carry={carry}
          />
        </div>
      ) : (
        <span className={css.undated} style={{ left: NAMES }}>
          {t("views.undated")}
        </span>
      )}
    </>
  );
}

type LinesProps = RowProps & {
  lines: GridLine[];
  range: { from: number; to: number };
  fields: FieldInfo[];
  toggle: (key: string) => void;
};

function Lines({ lines, range, fields, toggle, ...rest }: LinesProps) {
  return lines.slice(range.from, range.to).map((line, i) => {
    const at = range.from + i;
    const style = { height: LINE, top: at * LINE };
    if (line.kind === "wait") return <div key={`wait ${at}`} className={css.line} style={style} />;
    return line.kind === "row" ? (
      <div key={line.row.id} className={css.line} style={style}>
        <RowLine row={line.row} {...rest} />
      </div>
    ) : (
      <div key={line.section.key} className={`${css.line} ${css.groupLine}`} style={style}>
        <GanttGroup {...line} field={fields[line.section.depth]} width={NAMES} toggle={toggle} />
      </div>
    );
  });
}

/** On a phone a timeline says little: the same records with their dates, below the groups of the view. */
function DateList({
  entity,
  dates,
  found,
}: Pick<RowProps, "entity" | "dates"> & { found: ReturnType<typeof useLines> }) {
  const { t, language } = useLanguage();
  const { rows, lines, fields, toggle, reach, grouped, plain } = found;
  const item = (row: Row) => {
    const spell = spellOf(row, dates);
    return (
      <li key={row.id}>
        <Link to={paths.record(entity.code, row.id)}>
          <strong>{titleOf(row, entity)}</strong>
          <span className="faint num">
            {spell ? `${formatDate(spell.from, language)} – ${formatDate(spell.to, language)}` : t("views.undated")}
          </span>
        </Link>
      </li>
    );
  };
  return (
    <div className={css.scroll}>
      <ul className={css.dated}>
        {grouped ? <GroupedCards grouping={{ fields, lines, toggle, reach }} card={item} /> : rows.map(item)}
      </ul>
      <EndOfRows
        loadMore={!grouped && plain.hasNextPage ? () => void plain.fetchNextPage() : null}
        loadingMore={plain.isFetchingNextPage}
      />
    </div>
  );
}

type Place = {
  element: RefObject<HTMLDivElement | null>;
  first: string;
  today: string;
  stretch: Stretch;
  scale: Scale;
};

/** A timeline opens where its first bar is; today is one click away. */
function usePlace({ element, first, today, stretch, scale }: Place) {
  const leftOf = (day: string) => barAt({ from: day, to: day }, stretch, scale).left;
  const at = leftOf(today);
  const begin = leftOf(first < stretch.from ? stretch.from : first);
  const show = () => {
    const node = element.current;
    if (node) node.scrollLeft = Math.max(0, at - (node.clientWidth - NAMES) / 3);
  };
  useLayoutEffect(() => {
    const node = element.current;
    if (node) node.scrollLeft = Math.max(0, begin - 3 * SCALES[scale]);
  }, [element, begin, scale]);
  return { at, show };
}

function Gantt(props: ViewBodyProps & { dates: Dates }) {
  const { entity, view, query, phone, dates } = props;
  const { t } = useLanguage();
  const [scale, setScale] = useScale();
  const sorted = useMemo(
    () => (query.sort.length > 0 ? query : { ...query, sort: [dates.from.code] }),
    [query, dates.from.code],
  );
  const found = useLines(entity, sorted, view.group);
  const { rows, lines, fields, toggle, reading } = found;
  const viewport = useViewport();
  const today = dayOf(new Date(), dates.zone);
  const spells = useMemo(
    () => rows.map((row) => spellOf(row, dates)).filter((spell): spell is RowSpell => spell !== null),
    [rows, dates],
  );
  const stretch = useMemo(() => stretchOf(spells, today), [spells, today]);
  const first = spells.reduce((least, one) => (least === "" || one.from < least ? one.from : least), "") || today;
  const { at, show } = usePlace({ element: viewport.element, first, today, stretch, scale });
  const { save, dialog } = useSave(entity);
  const range = visibleRange(viewport.view.top, viewport.view.height, LINE, lines.length);
  useNear(found, range, phone);
  if (reading.isPending) return <ListSkeleton />;
  if (reading.isError) return <Failure error={reading.error} retry={() => void reading.refetch()} />;
  if (phone) return <DateList entity={entity} dates={dates} found={found} />;
  const width = NAMES + widthOfStretch(stretch, scale);
  const carry = (spell: RowSpell, part: "whole" | "from" | "to", days: number) => {
    const set = carried(spell, part, days, dates);
    if (set) void save({ row: spell.row, set });
  };
  return (
    <div className={css.gantt}>
      <div className={css.tools}>
        <Button onClick={show}>{t("views.today")}</Button>
        <Segmented
          value={scale}
          options={NAMES_ON_SCALE.map((one) => ({ value: one, label: t(`views.modes.${one}`) }))}
          onChange={setScale}
        />
      </div>
      <div ref={viewport.element} className={css.scroll} onScroll={viewport.look}>
        <div style={{ width, minWidth: "100%" }}>
          <div className={css.headLine}>
            <div className={css.corner} style={{ width: NAMES, height: HEAD }} />
            <div style={{ position: "absolute", left: NAMES, top: 0, right: 0 }}>
              <Head stretch={stretch} scale={scale} />
            </div>
          </div>
          <div className={css.body} style={{ height: lines.length * LINE }}>
            <i className={css.now} style={{ left: NAMES + at + SCALES[scale] / 2 }} />
            <Lines
              {...props}
              lines={lines}
              fields={fields}
              toggle={toggle}
              range={range}
              stretch={stretch}
              scale={scale}
              progressField={entity.fields.find((field) => field.code === view.progress)}
              carry={movable(entity, dates) ? carry : null}
            />
          </div>
        </div>
      </div>
      {dialog}
    </div>
  );
}
