import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { formatDate, weekday } from "@/core/time";
import { useLanguage } from "@/i18n";
import type { RowSpell } from "@/views/spells";
import css from "./calendar.module.css";
import { Chip, type ChipLook } from "./chip";

type Props = ChipLook & {
  days: string[];
  spells: RowSpell[];
  today: string;
  create: ((day: string) => void) | null;
};

/** Day after day what there is: for phones, and for a single day. Days without anything are passed over but for today. */
export function Agenda(props: Props) {
  const { days, spells, today, create } = props;
  const { t, language } = useLanguage();
  const names = t("views.weekdays").split(" ");
  const filled = days
    .map((day) => ({ day, here: spells.filter((spell) => spell.from <= day && spell.to >= day) }))
    .filter(({ day, here }) => here.length > 0 || day === today || days.length === 1);
  return (
    <div className={css.agenda}>
      {filled.map(({ day, here }) => (
        <section key={day} aria-label={formatDate(day, language)}>
          <h3 className={day === today ? css.agendaToday : undefined}>
            <span className="num">{formatDate(day, language)}</span> {names[weekday(day) - 1]}
            {create && (
              <Button
                type="text"
                size="small"
                icon={<PlusOutlined />}
                aria-label={t("views.newOn", { day: formatDate(day, language) })}
                onClick={() => create(day)}
              />
            )}
          </h3>
          {here.length === 0 && <p className="faint">{t("views.emptyDay")}</p>}
          {here.map((spell) => (
            <Chip key={spell.id} {...props} spell={spell} grab={null} pulls={false} nudge={null} />
          ))}
        </section>
      ))}
      {filled.length === 0 && <p className={css.none}>{t("views.emptyMonth")}</p>}
    </div>
  );
}
