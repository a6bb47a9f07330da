import { useState } from "react";
import type { Tabs } from "@/core/layout/layout";
import { labelText, useLanguage } from "@/i18n";
import { Frame, PartList, type Stage } from "./canvas";
import css from "./canvas.module.css";

export function TabsPart({ tabs, stage }: { tabs: Tabs; stage: Stage }) {
  const { t, language } = useLanguage();
  const [code, setCode] = useState(tabs.tabs[0]?.code);
  const open = tabs.tabs.find((tab) => tab.code === code) ?? tabs.tabs[0];
  return (
    <Frame part={tabs} stage={stage} name={t("builder.part.tabs")} className={css.group}>
      <div className={css.tabs} role="tablist">
        {tabs.tabs.map((tab) => (
          <button
            key={tab.code}
            type="button"
            role="tab"
            aria-selected={tab === open}
            className={`plain ${css.tab} ${tab === open ? css.open : ""}`}
            onClick={() => setCode(tab.code)}
            onDragEnter={() => setCode(tab.code)}
          >
            {labelText(tab.label, language)}
          </button>
        ))}
      </div>
      {open && (
        <PartList key={open.code} list={open.code} parts={open.items} stage={stage} empty={t("builder.dropHere")} />
      )}
    </Frame>
  );
}
