import type { ImportState } from "@/api/import-types";
import { useLanguage } from "@/i18n";
import type { HueName } from "@/theme/hues";
import css from "./imports.module.css";

const HUE: Record<ImportState, HueName> = {
  queued: "gray",
  running: "blue",
  paused: "amber",
  done: "green",
  failed: "red",
  undoing: "blue",
  undone: "gray",
  undo_failed: "red",
  cancelled: "gray",
};

export function StateTag({ state }: { state: ImportState }) {
  const { t } = useLanguage();
  const hue = HUE[state] ?? "gray";
  return (
    <span className={css.state} style={{ background: `var(--hue-${hue}-back)`, color: `var(--hue-${hue}-text)` }}>
      {t(`imports.state.${state}`)}
    </span>
  );
}
