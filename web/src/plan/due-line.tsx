import { ClockCircleOutlined, EditOutlined, PhoneOutlined } from "@ant-design/icons";
import { Button, DatePicker, Dropdown } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { Link } from "react-router";
import type { EntityInfo } from "@/api/types";
import { paths } from "@/app/paths";
import { texts } from "@/core/value";
import { RowValue } from "@/field/field-value";
import { titleOf } from "@/field/relation";
import { useFormats } from "@/field/use-formats";
import { labelText, useLanguage } from "@/i18n";
import { activityLogs, isComposable } from "@/timeline/activities";
import { ActivityInput } from "@/timeline/activity-input";
import { type Due, daysLate, movable, postponements } from "./plan";
import css from "./plan.module.css";

type Props = {
  due: Due;
  today: string;
  entities: readonly EntityInfo[];
  /** Whether records of several entities stand together, so that each says what it is. */
  mixed: boolean;
  postpone: (due: Due, day: string | null) => void;
  busy: boolean;
};

function When({ due, today }: Pick<Props, "due" | "today">) {
  const { t } = useLanguage();
  const formats = useFormats();
  const late = daysLate(due, today);
  const day = late > 0 ? t("plan.late", { n: late }) : late === 0 ? t("plan.today") : formats.date(due.day);
  const classes = late > 0 ? `${css.when} ${css.late}` : late === 0 ? `${css.when} ${css.now}` : css.when;
  return (
    <span className={`${classes} num`} title={formats.date(due.day)}>
      {day} {due.time}
    </span>
  );
}

/** Tomorrow, next week, any day, or off the plan. */
function Postpone({ due, today, postpone, busy }: Omit<Props, "entities" | "mixed">) {
  const { t } = useLanguage();
  const formats = useFormats();
  const [picking, setPicking] = useState(false);
  const items = [
    ...postponements(today).map(({ key, day }) => ({
      key,
      label: (
        <span className={css.option}>
          {t(`plan.${key}`)} <span className="faint num">{formats.date(day)}</span>
        </span>
      ),
      onClick: () => postpone(due, day),
    })),
    { key: "pick", label: t("plan.pick"), onClick: () => setPicking(true) },
    ...(due.followed.at.required
      ? []
      : [{ type: "divider" as const }, { key: "drop", label: t("plan.drop"), onClick: () => postpone(due, null) }]),
  ];
  if (picking) {
    return (
      <DatePicker
        size="small"
        autoFocus
        open
        aria-label={t("plan.pick")}
        minDate={dayjs(today)}
        onOpenChange={(open) => !open && setPicking(false)}
        onChange={(day) => {
          setPicking(false);
          if (day) postpone(due, day.format("YYYY-MM-DD"));
        }}
      />
    );
  }
  return (
    <Dropdown menu={{ items }} trigger={["click"]} disabled={busy}>
      <Button size="small" icon={<ClockCircleOutlined />} loading={busy}>
        {t("plan.postpone")}
      </Button>
    </Dropdown>
  );
}

/** A record that is due, with the steps that one takes there and then. */
export function DueLine(props: Props) {
  const { due, today, entities, mixed } = props;
  const { t, language } = useLanguage();
  const [logging, setLogging] = useState(false);
  const { followed, row } = due;
  const { entity, step } = followed;
  const log = activityLogs(entities, entity.code).find(isComposable);
  const stage = entity.fields.find((field) => field.type === "stage");
  const phone = followed.phones.map((field) => texts(row.values[field.code])[0]).find((number) => number);
  const words = step && texts(row.values[step.code])[0];
  const name = titleOf(row, entity);
  return (
    <li className={css.due}>
      <div className={css.line}>
        <When due={due} today={today} />
        <div className={css.who}>
          <Link to={paths.record(entity.code, row.id)} className="ellipsis" title={name}>
            {name}
          </Link>
          {mixed && <span className={css.kind}>{labelText(entity.label, language)}</span>}
          {stage && row.values[stage.code] != null && <RowValue field={stage} row={row} />}
          {words && (
            <span className={`${css.step} ellipsis`} title={words}>
              {words}
            </span>
          )}
        </div>
        <div className={css.actions}>
          {phone && (
            <Button
              size="small"
              type="text"
              href={`tel:${phone}`}
              icon={<PhoneOutlined />}
              aria-label={t("plan.call", { name, phone })}
              title={phone}
            />
          )}
          {log && (
            <Button
              size="small"
              icon={<EditOutlined />}
              aria-expanded={logging}
              aria-label={t("plan.logFor", { name })}
              onClick={() => setLogging(!logging)}
            >
              {t("plan.log")}
            </Button>
          )}
          {movable(followed) && <Postpone {...props} />}
        </div>
      </div>
      {logging && log && (
        <div className={css.log}>
          <ActivityInput log={log} entity={entity} target={row} done={() => setLogging(false)} autoFocus />
        </div>
      )}
    </li>
  );
}
