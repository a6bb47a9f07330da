import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { definitionsQuery } from "@/api/definitions";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { PageSkeleton } from "@/app/skeleton";
import { useLanguage } from "@/i18n";
import { BuildersOnly } from "../builders-only";
import { useCompany } from "../draft/use-company";
import { DesignerView } from "./designer-view";
import { copyOf, type ServerCopy } from "./server-copy";
import { useDesigner } from "./use-designer";

function Loaded({ app, code, first }: { app: string; code: string; first: ServerCopy }) {
  const company = useCompany();
  const designer = useDesigner({ app, code, first, met: company.met });
  return <DesignerView app={app} designer={designer} editing={company.name} />;
}

function FormPage() {
  const { t } = useLanguage();
  const { app = "", entity = "" } = useParams();
  const definitions = useQuery(definitionsQuery(app));
  if (definitions.isPending) return <PageSkeleton />;
  if (definitions.isError) return <Failure error={definitions.error} retry={() => void definitions.refetch()} />;
  const first = copyOf(definitions.data, entity);
  if (first === null) return <Empty title={t("builder.noForm")} text={t("builder.noFormText")} />;
  return <Loaded key={entity} app={app} code={entity} first={first} />;
}

export function Component() {
  return (
    <BuildersOnly>
      <FormPage />
    </BuildersOnly>
  );
}
