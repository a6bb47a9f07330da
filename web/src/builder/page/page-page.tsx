import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useParams } from "react-router";
import { entitiesQuery } from "@/api/catalogue";
import { type DefinitionInfo, definitionsQuery } from "@/api/definitions";
import type { EntityInfo } from "@/api/types";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { PageSkeleton } from "@/app/skeleton";
import { useLanguage } from "@/i18n";
import { usualPage } from "@/record/usual-page";
import { BuildersOnly } from "../builders-only";
import { useCompany } from "../draft/use-company";
import { useDraft } from "../draft/use-draft";
import { copyOf, type Origin, type PageCopy, waysOf } from "./model";
import { PageChoice } from "./page-choice";
import { PageView } from "./page-view";

type LoadedProps = { origin: Origin; entity: EntityInfo; first: PageCopy; definitions: DefinitionInfo[] };

function Loaded({ origin, entity, first, definitions }: LoadedProps) {
  const company = useCompany();
  const ways = useMemo(() => waysOf(origin), [origin]);
  const work = useDraft({ app: origin.app, code: origin.code, ways, first, met: company.met });
  const pages = <PageChoice origin={origin} definitions={definitions} design={work.design} save={work.save} />;
  return <PageView origin={origin} entity={entity} work={work} editing={company.name} pages={pages} />;
}

/** What is built is a page of a published entity: it is looked at with real records. */
function PageOf({ app, entity: of, code }: { app: string; entity: string; code: string }) {
  const { t } = useLanguage();
  const definitions = useQuery(definitionsQuery(app));
  const entities = useQuery(entitiesQuery);
  const entity = entities.data?.find((one) => one.code === of);
  const all = entities.data;
  const origin = useMemo<Origin | null>(() => {
    if (entity === undefined || all === undefined) return null;
    const label = typeof entity.label === "string" ? { zh: entity.label } : entity.label;
    return { app, code, entity: of, label, usual: usualPage<string>(entity, all) };
  }, [app, code, of, entity, all]);
  if (definitions.isPending || entities.isPending) return <PageSkeleton />;
  const failed = [definitions, entities].find((one) => one.isError);
  if (failed) return <Failure error={failed.error} retry={() => void failed.refetch()} />;
  if (!entity || !origin || !definitions.data) {
    return <Empty title={t("page.build.noEntity")} text={t("page.build.noEntityText")} />;
  }
  return (
    <Loaded origin={origin} entity={entity} first={copyOf(definitions.data, code)} definitions={definitions.data} />
  );
}

export function Component() {
  const { app = "", entity = "", code = entity } = useParams();
  return (
    <BuildersOnly>
      <PageOf key={`${entity}/${code}`} app={app} entity={entity} code={code} />
    </BuildersOnly>
  );
}
