import { Modal } from "antd";
import { useLanguage } from "@/i18n";
import css from "./help-sheet.module.css";
import { PLACES, SHORTCUTS, type ShortcutId } from "./registry";

const MAC = /Mac|iPhone|iPad/.test(navigator.platform);
const SIGNS: Record<string, string> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
  Ctrl: MAC ? "⌘" : "Ctrl",
  Alt: MAC ? "⌥" : "Alt",
};

function Press({ press }: { press: string }) {
  const { t } = useLanguage();
  const steps = press.split(" ");
  return (
    <span className={css.press}>
      {steps.map((step, i) => (
        <span key={step} className={css.step}>
          {i > 0 && <span className="faint">{t("shortcuts.followedBy")}</span>}
          {step.split("+").map((key) => (
            <kbd key={key}>{SIGNS[key] ?? (key === "Space" ? t("shortcuts.space") : key)}</kbd>
          ))}
        </span>
      ))}
    </span>
  );
}

const IDS = Object.keys(SHORTCUTS) as ShortcutId[];

/** All shortcuts there are, by the place where they work. */
export default function HelpSheet({ close }: { close: () => void }) {
  const { t } = useLanguage();
  return (
    <Modal open onCancel={close} footer={null} width={760} title={t("shortcuts.title")}>
      <div className={css.sheet}>
        {PLACES.map((place) => (
          <section key={place} aria-label={t(`shortcuts.place.${place}`)}>
            <h3>{t(`shortcuts.place.${place}`)}</h3>
            <dl>
              {IDS.filter((id) => SHORTCUTS[id].place === place).map((id) => (
                <div key={id} className={css.line}>
                  <dt>{t(`shortcuts.do.${id}`)}</dt>
                  <dd>
                    {SHORTCUTS[id].keys.map((press) => (
                      <Press key={press} press={press} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
