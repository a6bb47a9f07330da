import { lazy, Suspense, useId } from "react";
import { Link } from "react-router";
import type { HomeCard } from "@/api/personal";
import { Boundary } from "@/app/boundary";
import type { Language } from "@/core/time";
import { labelText, type Translate, useLanguage } from "@/i18n";
import { CardTools, type Tools } from "./card-tools";
import { listOf, type Subject } from "./figures";
import css from "./home.module.css";
import { CARD_KINDS } from "./kinds";
import { isMine } from "./model";
import type { useFigures } from "./use-figures";
import { useRowSpan } from "./use-row-span";

const FigureCard = lazy(async () => ({ default: (await import("./figure-card")).FigureCard }));
const ListCard = lazy(async () => ({ default: (await import("./list-card")).ListCard }));

/** What a card is called: as its owner says, else by what it shows. */
export function titleOfCard(
  card: HomeCard,
  subject: Subject | null | undefined,
  language: Language,
  t: Translate,
): string {
  if (card.title) return card.title;
  if (!subject) return t(`home.type.${card.type}`);
  const of = subject.view ? labelText(subject.view.label, language) : labelText(subject.entity.label, language);
  if (card.type === "list") return of;
  const name = isMine(card) ? t("home.mine", { name: of }) : of;
  const fn = card.fn ?? "count";
  if (subject.field === undefined) return t("home.countOf", { name });
  return t(`home.fnOf.${fn}`, { name, field: labelText(subject.field.label, language) });
}

type Props = {
  card: HomeCard;
  /** Undefined until it is known; null where what the card is about is gone or hidden. */
  subject: Subject | null | undefined;
  figures: ReturnType<typeof useFigures>;
  /** What can be done with the card while the home is arranged. */
  tools: Tools | null;
};

function Body({ card, subject, figures }: Props) {
  const { t } = useLanguage();
  const { Body: Own } = CARD_KINDS[card.type];
  if (Own) return <Own />;
  if (subject === undefined) return null;
  if (subject === null) return <p className={css.quiet}>{t("home.gone")}</p>;
  if (card.type === "list") return <ListCard card={card} subject={subject} />;
  return (
    <FigureCard
      card={card}
      subject={subject}
      figure={figures.figures.get(card.id)}
      asked={figures.asked.has(card.id)}
      ready={figures.ready}
      error={figures.error}
    />
  );
}

/** One card of the home. What goes wrong in it stays in it. */
export function Card(props: Props) {
  const { card, subject, tools } = props;
  const { t, language } = useLanguage();
  const id = useId();
  const { ref, rows } = useRowSpan();
  const title = titleOfCard(card, subject, language, t);
  const to = subject ? listOf(subject, card) : CARD_KINDS[card.type].to;
  const over = tools?.over;
  const classes = [
    css.card,
    card.type === "figure" ? css.small : "",
    tools ? css.arranged : "",
    tools?.lifted ? css.lifted : "",
    over === "before" ? css.before : over === "after" ? css.after : "",
  ];
  return (
    <section
      ref={ref}
      data-carry={card.id}
      className={classes.join(" ")}
      style={{ "--span": card.width, "--narrow": Math.min(card.width, 2), "--rows": rows } as object}
      aria-labelledby={id}
    >
      <div className={css.cardHead}>
        <h2 id={id} className="ellipsis" title={title}>
          {to && !tools ? <Link to={to}>{title}</Link> : title}
        </h2>
        {tools && <CardTools card={card} title={title} tools={tools} />}
      </div>
      <div className={css.body} inert={tools !== null}>
        <Boundary>
          <Suspense fallback={null}>
            <Body {...props} />
          </Suspense>
        </Boundary>
      </div>
    </section>
  );
}
