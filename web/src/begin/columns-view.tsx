import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Input, Select } from "antd";
import { useId, useState } from "react";
import { Link, useNavigate } from "react-router";
import { appsQuery } from "@/api/catalogue";
import type { Sheet, Upload } from "@/api/import-types";
import { createEntityFrom, type NewColumn, rowsOf } from "@/api/imports";
import { keys } from "@/api/keys";
import { Empty } from "@/app/empty";
import { failureLines } from "@/app/failure";
import { paths } from "@/app/paths";
import { formatDecimal } from "@/core/decimal";
import { labelText, useLanguage } from "@/i18n";
import { columnIssues, columnsOf, formName } from "./columns";
import css from "./columns.module.css";
import { ColumnsTable } from "./columns-table";

type Plan = { sheet: string; headerRow: number | undefined; label: string; app: string | null; columns: NewColumn[] };

function planFor(upload: Upload, sheet: Sheet): Plan {
  return {
    sheet: sheet.name,
    headerRow: sheet.headerRow,
    label: formName(upload.name, sheet),
    app: null,
    columns: columnsOf(sheet),
  };
}

function useCreateEntity(upload: Upload, plan: Plan) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { language } = useLanguage();
  return useMutation({
    mutationFn: () =>
      createEntityFrom(
        upload.id,
        {
          app: plan.app ?? undefined,
          sheet: plan.sheet,
          headerRow: plan.headerRow,
          label: plan.label.trim(),
          columns: plan.columns.map((column) => ({ ...column, label: column.label.trim() })),
        },
        language,
      ),
    onSuccess: async (made) => {
      await Promise.all([
        cache.invalidateQueries({ queryKey: keys.apps }),
        cache.invalidateQueries({ queryKey: keys.entities }),
      ]);
      await navigate(paths.import(made.import), { replace: true });
    },
  });
}

/** Why the server did not make the form, for as long as it is so: what to change stands in the table above. */
function Refusal({ error }: { error: unknown }) {
  const { t } = useLanguage();
  const [first = "", ...rest] = failureLines(error, t);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className={css.refusal}
      title={t("begin.columns.refused")}
      description={
        <>
          <p>{first}</p>
          {rest.length > 0 && (
            <ul>
              {rest.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </>
      }
    />
  );
}

type SettingsProps = { upload: Upload; plan: Plan; change: (plan: Plan) => void };

function Settings({ upload, plan, change }: SettingsProps) {
  const { t, language } = useLanguage();
  const id = useId();
  const apps = useQuery(appsQuery);
  const appOptions = (apps.data ?? []).map((app) => ({ value: app.code, label: labelText(app.label, language) }));
  return (
    <div className={css.settings}>
      <div className={css.setting}>
        <label htmlFor={`${id}-label`}>{t("begin.columns.label")}</label>
        <Input
          id={`${id}-label`}
          value={plan.label}
          maxLength={60}
          status={plan.label.trim() === "" ? "error" : undefined}
          onChange={(event) => change({ ...plan, label: event.target.value })}
        />
      </div>
      {upload.sheets.length > 1 && (
        <div className={css.setting}>
          <label htmlFor={`${id}-sheet`}>{t("begin.columns.sheet")}</label>
          <Select
            id={`${id}-sheet`}
            value={plan.sheet}
            options={upload.sheets.map((sheet) => ({
              value: sheet.name,
              label: sheet.name,
            }))}
            onChange={(name) => {
              const sheet = upload.sheets.find((one) => one.name === name);
              if (sheet) change({ ...planFor(upload, sheet), app: plan.app });
            }}
          />
        </div>
      )}
      {appOptions.length > 0 && (
        <div className={css.setting}>
          <label htmlFor={`${id}-app`}>{t("begin.columns.app")}</label>
          <Select
            id={`${id}-app`}
            value={plan.app ?? ""}
            options={[{ value: "", label: t("begin.columns.newApp") }, ...appOptions]}
            onChange={(app) => change({ ...plan, app: app === "" ? null : app })}
          />
        </div>
      )}
    </div>
  );
}

/** Before a spreadsheet becomes a form: its columns with guessed types, to be corrected. */
export function ColumnsView({ upload }: { upload: Upload }) {
  const { t } = useLanguage();
  const first = upload.sheets[0];
  const [plan, setPlan] = useState<Plan>(() => planFor(upload, first ?? { name: "", rows: 0, columns: [] }));
  const create = useCreateEntity(upload, plan);
  const sheet = upload.sheets.find((one) => one.name === plan.sheet);
  const issues = columnIssues(plan.columns, t);
  const known = sheet === undefined ? null : rowsOf(upload, sheet);
  const rows = known === null ? null : formatDecimal(known.rows);
  const facts = [
    upload.name,
    rows === null ? "" : t(known?.about ? "begin.columns.rowsAbout" : "begin.columns.rows", { n: rows }),
    t("begin.columns.columnCount", { n: plan.columns.length }),
    upload.encoding ? t("begin.columns.encoding", { encoding: upload.encoding }) : "",
  ];
  const otherFile = (
    <Link to={paths.begin}>
      <Button tabIndex={-1}>{t("begin.columns.otherFile")}</Button>
    </Link>
  );
  return (
    <div className={css.page}>
      <div className={css.inner}>
        <h1>{t("begin.columns.title")}</h1>
        <p className="muted">{facts.filter(Boolean).join(" \u00b7 ")}</p>
        <Settings upload={upload} plan={plan} change={setPlan} />
        {plan.columns.length === 0 ? (
          <Empty title={t("begin.columns.emptySheet")} action={otherFile} />
        ) : (
          <ColumnsTable
            key={plan.sheet}
            columns={plan.columns}
            sources={sheet?.columns ?? []}
            issues={issues}
            change={(columns) => setPlan({ ...plan, columns })}
          />
        )}
      </div>
      <div className={css.foot}>
        {create.isError && <Refusal error={create.error} />}
        <div className={css.footInner}>
          {otherFile}
          <span className={css.space} />
          {issues.get(-1) && <span className="bad">{issues.get(-1)}</span>}
          <Button
            type="primary"
            loading={create.isPending}
            disabled={issues.size > 0 || plan.label.trim() === "" || plan.columns.length === 0}
            onClick={() => create.mutate()}
          >
            {rows === null || known?.about ? t("begin.columns.createAll") : t("begin.columns.create", { rows })}
          </Button>
        </div>
      </div>
    </div>
  );
}
