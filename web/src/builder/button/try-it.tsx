import { useMutation, useQuery } from "@tanstack/react-query";
import { Alert, Button, Select } from "antd";
import { useState } from "react";
import { type ButtonPreview, previewButton } from "@/api/buttons";
import { entitiesQuery } from "@/api/catalogue";
import { Failure } from "@/app/failure";
import { useRecords } from "@/expression/expression-input";
import { FieldValue } from "@/field/field-value";
import { labelText, useLanguage } from "@/i18n";
import css from "./builder.module.css";
import { actionOf, type ButtonDoc } from "./model";

type OutcomeProps = {
  button: ButtonDoc;
  preview: ButtonPreview;
  /** The record that it was tried on. */
  record: { value: string; label: string } | undefined;
};

function Outcome({ button, preview, record }: OutcomeProps) {
  const { t, language } = useLanguage();
  const target = useQuery(entitiesQuery).data?.find((one) => one.code === preview.entity);
  const name = (code: string) => {
    const field = target?.fields.find((one) => one.code === code);
    return labelText(field?.label ?? code, language);
  };
  const values = Object.entries(preview.values);
  const title = {
    set: () => t("buttonBuilder.wouldSet"),
    create: () => t("buttonBuilder.wouldCreate", { name: labelText(target?.label ?? preview.entity, language) }),
    open: () => t("buttonBuilder.wouldOpen"),
    call: () => t("buttonBuilder.wouldCall", { name: name(button.call?.field ?? "") }),
    run: () => t("buttonBuilder.wouldRun"),
  }[preview.action];
  const writes = preview.action === "set" || preview.action === "create";
  return (
    <>
      <Alert
        type={preview.shown ? "info" : "warning"}
        showIcon
        title={t(preview.shown ? "buttonBuilder.wouldShow" : "buttonBuilder.wouldHide")}
      />
      <strong>{title()}</strong>
      {preview.url !== undefined && <code className={css.url}>{preview.url}</code>}
      {writes && values.length === 0 && <span className="faint">{t("buttonBuilder.wouldDoNothing")}</span>}
      <dl className={css.outcome}>
        {values.map(([code, value]) => {
          const field = target?.fields.find((one) => one.code === code);
          return [
            <dt key={`${code} name`}>{name(code)}</dt>,
            <dd key={code}>
              {field ? (
                <FieldValue
                  field={field}
                  value={value}
                  label={value === record?.value ? record?.label : preview.labels[code]}
                />
              ) : (
                String(value)
              )}
            </dd>,
          ];
        })}
      </dl>
    </>
  );
}

type Props = {
  button: ButtonDoc;
  /** Saves what was typed last, so that it is what is tried. */
  save: () => Promise<boolean>;
};

/** What a press of the button would do to a real record; changes nothing. */
export function TryIt({ button, save }: Props) {
  const { t } = useLanguage();
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const records = useRecords(button.entity, search);
  const published = useQuery(entitiesQuery).data?.some((one) => one.code === button.entity) ?? false;
  const record = chosen ?? records.data?.[0]?.value ?? null;
  const trial = useMutation({
    mutationFn: async (id: string) => {
      await save();
      return previewButton(button.entity, id, button.code, true);
    },
  });
  return (
    <aside className={css.column} aria-label={t("buttonBuilder.try")}>
      <h2>{t("buttonBuilder.try")}</h2>
      <span className="faint">{t(published ? "buttonBuilder.tryHint" : "buttonBuilder.tryPublish")}</span>
      {published && (
        <>
          <Select
            aria-label={t("buttonBuilder.tryOn")}
            value={record}
            options={records.data ?? []}
            showSearch={{ filterOption: false, onSearch: setSearch }}
            onChange={setChosen}
          />
          <Button disabled={record === null} loading={trial.isPending} onClick={() => record && trial.mutate(record)}>
            {t("buttonBuilder.tryDo")}
          </Button>
          {trial.isError && <Failure error={trial.error} />}
          {trial.data && trial.data.action === actionOf(button) && (
            <Outcome
              button={button}
              preview={trial.data}
              record={records.data?.find((one) => one.value === trial.variables)}
            />
          )}
        </>
      )}
    </aside>
  );
}
