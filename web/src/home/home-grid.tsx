import type { HomeCard } from "@/api/personal";
import { shiftedBy } from "@/core/reorder";
import { useLanguage } from "@/i18n";
import { useReorder } from "@/personal/use-reorder";
import { Card, titleOfCard } from "./card";
import css from "./home.module.css";
import { changed, inOrder, without } from "./model";
import { useFigures, useSubjects } from "./use-figures";

type Props = {
  cards: readonly HomeCard[];
  arranging: boolean;
  change: (cards: readonly HomeCard[], tag?: string) => void;
  settings: (card: HomeCard) => void;
  say: (text: string) => void;
};

/** The cards in three columns, on a phone in one; while they are arranged each has its handle. */
export function HomeGrid({ cards, arranging, change, settings, say }: Props) {
  const { t, language } = useLanguage();
  const subjects = useSubjects(cards);
  const figures = useFigures(cards, subjects);
  const ids = cards.map((card) => card.id);
  const order = (next: readonly string[]) => change(inOrder(cards, next));
  const { flight, grab } = useReorder(ids, order, "x");
  const shift = (card: HomeCard, by: -1 | 1) => {
    const next = shiftedBy(ids, card.id, by);
    order(next);
    const name = titleOfCard(card, subjects?.get(card.id), language, t);
    say(t("home.moved", { name, n: next.indexOf(card.id) + 1, all: next.length }));
    // The card is a new place of the page now; its handle keeps the focus.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-handle="${card.id}"]`)?.focus());
  };
  const toolsOf = (card: HomeCard) => ({
    grab: (event: React.PointerEvent<HTMLElement>) => grab(event, card.id),
    shift: (by: -1 | 1) => shift(card, by),
    widen: (by: -1 | 1) => change(changed(cards, card.id, { width: Math.max(1, Math.min(3, card.width + by)) })),
    settings: () => settings(card),
    remove: () => change(without(cards, card.id)),
    lifted: flight?.id === card.id,
    over:
      flight?.over === card.id && flight.id !== card.id
        ? flight.after
          ? ("after" as const)
          : ("before" as const)
        : null,
  });
  return (
    <div className={css.grid}>
      {cards.map((card) => (
        <Card
          key={card.id}
          card={card}
          subject={subjects === undefined ? undefined : (subjects.get(card.id) ?? null)}
          figures={figures}
          tools={arranging ? toolsOf(card) : null}
        />
      ))}
    </div>
  );
}
