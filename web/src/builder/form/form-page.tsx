import { useQuery } from "@tanstack/react-query";
import { App } from "antd";
import { useEffect, useState } from "react";
import { useParams } from "react-router";
import { membersQuery } from "@/api/catalogue";
import { definitionsQuery } from "@/api/definitions";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { useMe } from "@/app/signed-in";
import { PageSkeleton } from "@/app/skeleton";
import { useLanguage } from "@/i18n";
import { BuildersOnly } from "../builders-only";
import { DesignerView } from "./designer-view";
import { copyOf, type ServerCopy } from "./server-copy";
import { type Met, useDesigner } from "./use-designer";

const HERE = 60_000;

/** The name of somebody else who has changed this form within the last minute; null when nobody has. */
function useCompany(names: Map<string, string>) {
  const me = useMe();
  const [by, setBy] = useState<string | null>(null);
  useEffect(() => {
    if (by === null) return;
    const timer = setTimeout(() => setBy(null), HERE);
    return () => clearTimeout(timer);
  }, [by]);
  return {
    name: by === null ? null : (names.get(by) ?? null),
    met: (who: string | undefined) => setBy(who === undefined || who === me.member.id ? null : who),
  };
}

function Loaded({ app, code, first }: { app: string; code: string; first: ServerCopy }) {
  const { t } = useLanguage();
  const { message } = App.useApp();
  const members = useQuery(membersQuery).data ?? [];
  const company = useCompany(new Map(members.map((one) => [one.id, one.name])));
  const met = ({ by, clashes }: Met) => {
    company.met(by);
    const name = members.find((one) => one.id === by)?.name ?? t("builder.somebody");
    void message.info(clashes === 0 ? t("builder.joined", { name }) : t("builder.joinedMine", { name, n: clashes }));
  };
  const designer = useDesigner({ app, code, first, met });
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
