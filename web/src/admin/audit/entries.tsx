import type { AuditEntry } from "@/api/audit";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import css from "./audit.module.css";

function Entry({ entry, open }: { entry: AuditEntry; open: () => void }) {
  const formats = useFormats();
  const from = [entry.way, entry.via, entry.address].filter(Boolean).join(" \u00b7 ");
  return (
    <li className={css.item}>
      <button type="button" className={css.entry} onClick={open} aria-haspopup="dialog">
        <time className={`${css.when} muted num`} dateTime={entry.at} title={formats.relative(entry.at)}>
          {formats.moment(entry.at)}
        </time>
        <span className={css.sentence} title={entry.sentence}>
          {entry.sentence}
        </span>
        <span className={`${css.action} muted ellipsis`}>{entry.label}</span>
        <span className={`${css.from} faint ellipsis`} title={from}>
          {from}
        </span>
      </button>
    </li>
  );
}

/** The entries, the newest first; a press opens one. */
export function Entries({ entries, open }: { entries: AuditEntry[]; open: (entry: AuditEntry) => void }) {
  const { t } = useLanguage();
  return (
    <ul className={css.list} aria-label={t("audit.list")}>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} open={() => open(entry)} />
      ))}
    </ul>
  );
}
