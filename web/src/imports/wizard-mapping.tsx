import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Select } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { Sheet, Upload } from "@/api/import-types";
import { rowsOf, startImport } from "@/api/imports";
import type { EntityInfo } from "@/api/types";
import { Empty } from "@/app/empty";
import { paths } from "@/app/paths";
import { useToast } from "@/app/toast";
import { formatDecimal } from "@/core/decimal";
import { labelText, useLanguage } from "@/i18n";
import { firstMapping, type Mapping, mappingIssue, unmappedRequired } from "./mapping";
import { MappingTable } from "./mapping-table";
import { ModeChoice } from "./mode-choice";
import css from "./wizard.module.css";

type Props = { entity: EntityInfo; entities: EntityInfo[]; upload: Upload; again: () => void };

function useStart(entity: EntityInfo, upload: Upload, sheet: Sheet, mapping: Mapping) {
  const navigate = useNavigate();
  const toast = useToast();
  return useMutation({
    mutationFn: () =>
      startImport({
        upload: upload.id,
        sheet: sheet.name,
        headerRow: sheet.headerRow,
        entity: entity.code,
        mapping: mapping.targets,
        match: mapping.mode === "create" ? [] : mapping.match,
        mode: mapping.mode,
      }),
    onError: toast.failed,
    onSuccess: (job) => navigate(paths.import(job.id), { replace: true }),
  });
}

function FileLine({
  upload,
  sheet,
  choose,
  again,
}: {
  upload: Upload;
  sheet: Sheet;
  choose: (sheet: Sheet) => void;
  again: () => void;
}) {
  const { t } = useLanguage();
  const known = rowsOf(upload, sheet);
  return (
    <div className={css.file}>
      <strong className="ellipsis" title={upload.name}>
        {upload.name}
      </strong>
      {known !== null && (
        <span className="faint num">
          {t(known.about ? "begin.columns.rowsAbout" : "begin.columns.rows", { n: formatDecimal(known.rows) })}
        </span>
      )}
      {upload.encoding && <span className="faint">{upload.encoding}</span>}
      {upload.sheets.length > 1 && (
        <Select
          value={sheet.name}
          aria-label={t("imports.wizard.sheet")}
          options={upload.sheets.map((one) => ({ value: one.name, label: one.name }))}
          onChange={(name) => {
            const next = upload.sheets.find((one) => one.name === name);
            if (next) choose(next);
          }}
        />
      )}
      <Button size="small" onClick={again}>
        {t("begin.columns.otherFile")}
      </Button>
    </div>
  );
}

const ISSUES = {
  nothing: "imports.wizard.nothingMapped",
  match: "imports.wizard.matchRequired",
  duplicate: "imports.wizard.duplicate",
} as const;

type MappedProps = Props & { sheet: Sheet; choose: (sheet: Sheet) => void };

function SheetMapping({ entity, entities, upload, again, sheet, choose }: MappedProps) {
  const { t, language } = useLanguage();
  const [mapping, setMapping] = useState(() => firstMapping(entity, entities, sheet));
  const start = useStart(entity, upload, sheet, mapping);
  const known = rowsOf(upload, sheet);
  const issue = mappingIssue(mapping);
  const required = unmappedRequired(entity, mapping).map((field) => labelText(field.label, language));
  return (
    <div className={css.page}>
      <div className={css.inner}>
        <h1>{t("imports.wizard.title", { name: labelText(entity.label, language) })}</h1>
        <FileLine upload={upload} sheet={sheet} choose={choose} again={again} />
        <section className={css.section}>
          <h2>{t("imports.wizard.mapTitle")}</h2>
          <p className="muted">{t("imports.wizard.mapText")}</p>
          <MappingTable
            entity={entity}
            entities={entities}
            columns={sheet.columns}
            mapping={mapping}
            change={setMapping}
          />
        </section>
        {required.length > 0 && (
          <Alert
            type="warning"
            showIcon
            style={{ marginTop: 16 }}
            title={t("imports.wizard.requiredUnmapped", { names: required.join(language === "zh" ? "\u3001" : ", ") })}
          />
        )}
        <ModeChoice entity={entity} mapping={mapping} change={setMapping} />
      </div>
      <div className={css.foot}>
        <div className={css.footInner}>
          {issue && <span className="bad">{t(ISSUES[issue])}</span>}
          <Button type="primary" disabled={issue !== null} loading={start.isPending} onClick={() => start.mutate()}>
            {known === null || known.about
              ? t("imports.wizard.startAll")
              : t("imports.wizard.start", { rows: formatDecimal(known.rows) })}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** The step between file and import: where each column goes and what happens with records that exist. */
export function WizardMapping(props: Props) {
  const { t } = useLanguage();
  const [sheet, choose] = useState<Sheet | undefined>(props.upload.sheets[0]);
  if (!sheet || sheet.columns.length === 0) {
    const action = <Button onClick={props.again}>{t("begin.columns.otherFile")}</Button>;
    return <Empty title={t("begin.columns.emptySheet")} action={action} />;
  }
  return <SheetMapping key={sheet.name} {...props} sheet={sheet} choose={choose} />;
}
