import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link, useParams } from "react-router";
import { formsQuery } from "@/api/forms";
import { keys } from "@/api/keys";
import { Problem } from "@/api/problem";
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

function Loaded({ entity, id }: { entity: EntityInfo; id: string }) {
  const record = useQuery({
    queryKey: keys.record(entity.code, id),
    queryFn: ({ signal }) => readRecord(entity.code, id, signal),
  });
  const forms = useQuery(formsQuery);
  useRecordCommands(entity, id, record.isSuccess);
  if (record.isPending || forms.isPending) return <PageSkeleton />;
  if (record.data) return <RecordView entity={entity} row={record.data} />;
  if (record.error instanceof Problem && record.error.isMissing) return <MissingRecord entity={entity} />;
  return <Failure error={record.error} retry={() => void record.refetch()} />;
}

export function Component() {
  const { id = "" } = useParams();
  const { entity, isPending, error, refetch } = useEntity();
  if (isPending) return <PageSkeleton />;
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!entity) return <MissingEntity />;
  return <Loaded key={`${entity.code}/${id}`} entity={entity} id={id} />;
}
