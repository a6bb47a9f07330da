import { usePrefetchQuery, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link, useParams } from "react-router";
import { formsQuery } from "@/api/forms";
import { keys } from "@/api/keys";
import { Problem } from "@/api/problem";
import { recordPagesQuery } from "@/api/record-pages";
import { readRecord } from "@/api/records";
import type { EntityInfo } from "@/api/types";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { PageSkeleton } from "@/app/skeleton";
import { useLanguage } from "@/i18n";
import { MissingEntity } from "@/list/list-page";
import { useEntity } from "@/list/use-entity";
import { RecordView } from "./record-view";
import { useRecordCommands } from "./use-record-commands";

function MissingRecord({ entity }: { entity: EntityInfo }) {
  const { t } = useLanguage();
  const action = (
    <>
      <Link to={paths.list(entity.code)}>
        <Button tabIndex={-1}>{t("record.toList")}</Button>
      </Link>
      <Link to={paths.recycle(entity.code)}>
        <Button tabIndex={-1}>{t("record.toRecycle")}</Button>
      </Link>
    </>
  );
  return <Empty title={t("record.missing")} text={t("record.missingText")} action={action} />;
}

const recordQuery = (entity: string, id: string) => ({
  queryKey: keys.record(entity, id),
  queryFn: ({ signal }: { signal: AbortSignal }) => readRecord(entity, id, signal),
});

function Loaded({ entity, id }: { entity: EntityInfo; id: string }) {
  const record = useQuery(recordQuery(entity.code, id));
  const forms = useQuery(formsQuery);
  useRecordCommands(entity, id, record.isSuccess);
  const pages = useQuery(recordPagesQuery);
  if (record.isPending || forms.isPending || pages.isPending) return <PageSkeleton />;
  if (record.data) return <RecordView entity={entity} row={record.data} />;
  if (record.error instanceof Problem && record.error.isMissing) return <MissingRecord entity={entity} />;
  return <Failure error={record.error} retry={() => void record.refetch()} />;
}

export function Component() {
  const { entity: code = "", id = "" } = useParams();
  // Asked for beside the catalogue and not after it.
  usePrefetchQuery(recordQuery(code, id));
  const { entity, isPending, error, refetch } = useEntity();
  if (isPending) return <PageSkeleton />;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!entity) return <MissingEntity />;
  return <Loaded key={`${entity.code}/${id}`} entity={entity} id={id} />;
}
