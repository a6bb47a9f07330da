import { Alert, Button, Checkbox, Modal } from "antd";
import { useState } from "react";
import { type AddedMember, addPeople, previewPeople, type SheetLine, type SheetPreview } from "@/api/people";
import { DropZone } from "@/app/drop-zone";
import { FileButton } from "@/app/file-button";
import { useLanguage } from "@/i18n";
import { linkOf } from "./link-card";
import { csv, listed } from "./model";
import css from "./people.module.css";
import { usePeopleChange } from "./use-people";

const FIELDS = ["name", "account", "department", "jobTitle", "supervisor", "roles"] as const;

function keepFile(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}

function Chooser({ take, busy }: { take: (file: File) => void; busy: boolean }) {
  const { t } = useLanguage();
  const template = () => {
    const header = FIELDS.map((field) => t(`people.field.${field}`));
    header[2] = t("people.inDepartment");
    keepFile(t("people.sheet.title"), csv([header, t("people.sheet.example").split(",")]));
  };
  return (
    <DropZone hint={t("people.sheet.drop")} onFiles={(files) => files[0] && take(files[0])} className={css.panel}>
      <p className="muted">{t("people.sheet.text")}</p>
      <div className={css.bar}>
        <FileButton
          type="primary"
          accept=".csv,.xlsx,.xls"
          loading={busy}
          onFiles={(files) => files[0] && take(files[0])}
        >
          {t("people.sheet.drop")}
        </FileButton>
        <Button type="link" onClick={template}>
          {t("people.sheet.template")}
        </Button>
      </div>
    </DropZone>
  );
}

function Line({ line }: { line: SheetLine }) {
  const wrong = line.problems.length > 0;
  return (
    <tr className={wrong ? css.wrong : undefined}>
      <td className="num">{line.row}</td>
      <td>
        {line.name}
        {line.problems.map((problem) => (
          <div key={problem.path + problem.message} className="bad">
            {problem.message}
          </div>
        ))}
      </td>
      <td>{line.account}</td>
      <td>{line.departments.join("; ")}</td>
      <td>{line.jobTitle}</td>
      <td>{line.supervisor}</td>
      <td>{line.roles.join("; ")}</td>
    </tr>
  );
}

function Lines({ preview }: { preview: SheetPreview }) {
  const { t } = useLanguage();
  return (
    <div className={css.sheet}>
      <table>
        <thead>
          <tr>
            <th>{t("people.sheet.row")}</th>
            <th>{t("people.field.name")}</th>
            <th>{t("people.field.account")}</th>
            <th>{t("people.inDepartment")}</th>
            <th>{t("people.field.jobTitle")}</th>
            <th>{t("people.field.supervisor")}</th>
            <th>{t("people.field.roles")}</th>
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((line) => (
            <Line key={line.row} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type PreviewProps = { preview: SheetPreview; make: boolean; setMake: (make: boolean) => void };

function Preview({ preview, make, setMake }: PreviewProps) {
  const { t, language } = useLanguage();
  const wrong = preview.rows.filter((line) => line.problems.length > 0).length;
  const missing = preview.newDepartments;
  return (
    <div className={css.stack}>
      <Alert
        type={wrong > 0 ? "error" : "success"}
        showIcon
        title={
          wrong > 0 ? t("people.sheet.problems", { n: wrong }) : t("people.sheet.fine", { n: preview.rows.length })
        }
      />
      {missing.length > 0 && (
        <div>
          <p>{t("people.sheet.newDepartments", { n: missing.length, names: missing.join(listed(language)) })}</p>
          <Checkbox checked={make} onChange={(event) => setMake(event.target.checked)}>
            {t("people.sheet.makeDepartments")}
          </Checkbox>
        </div>
      )}
      <Lines preview={preview} />
    </div>
  );
}

function Done({ added }: { added: AddedMember[] }) {
  const { t } = useLanguage();
  const keep = () => {
    const header = [t("people.sheet.columns.name"), t("people.sheet.columns.account"), t("people.sheet.columns.link")];
    const lines = added.map((one) => [one.name, one.account ?? "", linkOf(one.token)]);
    keepFile(t("people.sheet.fileName"), csv([header, ...lines]));
  };
  return (
    <div className={css.panel}>
      <Alert type="success" showIcon title={t("people.sheet.done", { n: added.length })} />
      <div>
        <Button type="primary" onClick={keep}>
          {t("people.sheet.download")}
        </Button>
      </div>
    </div>
  );
}

/** Adds people of a table: shown with everything that is wrong first, then all of them or none. */
export function PeopleFile({ close }: { close: () => void }) {
  const { t } = useLanguage();
  const [make, setMake] = useState(true);
  const looking = usePeopleChange(async (file: File) => ({ file, preview: await previewPeople(file) }));
  const adding = usePeopleChange((file: File) => addPeople(file, make));
  const seen = looking.data;
  const wrong = seen?.preview.rows.some((line) => line.problems.length > 0) ?? true;
  const blocked = wrong || (!make && (seen?.preview.newDepartments.length ?? 0) > 0);
  const footer = seen && !adding.data && (
    <>
      <Button onClick={looking.reset}>{t("people.sheet.another")}</Button>
      <Button type="primary" disabled={blocked} loading={adding.isPending} onClick={() => adding.mutate(seen.file)}>
        {t("people.sheet.run", { n: seen.preview.rows.length })}
      </Button>
    </>
  );
  return (
    <Modal
      open
      title={t("people.sheet.title")}
      width={880}
      footer={footer || null}
      onCancel={close}
      mask={{ closable: false }}
    >
      {adding.data ? (
        <Done added={adding.data} />
      ) : seen ? (
        <Preview preview={seen.preview} make={make} setMake={setMake} />
      ) : (
        <Chooser take={looking.mutate} busy={looking.isPending} />
      )}
    </Modal>
  );
}
