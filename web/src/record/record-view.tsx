import { Segmented } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { EntityInfo, Row } from "@/api/types";
import { paths } from "@/app/paths";
import { usePhone } from "@/app/use-phone";
import { RecordDrop } from "@/files/record-drop";
import { useLanguage } from "@/i18n";
import { Timeline } from "@/timeline/timeline";
import { Facts } from "./facts";
import css from "./record.module.css";
import { RecordHead } from "./record-head";
import { Related } from "./related";
import { useFormLogic } from "./use-form-logic";
import { type Edit, useSave } from "./use-save";

type Props = { entity: EntityInfo; row: Row };

const TABS = { facts: "record.facts", timeline: "timeline.title" } as const;
type Tab = keyof typeof TABS;
const TAB_NAMES = ["facts", "timeline"] as const;

/** A record: what it is called and where it stands on top, its facts, what belongs to it, and its history. */
export function RecordView({ entity, row }: Props) {
  const { t } = useLanguage();
  const phone = usePhone();
  const [tab, setTab] = useState<Tab>("facts");
  const navigate = useNavigate();
  const { save, dialog } = useSave(entity, () => void navigate(paths.list(entity.code)));
  const put = (edit: Edit) => void save(edit);
  const { fields } = useFormLogic(entity, {}, row.values);
  return (
    <RecordDrop
      entity={entity}
      fields={fields}
      row={row}
      showComments={() => setTab("timeline")}
      put={(field, value, names) => put({ row, set: { [field.code]: value }, labels: { [field.code]: names } })}
    >
      <div className={css.page}>
        <header className={css.top}>
          <RecordHead entity={entity} row={row} fields={fields} save={put} />
          {phone && (
            <Segmented<Tab>
              block
              value={tab}
              options={TAB_NAMES.map((value) => ({ value, label: t(TABS[value]) }))}
              onChange={setTab}
            />
          )}
        </header>
        <div className={css.body}>
          {(!phone || tab === "facts") && (
            <div className={css.main}>
              <section className={css.panel} aria-label={t("record.facts")}>
                <Facts entity={entity} fields={fields} row={row} save={put} />
              </section>
              <Related entity={entity} row={row} />
            </div>
          )}
          {(!phone || tab === "timeline") && (
            <aside className={css.side} aria-label={t("timeline.title")}>
              <section className={css.panel}>
                {!phone && <h2>{t("timeline.title")}</h2>}
                <Timeline entity={entity} row={row} />
              </section>
            </aside>
          )}
        </div>
        {dialog}
      </div>
    </RecordDrop>
  );
}
