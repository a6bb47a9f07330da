import { useQuery } from "@tanstack/react-query";
import { firstBytesOf } from "@/api/files";
import { keys } from "@/api/keys";
import { Failure } from "@/app/failure";
import { useLanguage } from "@/i18n";
import type { Shown } from "./file-list";
import css from "./preview.module.css";
import { textOf } from "./preview-kind";

const MOST = 256 * 1024;

/** The beginning of a text, as it is written. */
export function TextView({ file }: { file: Shown }) {
  const { t } = useLanguage();
  const text = useQuery({
    queryKey: keys.fileText(file.id),
    queryFn: async ({ signal }) => textOf(await firstBytesOf(file.id, MOST, signal)),
  });
  if (text.error) return <Failure error={text.error} retry={() => void text.refetch()} />;
  if (text.data === undefined) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <div className={css.text} tabIndex={0}>
      <pre>{text.data}</pre>
      {(file.size ?? 0) > MOST && <p className="faint">{t("files.beginningOnly")}</p>}
    </div>
  );
}
