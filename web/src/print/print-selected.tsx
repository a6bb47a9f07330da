import { PrinterOutlined } from "@ant-design/icons";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Dropdown } from "antd";
import { MOST_PRINTED, type PrintTemplate, pdfOfPath, printTemplatesQuery } from "@/api/print";
import { useToast } from "@/app/toast";
import { labelText, useLanguage } from "@/i18n";
import { fileName, saveFile } from "./save-file";

type Props = { entity: string; ids: ReadonlySet<string> };

/** Prints the chosen records into one PDF; nothing where their entity has no template. */
export function PrintSelected({ entity, ids }: Props) {
  const { t, language } = useLanguage();
  const toast = useToast();
  const templates = (useQuery(printTemplatesQuery).data ?? []).filter((one) => one.entity === entity);
  const print = useMutation({
    mutationFn: (template: PrintTemplate) =>
      saveFile(pdfOfPath(template.code, [...ids]), fileName(labelText(template.label, language), String(ids.size))),
    onError: toast.failed,
  });
  const [only] = templates;
  if (only === undefined) return null;
  const over = ids.size > MOST_PRINTED;
  const button = (
    <Button
      icon={<PrinterOutlined />}
      loading={print.isPending}
      disabled={over}
      title={over ? t("print.tooMany", { n: MOST_PRINTED }) : undefined}
      onClick={templates.length === 1 ? () => print.mutate(only) : undefined}
    >
      {t("print.print")}
    </Button>
  );
  if (templates.length === 1 || over) return button;
  const items = templates.map((one) => ({
    key: one.code,
    label: labelText(one.label, language),
    onClick: () => print.mutate(one),
  }));
  return (
    <Dropdown trigger={["click"]} menu={{ items }}>
      {button}
    </Dropdown>
  );
}
