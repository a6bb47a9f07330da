import { DeleteOutlined, EllipsisOutlined, LinkOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Dropdown, Segmented } from "antd";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { keys } from "@/api/keys";
import { bulkDelete } from "@/api/records";
import type { EntityInfo, FieldInfo, Row } from "@/api/types";
import { copyText } from "@/app/copy-text";
import { paths } from "@/app/paths";
import { useToast } from "@/app/toast";
import { usePhone } from "@/app/use-phone";
import { InlineEditor } from "@/field/inline-editor";
import { isEditable } from "@/field/registry";
import { titleOf } from "@/field/relation";
import { RecordDrop } from "@/files/record-drop";
import { labelText, useLanguage } from "@/i18n";
import { usePrint } from "@/print/use-print";
import { Timeline } from "@/timeline/timeline";
import { Facts } from "./facts";
import css from "./record.module.css";
import { Related } from "./related";
import { StagePath } from "./stage-path";
import { useFormLogic } from "./use-form-logic";
import { type Edit, useSave } from "./use-save";

type Props = { entity: EntityInfo; row: Row };

function useRemove({ entity, row }: Props) {
  const { t } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    try {
      const { batch } = await bulkDelete(entity.code, { ids: [row.id] });
      await navigate(paths.list(entity.code));
      await cache.invalidateQueries({ queryKey: keys.records(entity.code) });
      toast.done(t("record.deleted"), batch);
    } catch (error) {
      toast.failed(error);
    }
  };
}

function Actions(props: Props) {
  const { t } = useLanguage();
  const toast = useToast();
  const remove = useRemove(props);
  const print = usePrint(props);
  const copyLink = async () => {
    await copyText(window.location.href);
    toast.done(t("common.copied"));
  };
  const items = [
    ...print.items,
    { key: "link", icon: <LinkOutlined />, label: t("record.copyLink"), onClick: () => void copyLink() },
    ...(props.entity.rights.delete
      ? [
          {
            key: "delete",
            danger: true,
            icon: <DeleteOutlined />,
            label: t("common.delete"),
            onClick: () => void remove(),
          },
        ]
      : []),
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight">
        <Button icon={<EllipsisOutlined />} aria-label={t("common.more")} />
      </Dropdown>
      {print.dialog}
    </>
  );
}

type TitleProps = Props & { field: FieldInfo | undefined; save: (edit: Edit) => void };

function Title({ entity, row, field, save }: TitleProps) {
  const { t, language } = useLanguage();
  const [editing, setEditing] = useState(false);
  const editable = field !== undefined && entity.rights.update && isEditable(field);
  if (editing && field) {
    return (
      <InlineEditor
        className={css.titleEditor}
        field={field}
        row={row}
        leave={() => setEditing(false)}
        commit={(value) => {
          setEditing(false);
          save({ row, set: { [field.code]: value } });
        }}
      />
    );
  }
  const title = titleOf(row, entity);
  return (
    <h1 className={css.title}>
      {editable ? (
        <button
          type="button"
          className={`plain ${css.editable}`}
          title={t("record.editField", { name: labelText(field.label, language) })}
          onClick={() => setEditing(true)}
        >
          {title}
        </button>
      ) : (
        title
      )}
    </h1>
  );
}

const TABS = { facts: "record.facts", timeline: "timeline.title" } as const;
type Tab = keyof typeof TABS;
const TAB_NAMES = ["facts", "timeline"] as const;

/** A record: what it is called and where it stands on top, its facts, what belongs to it, and its history. */
export function RecordView({ entity, row }: Props) {
  const { t, language } = useLanguage();
  const phone = usePhone();
  const [tab, setTab] = useState<Tab>("facts");
  const navigate = useNavigate();
  const { save, dialog } = useSave(entity, () => void navigate(paths.list(entity.code)));
  const put = (edit: Edit) => void save(edit);
  const { fields } = useFormLogic(entity, {}, row.values);
  const stage = fields.find((field) => field.type === "stage");
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
          <nav className={css.crumbs}>
            <Link to={paths.list(entity.code)}>{labelText(entity.label, language)}</Link>
            {row.number !== null && <span className="faint num">{t("record.number", { number: row.number })}</span>}
          </nav>
          <div className={css.head}>
            <Title entity={entity} row={row} field={fields.find((one) => one.code === entity.titleField)} save={put} />
            <Actions entity={entity} row={row} />
          </div>
          {stage && (
            <StagePath
              field={stage}
              value={row.values[stage.code] ?? null}
              editable={entity.rights.update && isEditable(stage)}
              change={(code) => put({ row, set: { [stage.code]: code } })}
            />
          )}
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
