import { Input } from "antd";
import { useState } from "react";
import { plainName } from "@/core/match";
import { useLanguage } from "@/i18n";
import css from "./palette.module.css";
import { type Entry, entryName, GROUPS } from "./palette-entries";
import { useDraggable } from "./use-drop";

function PaletteEntry({ entry, add }: { entry: Entry; add: (entry: Entry) => void }) {
  const { t } = useLanguage();
  const ref = useDraggable<HTMLButtonElement>(() => ({ entry: entry.key }));
  return (
    <button
      ref={ref}
      type="button"
      className={`plain ${css.entry}`}
      title={entryName(entry, t)}
      onClick={() => add(entry)}
    >
      <span className={css.icon} aria-hidden>
        <entry.Icon />
      </span>
      <span className="ellipsis">{entryName(entry, t)}</span>
    </button>
  );
}

/** Everything that can be put on a form: clicked it goes behind what is selected, dragged where it is dropped. */
export function Palette({ add }: { add: (entry: Entry) => void }) {
  const { t } = useLanguage();
  const [typed, setTyped] = useState("");
  const wanted = plainName(typed);
  const groups = GROUPS.map((group) => ({
    ...group,
    entries: group.entries.filter((entry) => plainName(entryName(entry, t)).includes(wanted)),
  })).filter((group) => group.entries.length > 0);
  return (
    <nav className={css.palette} aria-label={t("builder.palette")}>
      <div className={css.search}>
        <Input
          size="small"
          allowClear
          value={typed}
          placeholder={t("builder.findField")}
          aria-label={t("builder.findField")}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      {groups.length === 0 && <p className={`faint ${css.none}`}>{t("field.nothingFound")}</p>}
      {groups.map((group) => (
        <section key={group.key} aria-label={t(`builder.group.${group.key}`)}>
          <h3 className={css.title}>{t(`builder.group.${group.key}`)}</h3>
          <div className={css.entries}>
            {group.entries.map((entry) => (
              <PaletteEntry key={entry.key} entry={entry} add={add} />
            ))}
          </div>
        </section>
      ))}
    </nav>
  );
}
