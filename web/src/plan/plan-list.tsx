import { useQuery } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { Link } from "react-router";
import { entitiesQuery } from "@/api/catalogue";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { Later } from "@/app/skeleton";
import { labelText, useLanguage } from "@/i18n";
import { DueLine } from "./due-line";
import css from "./plan.module.css";
import { allDue, usePlan } from "./use-plan";
import { usePostpone } from "./use-postpone";

function Nothing({ plan }: { plan: ReturnType<typeof usePlan> }) {
  const { t, language } = useLanguage();
  const [first] = plan.followed;
  if (first === undefined) return <Empty title={t("plan.none")} text={t("plan.noneText")} />;
  const name = labelText(first.entity.label, language);
  const action = (
    <Link to={paths.list(first.entity.code)}>
      <Button tabIndex={-1}>{t("plan.toList", { name })}</Button>
    </Link>
  );
  return <Empty title={t("plan.free")} text={t("plan.freeText")} action={action} />;
}

/**
 * What is overdue, due today and due in the days to come.
 *
 * @param short shows so many at most and none of the days to come, for a card
 */
export function PlanList({ short }: { short?: number }) {
  const { t, language } = useLanguage();
  const plan = usePlan();
  const entities = useQuery(entitiesQuery).data ?? [];
  const { postpone, busy } = usePostpone();
  if (plan.pending) {
    return (
      <Later>
        <Skeleton active title={false} paragraph={{ rows: 4 }} />
      </Later>
    );
  }
  if (plan.error) return <Failure error={plan.error} retry={plan.retry} />;
  const all = plan.buckets.reduce((sum, { dues }) => sum + dues.length, 0);
  if (all === 0) return <Nothing plan={plan} />;
  let left = short ?? Number.POSITIVE_INFINITY;
  const shown = plan.buckets.map((bucket) => {
    const dues = bucket.dues.slice(0, Math.max(0, left));
    left -= dues.length;
    return { ...bucket, dues, count: bucket.dues.length };
  });
  return (
    <div>
      {shown.map(
        ({ key, dues, count }) =>
          dues.length > 0 && (
            <section key={key} aria-label={t(`plan.bucket.${key}`)}>
              <h3 className={key === "overdue" ? `${css.bucket} ${css.lateBucket}` : css.bucket}>
                {t(`plan.bucket.${key}`)} <span className="num">{count}</span>
              </h3>
              <ul className={css.dues}>
                {dues.map((due) => (
                  <DueLine
                    key={`${due.followed.entity.code}/${due.row.id}`}
                    due={due}
                    today={plan.today}
                    entities={entities}
                    mixed={plan.followed.length > 1}
                    postpone={(one, day) => void postpone(one, day)}
                    busy={busy === due.row.id}
                  />
                ))}
              </ul>
            </section>
          ),
      )}
      {short !== undefined && all > short && (
        <Link to={paths.plan} className={css.more}>
          {t("plan.all", { n: all })}
        </Link>
      )}
      {short === undefined &&
        plan.more.map((one) => (
          <Link key={one.entity.code} to={paths.list(one.entity.code) + allDue(one, plan.until)} className={css.more}>
            {t("plan.more", { name: labelText(one.entity.label, language) })}
          </Link>
        ))}
    </div>
  );
}
