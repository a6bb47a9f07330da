import { Button } from "antd";
import { Link, useParams } from "react-router";
import { Empty } from "@/app/empty";
import { paths } from "@/app/paths";
import { useLanguage } from "@/i18n";
import { ColumnsView } from "./columns-view";
import { keptUpload } from "./kept-upload";

/** The upload of the address, as the page that sent the file left it for this tab. */
export function Component() {
  const { t } = useLanguage();
  const { upload: id = "" } = useParams();
  const upload = keptUpload(id);
  if (upload) return <ColumnsView key={id} upload={upload} />;
  const action = (
    <Link to={paths.begin}>
      <Button tabIndex={-1}>{t("begin.columns.otherFile")}</Button>
    </Link>
  );
  return <Empty title={t("begin.columns.gone")} text={t("begin.columns.goneText")} action={action} />;
}
