import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Alert, Select } from "antd";
import { useEffect, useId, useState } from "react";
import { draftedEntityQuery } from "@/api/definitions";
import { keys } from "@/api/keys";
import { readRecord } from "@/api/records";
import type { EntityInfo, Row } from "@/api/types";
import { Failure } from "@/app/failure";
import { PageSkeleton } from "@/app/skeleton";
import type { Layout } from "@/core/layout/layout";
import { useRecords } from "@/expression/expression-input";
import { useLanguage } from "@/i18n";
import { FillingForm } from "@/record/filling-form";
import { useSurroundings } from "@/record/surroundings";
import { useFilling } from "@/record/use-filling";
import { laidOut } from "@/record/use-standard-form";
import css from "./designer.module.css";
import type { Designer } from "./use-designer";

const NEW = "";

type FilledProps = { entity: EntityInfo; layout: Layout; row: Row | undefined };

/** The form as people fill it in, by the very parts that they do it with. What is typed is kept nowhere. */
function Filled({ entity, layout, row }: FilledProps) {
  const options = row && { start: { values: row.values, labels: row.labels }, before: row.values };
  const filling = useFilling(entity, useSurroundings(), options);
  return <FillingForm filling={filling} standard={laidOut(entity, layout)} />;
}

type ChoiceProps = { entity: string; chosen: string; choose: (id: string) => void };

/** Which record the form is tried with: a new one, or one that is there. */
function Choice({ entity, chosen, choose }: ChoiceProps) {
  const { t } = useLanguage();
  const id = useId();
  const [search, setSearch] = useState("");
  const records = useRecords(entity, search).data ?? [];
  const fresh = search === "" ? [{ value: NEW, label: t("builder.tryNew") }] : [];
  return (
    <div className={css.trial}>
      <label htmlFor={id} className="muted">
        {t("builder.tryWith")}
      </label>
      <Select
        id={id}
        value={chosen}
        options={[...fresh, ...records]}
        showSearch={{ filterOption: false, onSearch: setSearch }}
        onChange={choose}
      />
    </div>
  );
}

type Props = { designer: Designer; phone: boolean };

/** The form as people will fill it in: what is drafted, following its conditions and formulas while one types. */
export function Preview({ designer, phone }: Props) {
  const { t } = useLanguage();
  const { design, saving, save, kept } = designer;
  const { code } = design.entity;
  const [chosen, choose] = useState(NEW);
  useEffect(() => void save(), [save]);
  const underWay = saving === "waiting" || saving === "saving";
  const entity = useQuery({ ...draftedEntityQuery(code, kept), placeholderData: keepPreviousData, enabled: !underWay });
  const row = useQuery({
    queryKey: keys.record(code, chosen),
    queryFn: ({ signal }) => readRecord(code, chosen, signal),
    enabled: chosen !== NEW,
  });
  if (entity.isPending) return <PageSkeleton />;
  if (entity.isError) return <Failure error={entity.error} retry={() => void entity.refetch()} />;
  const ready = chosen === NEW || row.data !== undefined;
  return (
    <>
      <Choice entity={code} chosen={chosen} choose={choose} />
      <div className={phone ? `${css.preview} ${css.phone}` : css.preview}>
        {(saving === "refused" || saving === "failed") && (
          <Alert type="warning" showIcon title={t("builder.tryOld")} className={css.tryOld} />
        )}
        {row.isError && <Failure error={row.error} />}
        {entity.data.fields.every((field) => field.system) && <p className="faint">{t("builder.emptyForm")}</p>}
        {ready && <Filled key={chosen} entity={entity.data} layout={design.layout} row={row.data} />}
      </div>
    </>
  );
}
