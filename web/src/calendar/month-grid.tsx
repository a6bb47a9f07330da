import { PlusOutlined } from "@ant-design/icons";
import { overflow, weekPieces } from "@/core/month";
import { formatDate } from "@/core/time";
import { useLanguage } from "@/i18n";
import type { RowSpell } from "@/views/spells";
import css from "./calendar.module.css";
import { Chip, type ChipLook, type Grab, type Nudge } from "./chip";

const LANE = 24;
const HEAD = 28;
const LANES = 4;

type Props = ChipLook & {
  weeks: string[][];
  spells: RowSpell[];
  today: string;
  /** The day whose month it is; days of others are paler. Empty for a single week. */
  month: string;
  over: string | null;
  lifted: string | null;
  grab: Grab | null;
  pulls: boolean;
  nudge: Nudge | null;
  create: ((day: string) => void) | null;
  openDay: (day: string) => void;
};

function Day({
  day,
  today,
  month,
  over,
  create,
  hidden,
  openDay,
  top,
}: Props & { day: string; hidden: number; top: number }) {
  const { t, language } = useLanguage();
  const other = month !== "" && day.slice(0, 7) !== month.slice(0, 7);
  const classes = [css.day, other ? css.other : "", day === today ? css.today : "", over === day ? css.over : ""];
  const name = formatDate(day, language);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button inside does the same for the keyboard
    // biome-ignore lint/a11y/noStaticElementInteractions: the whole cell is a larger target of the button inside
    <div
      data-day={day}
      className={classes.join(" ")}
      onClick={(event) => event.target === event.currentTarget && create?.(day)}
    >
      <span className={`${css.dayHead} num`}>
        <button
          type="button"
          className={`plain ${css.number}`}
          aria-label={name}
          aria-current={day === today ? "date" : undefined}
          onClick={() => openDay(day)}
        >
          {Number(day.slice(8))}
        </button>
        {create && (
          <button
            type="button"
            className={`plain ${css.plus}`}
            aria-label={t("views.newOn", { day: name })}
            onClick={() => create(day)}
          >
            <PlusOutlined />
          </button>
        )}
      </span>
      {hidden > 0 && (
        <button type="button" className={`plain ${css.moreOf}`} style={{ top }} onClick={() => openDay(day)}>
          {t("views.moreOf", { n: hidden })}
        </button>
      )}
    </div>
  );
}

function Week(props: Props & { week: string[] }) {
  const { week, spells, weeks } = props;
  const lanes = weeks.length === 1 ? Number.POSITIVE_INFINITY : LANES;
  const pieces = weekPieces(spells, week[0] ?? "");
  const hidden = overflow(pieces, lanes);
  const shown = pieces.filter((piece) => piece.lane < lanes);
  const deepest = Math.max(0, ...shown.map((piece) => piece.lane + 1));
  const height = HEAD + Math.max(deepest + (hidden.some((n) => n > 0) ? 1 : 0), 3) * LANE;
  return (
    <div className={css.week} style={{ minHeight: height }}>
      {week.map((day, i) => (
        <Day key={day} {...props} day={day} hidden={hidden[i] ?? 0} top={HEAD + LANES * LANE} />
      ))}
      {shown.map((piece) => (
        <div
          key={piece.spell.id}
          className={css.piece}
          style={{
            left: `${(piece.column / 7) * 100}%`,
            width: `${(piece.span / 7) * 100}%`,
            top: HEAD + piece.lane * LANE,
          }}
        >
          <Chip
            {...props}
            spell={piece.spell}
            begins={piece.begins}
            ends={piece.ends}
            lifted={props.lifted === piece.spell.id}
          />
        </div>
      ))}
    </div>
  );
}

/** Weeks below each other, Monday first; what lasts longer than a day is a bar over its days. */
export function MonthGrid(props: Props) {
  const { t } = useLanguage();
  return (
    <div className={css.grid}>
      <div className={css.names}>
        {t("views.weekdays")
          .split(" ")
          .map((name) => (
            <span key={name}>{name}</span>
          ))}
      </div>
      {props.weeks.map((week) => (
        <Week key={week[0]} {...props} week={week} />
      ))}
    </div>
  );
}
