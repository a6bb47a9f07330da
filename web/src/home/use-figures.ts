import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { entitiesQuery } from "@/api/catalogue";
import { keys } from "@/api/keys";
import { type Figure, type FigureAsked, type HomeCard, readFigures } from "@/api/personal";
import { conditionQuery, personalViewsQuery, viewsQuery } from "@/api/views";
import type { Where } from "@/core/where";
import { askedOf, type Subject, subjectOf, writtenKey, writtenOf } from "./figures";

/** The figure of a card: `undefined` while it is on its way, null where it has none. */
export type Figures = ReadonlyMap<string, Figure>;

/** What each card is about; undefined until entities and views are known. */
export function useSubjects(cards: readonly HomeCard[]): ReadonlyMap<string, Subject | null> | undefined {
  const entities = useQuery(entitiesQuery).data;
  const shared = useQuery(viewsQuery).data;
  const own = useQuery(personalViewsQuery).data;
  return useMemo(() => {
    if (!entities || !shared || !own) return undefined;
    const views = [...shared, ...own];
    return new Map(
      cards
        .filter((card) => card.type === "figure" || card.type === "list")
        .map((card) => [card.id, subjectOf(card, entities, views)]),
    );
  }, [cards, entities, shared, own]);
}

/** The written conditions of cards as trees; those that the server refuses are missing. */
function useTrees(cards: readonly HomeCard[], subjects: ReadonlyMap<string, Subject | null> | undefined) {
  const written = cards.flatMap((card) => {
    const subject = subjects?.get(card.id);
    return card.type === "figure" && subject ? writtenOf(subject, card) : [];
  });
  const answers = useQueries({
    queries: written.map(({ entity, text }) => ({ ...conditionQuery(entity, text), retry: false })),
  });
  const trees = new Map<string, Where>();
  written.forEach(({ entity, text }, i) => {
    const tree = answers[i]?.data;
    if (tree) trees.set(writtenKey(entity, text), tree);
  });
  return { trees, ready: answers.every((one) => !one.isPending) };
}

/** All figures of a home by one request. */
export function useFigures(cards: readonly HomeCard[], subjects: ReadonlyMap<string, Subject | null> | undefined) {
  const { trees, ready } = useTrees(cards, subjects);
  const asked: { id: string; figure: FigureAsked }[] = cards.flatMap((card) => {
    const subject = subjects?.get(card.id);
    const figure = card.type === "figure" && subject ? askedOf(subject, card, trees) : null;
    return figure ? [{ id: card.id, figure }] : [];
  });
  const questions = asked.map((one) => one.figure);
  const answer = useQuery({
    queryKey: keys.figures(questions),
    queryFn: ({ signal }) => readFigures(questions, signal),
    enabled: subjects !== undefined && ready && questions.length > 0,
    placeholderData: keepPreviousData,
    refetchOnMount: "always",
  });
  const figures: Figures = new Map(
    asked.flatMap(({ id }, i): [string, Figure][] => {
      const found = answer.isPlaceholderData ? undefined : answer.data?.[i];
      return found ? [[id, found]] : [];
    }),
  );
  return {
    figures,
    asked: new Set(asked.map((one) => one.id)),
    error: answer.error,
    ready,
    retry: () => void answer.refetch(),
  };
}
