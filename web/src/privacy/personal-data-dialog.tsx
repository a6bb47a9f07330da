import { DownloadOutlined } from "@ant-design/icons";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Modal, Skeleton } from "antd";
import { type Held, heldQuery, personalExportPath } from "@/api/privacy";
import { Failure } from "@/app/failure";
import { useToast } from "@/app/toast";
import { usePhone } from "@/app/use-phone";
import { labelText, useLanguage } from "@/i18n";
import { saveFile } from "@/print/save-file";
import { Erase } from "./erase";
import css from "./privacy.module.css";

type Props = { entity: string; id: string; close: () => void };

/** How much there is of what. */
function Summary({ held }: { held: Held }) {
  const { t, language } = useLanguage();
  const names = (fields: Held["parts"][number]["fields"]) =>
    fields.map((field) => labelText(field.label, language)).join(t("privacy.listAnd"));
  return (
    <dl className={css.summary}>
      {held.parts.map((part) => (
        <div key={part.entity}>
          <dt>
            {labelText(part.label, language)} <span className="faint">{t(`privacy.part.${part.kind}`)}</span>
          </dt>
          <dd>
            <span className="num">{t("privacy.records", { n: part.records })}</span>
            <span className="faint">{part.fields.length > 0 ? names(part.fields) : t("privacy.none")}</span>
          </dd>
        </div>
      ))}
      <div>
        <dt>{t("privacy.changes")}</dt>
        <dd className="num">{held.changes}</dd>
      </div>
      {held.kept.map((one) => (
        <div key={one.kind}>
          <dt>{labelText(one.label, language)}</dt>
          <dd className="num">{one.count}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What is held on the person for whom a record stands: to see, to hand out, to erase. */
export default function PersonalDataDialog({ entity, id, close }: Props) {
  const { t } = useLanguage();
  const toast = useToast();
  const phone = usePhone();
  const held = useQuery(heldQuery(entity, id));
  const save = useMutation({
    mutationFn: (title: string) =>
      saveFile(personalExportPath(entity, id), `${title.replace(/[\\/:*?"<>|]/g, "_")}.zip`),
    onSuccess: () => toast.done(t("privacy.exported")),
    onError: toast.failed,
  });
  const data = held.data;
  return (
    <Modal
      open
      title={t("privacy.title")}
      width={phone ? "100%" : 600}
      style={{ top: phone ? 0 : 48 }}
      onCancel={close}
      footer={null}
    >
      {held.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {held.isError && <Failure error={held.error} retry={() => void held.refetch()} />}
      {data && (
        <div className={css.dialog}>
          <section>
            <h3>{t("privacy.holds", { name: data.title })}</h3>
            <Summary held={data} />
            <p className="faint">{t("privacy.exportText")}</p>
            <Button icon={<DownloadOutlined />} loading={save.isPending} onClick={() => save.mutate(data.title)}>
              {t("privacy.export")}
            </Button>
          </section>
          <Erase entity={entity} id={id} held={data} close={close} />
        </div>
      )}
    </Modal>
  );
}
