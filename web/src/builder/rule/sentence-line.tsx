import { useLanguage } from "@/i18n";
import css from "./rule.module.css";
import { useRule } from "./rule-context";
import { sentenceOf } from "./sentence";

/** The rule as a sentence, while it is built; each piece leads to where it is said. */
export function SentenceLine({ go }: { go: (place: string) => void }) {
  const { t } = useLanguage();
  const { doc, actions, saying } = useRule();
  return (
    <section className={css.sentence} aria-label={t("rule.sentence.label")}>
      {sentenceOf(doc, actions, saying).map(({ text, place }, at) =>
        place === undefined ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: words between pieces have nothing else
          <span key={at}>{text}</span>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is where it stands in the sentence
          <button key={at} type="button" className={`plain ${css.piece}`} onClick={() => go(place)}>
            {text}
          </button>
        ),
      )}
    </section>
  );
}
