import { Button, Skeleton } from "antd";
import { Link } from "react-router";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { Later, PageSkeleton } from "@/app/skeleton";
import { useLanguage } from "@/i18n";
import css from "./list.module.css";
import { ListView } from "./list-view";
import { useEntity } from "./use-entity";

export function ListSkeleton() {
  return (
    <Later>
      <div className={css.skeleton}>
        <Skeleton active title={false} paragraph={{ rows: 10, width: "100%" }} />
      </div>
    </Later>
  );
}

export function MissingEntity() {
  const { t } = useLanguage();
  const action = (
    <Link to={paths.home}>
      <Button tabIndex={-1}>{t("common.error.home")}</Button>
    </Link>
  );
  return <Empty title={t("list.missing")} text={t("list.missingText")} action={action} />;
}

export function Component() {
  const { entity, isPending, error, refetch } = useEntity();
  if (isPending) return <PageSkeleton />;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!entity) return <MissingEntity />;
  return <ListView key={entity.code} entity={entity} />;
}
