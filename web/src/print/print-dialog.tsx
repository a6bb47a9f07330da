import { DownloadOutlined, PrinterOutlined } from "@ant-design/icons";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Modal, Select, Skeleton } from "antd";
import { useRef, useState } from "react";
import { type PrintTemplate, pdfPath, printedQuery } from "@/api/print";
import { Failure } from "@/app/failure";
import { useToast } from "@/app/toast";
import { usePhone } from "@/app/use-phone";
import { labelText, useLanguage } from "@/i18n";
import css from "./print.module.css";
import { fileName, saveFile } from "./save-file";
import { Sheet } from "./sheet";

type Props = { entity: string; id: string; templates: PrintTemplate[]; close: () => void };

/** A record on paper: which template, how it looks, and off to the printer or into a file. */
export default function PrintDialog({ entity, id, templates, close }: Props) {
  const { t, language } = useLanguage();
  const toast = useToast();
  const phone = usePhone();
  const frame = useRef<HTMLIFrameElement>(null);
  const [code, setCode] = useState(templates[0]?.code ?? "");
  const page = useQuery(printedQuery(entity, id, code));
  const name = labelText(templates.find((one) => one.code === code)?.label ?? code, language);
  const download = useMutation({
    mutationFn: () => saveFile(pdfPath(entity, id, code), fileName(name)),
    onError: toast.failed,
  });
  const buttons = (
    <>
      <Button icon={<DownloadOutlined />} loading={download.isPending} onClick={() => download.mutate()}>
        {t("print.download")}
      </Button>
      <Button
        type="primary"
        icon={<PrinterOutlined />}
        disabled={page.data === undefined}
        onClick={() => frame.current?.contentWindow?.print()}
      >
        {t("print.print")}
      </Button>
    </>
  );
  return (
    <Modal
      open
      title={t("print.print")}
      width={phone ? "100%" : 900}
      style={{ top: phone ? 0 : 24 }}
      onCancel={close}
      footer={buttons}
    >
      {templates.length > 1 && (
        <Select
          className={css.choice}
          aria-label={t("print.choose")}
          value={code}
          options={templates.map((one) => ({ value: one.code, label: labelText(one.label, language) }))}
          onChange={setCode}
        />
      )}
      <div className={css.stage}>
        {page.isPending && <Skeleton active paragraph={{ rows: 12 }} />}
        {page.isError && <Failure error={page.error} retry={() => void page.refetch()} />}
        {page.data !== undefined && <Sheet html={page.data} title={name} frame={frame} />}
      </div>
    </Modal>
  );
}
