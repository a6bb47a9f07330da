import { Input } from "antd";
import { useLanguage } from "@/i18n";
import css from "./calendar.module.css";
import { readDays } from "./special-days";

/** Days as lines of text, which a spreadsheet's cells can be pasted into. */
export function DayList(props: {
  id: string;
  title: string;
  help: string;
  sample: string;
  text: string;
  change: (text: string) => void;
}) {
  const { t } = useLanguage();
  const { days, wrong } = readDays(props.text);
  return (
    <section className={css.block} aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      <p className="faint">{props.help}</p>
      <Input.TextArea
        aria-labelledby={props.id}
        aria-describedby={`${props.id}-said`}
        autoSize={{ minRows: 4, maxRows: 16 }}
        placeholder={props.sample}
        status={wrong.length > 0 ? "error" : undefined}
        value={props.text}
        onChange={(event) => props.change(event.target.value)}
      />
      <p id={`${props.id}-said`} role="status" className={wrong.length > 0 ? css.wrong : "faint"}>
        {wrong.length > 0
          ? t("calendar.wrong", { lines: wrong.slice(0, 5).join(t("calendar.listAnd")) })
          : t("calendar.count", { n: days.length })}
      </p>
    </section>
  );
}
