import { DownloadOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import type { ImportInfo } from "@/api/import-types";
import { readRefused, refusedAddress } from "@/api/imports";
import { keys } from "@/api/keys";
import { formatDecimal } from "@/core/decimal";
import { useLanguage } from "@/i18n";
import css from "./imports.module.css";

const SHOWN = 20;

/** The rows that were not taken in: the first of them with the reason, and all of them as a file to mend. */
export function Refused({ job }: { job: ImportInfo }) {
  const { t, language } = useLanguage();
  const rows = useQuery({
    queryKey: [...keys.import(job.id), "refused", language],
    queryFn: ({ signal }) => readRefused(job.id, SHOWN, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const shown = rows.data ?? [];
  return (
    <section className={css.refused} aria-label={t("imports.refusedTitle", { n: formatDecimal(job.refused) })}>
      <div className={css.refusedHead}>
        <div>
          <h2>{t("imports.refusedTitle", { n: formatDecimal(job.refused) })}</h2>
          <p>{t("imports.refusedText")}</p>
        </div>
        <Button icon={<DownloadOutlined />} href={refusedAddress(job.id)} download>
          {t("imports.download")}
        </Button>
      </div>
      {shown.length > 0 && (
        <ul>
          {shown.map(({ row, why, cells }) => {
            const content = cells.filter((cell) => cell !== "").join(" \u00b7 ");
            return (
              <li key={row}>
                <span className="num">{t("imports.refusedRow", { row })}</span>
                <strong>{why}</strong>
                <span className="faint ellipsis" title={content}>
                  {content}
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {job.refused > shown.length && shown.length > 0 && (
        <p className="faint">{t("imports.refusedMore", { n: formatDecimal(job.refused - shown.length) })}</p>
      )}
    </section>
  );
}
