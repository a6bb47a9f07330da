import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { Link } from "react-router";
import { entitiesQuery } from "@/api/catalogue";
import { keys } from "@/api/keys";
import { readFigures } from "@/api/personal";
import type { EntityInfo } from "@/api/types";
import { visitsQuery } from "@/api/views";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { useMe } from "@/app/signed-in";
import { Later } from "@/app/skeleton";
import { formatDecimal } from "@/core/decimal";
import { type FilterGroup, writeFilter } from "@/core/filter";
import type { Where } from "@/core/where";
import { useFormats } from "@/field/use-formats";
import { labelText, useLanguage } from "@/i18n";
import css from "./home.module.css";

/** As many figures as one question may have. */
const MOST = 40;

export type Visited = { entity: EntityInfo; since: string };

/** What others changed since then; whoever is nobody, such as a public form, is another too. */
export const newsOf = (since: string, me: string): FilterGroup & Where => ({
  all: [
    { field: "updated_at", op: ">", value: since },
    { field: "updated_by", op: "not_in", value: [me] },
  ],
});

/** The entities whose changes this person can read; rows of child tables are told of by the records that own them. */
export function visited(
  visits: readonly { entity: string; since: string }[],
  entities: readonly EntityInfo[],
): Visited[] {
  const reads = (entity: EntityInfo) =>
    entity.parent === undefined &&
    ["updated_at", "updated_by"].every((code) => entity.fields.some((field) => field.code === code));
  return visits
    .flatMap(({ entity: code, since }) =>
      entities.filter((one) => one.code === code && reads(one)).map((entity) => ({ entity, since })),
    )
    .slice(0, MOST);
}

function useNews() {
  const me = useMe().member.id;
  const entities = useQuery(entitiesQuery);
  const visits = useQuery(visitsQuery);
  const seen = visited(visits.data ?? [], entities.data ?? []);
  const questions = seen.map(({ entity, since }) => ({
    entity: entity.code,
    fn: "count" as const,
    where: newsOf(since, me) as Where,
  }));
  const ready = visits.isSuccess && entities.isSuccess;
  const figures = useQuery({
    queryKey: keys.figures(questions),
    queryFn: ({ signal }) => readFigures(questions, signal),
    enabled: ready && questions.length > 0,
    refetchOnMount: "always",
  });
  const lines = seen.map((one, at) => {
    const figure = figures.data?.[at];
    return { ...one, count: figure !== undefined && !("problem" in figure) ? Number(figure.value ?? 0) : 0 };
  });
  return {
    lines: lines.filter((line) => line.count > 0),
    pending: !ready ? !visits.isError && !entities.isError : questions.length > 0 && figures.isPending,
    error: visits.error ?? entities.error ?? figures.error,
    retry: () => void Promise.all([visits.refetch(), figures.refetch()]),
  };
}

/** What others changed since this person last looked, entity by entity, each with the list of just that. */
export function NewsCard() {
  const { t, language } = useLanguage();
  const formats = useFormats();
  const me = useMe().member.id;
  const { lines, pending, error, retry } = useNews();
  if (error) return <Failure error={error} retry={retry} />;
  if (pending) {
    return (
      <Later>
        <Skeleton active title={false} paragraph={{ rows: 2 }} />
      </Later>
    );
  }
  if (lines.length === 0) return <p className={css.quiet}>{t("home.noNews")}</p>;
  return (
    <>
      {lines.map(({ entity, since, count }) => (
        <Link
          key={entity.code}
          to={`${paths.list(entity.code)}?filter=${encodeURIComponent(writeFilter(newsOf(since, me)) ?? "")}`}
          className={css.link}
        >
          <span className="ellipsis">{labelText(entity.label, language)}</span>
          <strong className="num">{formatDecimal(count)}</strong>
          <time dateTime={since} className="faint" title={formats.moment(since)}>
            {t("home.since", { when: formats.relative(since) })}
          </time>
        </Link>
      ))}
    </>
  );
}
