import { useQuery } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { useEffect, useState } from "react";
import { Link, Navigate, useLocation } from "react-router";
import type { EntityInfo } from "@/api/types";
import { usualViewsQuery } from "@/api/views";
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

/** Who comes to a list without saying what to see is led to the view it opens with; later steps stay where they are. */
function Arrival({ entity }: { entity: EntityInfo }) {
  const { search } = useLocation();
  const [bare] = useState(search === "");
  const [led, setLed] = useState(!bare);
  const usual = useQuery({ ...usualViewsQuery, enabled: bare, retry: false });
  const view = usual.data?.find((one) => one.entity === entity.code)?.view;
  useEffect(() => {
    if (!usual.isPending) setLed(true);
  }, [usual.isPending]);
  if (led) return <ListView entity={entity} />;
  if (usual.isPending) return <ListSkeleton />;
  return view === undefined ? <ListView entity={entity} /> : <Navigate replace to={paths.view(entity.code, view)} />;
}

export function Component() {
  const { entity, isPending, error, refetch } = useEntity();
  if (isPending) return <PageSkeleton />;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!entity) return <MissingEntity />;
  return <Arrival key={entity.code} entity={entity} />;
}
