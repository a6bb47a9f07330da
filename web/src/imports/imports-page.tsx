import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { entitiesQuery } from "@/api/catalogue";
import type { ImportInfo } from "@/api/import-types";
import { importsQuery } from "@/api/imports";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { PageSkeleton } from "@/app/skeleton";
import { formatDecimal } from "@/core/decimal";
import { useFormats } from "@/field/use-formats";
import { labelText, useLanguage } from "@/i18n";
import css from "./imports.module.css";
import { StateTag } from "./state-tag";

function Item({ job }: { job: ImportInfo }) {
  const { t, language } = useLanguage();
  const formats = useFormats();
  const entities = useQuery(entitiesQuery);
  const entity = entities.data?.find((one) => one.code === job.entity);
  return (
    <li className={css.item}>
      <Link to={paths.import(job.id)}>
        <span className="ellipsis" title={job.file}>
          {job.file}
        </span>
        <span className="muted ellipsis">{entity ? labelText(entity.label, language) : job.entity}</span>
        <span>
          <StateTag state={job.state} />
        </span>
        <span className={`${css.right} faint num`}>
          {t("imports.rows", { read: formatDecimal(job.read) })}
          {job.startedAt && ` \u00b7 ${formats.relative(job.startedAt)}`}
        </span>
      </Link>
    </li>
  );
}

export function Component() {
  const { t } = useLanguage();
  const imports = useQuery(importsQuery);
  if (imports.isPending) return <PageSkeleton />;
  if (imports.isError) return <Failure error={imports.error} retry={() => void imports.refetch()} />;
  if (imports.data.length === 0) return <Empty title={t("imports.empty")} text={t("imports.emptyText")} />;
  return (
    <div className={css.page}>
      <h1>{t("imports.title")}</h1>
      <ul className={css.list}>
        {imports.data.map((job) => (
          <Item key={job.id} job={job} />
        ))}
      </ul>
    </div>
  );
}
