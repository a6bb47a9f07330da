import { Input, Modal } from "antd";
import { type KeyboardEvent, useId, useState } from "react";
import { plainName } from "@/core/match";
import { useLanguage } from "@/i18n";
import { ENTRIES, type Entry, entryName } from "./palette-entries";
import css from "./quick-add.module.css";

/** "Add a field" for those who type: the first letters of a name, Enter. */
export function QuickAdd({ add, close }: { add: (entry: Entry) => void; close: () => void }) {
  const { t } = useLanguage();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const wanted = plainName(typed);
  const found = ENTRIES.filter(
    (entry) => plainName(entryName(entry, t)).includes(wanted) || entry.key.replaceAll("_", "").includes(wanted),
  );
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt(Math.min(found.length - 1, Math.max(0, at + step)));
    } else if (event.key === "Enter") {
      event.preventDefault();
      const entry = found[at];
      if (entry) add(entry);
    }
  };
  return (
    <Modal open title={t("builder.addField")} footer={null} onCancel={close} width={420} destroyOnHidden>
      <Input
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={found[at] ? `${id}-${found[at].key}` : undefined}
        aria-label={t("builder.addField")}
        placeholder={t("builder.findField")}
        value={typed}
        onKeyDown={keys}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
      />
      <div id={id} role="listbox" aria-label={t("builder.palette")} className={css.list}>
        {found.map((entry, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox
          <div
            key={entry.key}
            id={`${id}-${entry.key}`}
            role="option"
            aria-selected={i === at}
            className={i === at ? `${css.entry} ${css.here}` : css.entry}
            onClick={() => add(entry)}
          >
            <entry.Icon />
            {entryName(entry, t)}
          </div>
        ))}
        {found.length === 0 && <p className="faint">{t("field.nothingFound")}</p>}
      </div>
    </Modal>
  );
}
