import { Skeleton } from "antd";
import { Link } from "react-router";
import type { Figure, HomeCard } from "@/api/personal";
import { failureText } from "@/app/failure";
import { Later } from "@/app/skeleton";
import { formatDecimal } from "@/core/decimal";
import { useLanguage } from "@/i18n";
import { Figure as FigureText } from "@/list/grid/figure";
import { listOf, type Subject } from "./figures";
import css from "./home.module.css";

type Props = {
  card: HomeCard;
  subject: Subject;
  figure: Figure | undefined;
  asked: boolean;
  ready: boolean;
  error: unknown;
};

function Value({ card, subject, value }: { card: HomeCard; subject: Subject; value: string | number | null }) {
  if (value === null) return <>–</>;
  if (subject.field === undefined) return <>{formatDecimal(value)}</>;
  return <FigureText field={subject.field} fn={card.fn ?? "count"} value={value} />;
}

/** One big number, which opens the records that it is made of. */
export function FigureCard({ card, subject, figure, asked, ready, error }: Props) {
  const { t } = useLanguage();
  if (ready && !asked) return <p className={css.quiet}>{t("home.figureRefused")}</p>;
  if (figure === undefined) {
    if (error) return <p className={css.quiet}>{failureText(error, t)}</p>;
    return (
      <Later>
        <Skeleton.Button active block />
      </Later>
    );
  }
  if ("problem" in figure) return <p className={css.quiet}>{figure.problem.message}</p>;
  return (
    <Link to={listOf(subject, card)} className={`${css.figure} num`}>
      <Value card={card} subject={subject} value={figure.value} />
    </Link>
  );
}
