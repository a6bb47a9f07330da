import { DownOutlined, PlusOutlined } from "@ant-design/icons";
import type { Editor, JSONContent } from "@tiptap/core";
import { Button, Dropdown, type MenuProps, Popover } from "antd";
import { useRef, useState } from "react";
import type { EntityInfo } from "@/api/types";
import { useToast } from "@/app/toast";
import { RECORD_LINK } from "@/core/record-link";
import { labelText, useLanguage } from "@/i18n";
import { tableOf } from "./extensions";
import { FieldPicker } from "./field-picker";
import { imageData } from "./image-file";
import { fieldNode, formatOf, paragraph, relatedOf, rowsNode, usualColumns } from "./model";

type Props = {
  editor: Editor;
  entities: EntityInfo[];
  entity: string;
  /** Whether it is a mail that is written: pictures inside of one are shown by few programs, and it has no pages. */
  mail?: boolean;
};
type Items = NonNullable<MenuProps["items"]>;

function useInsert(editor: Editor) {
  return (content: JSONContent) => editor.chain().focus().insertContent(content).run();
}

/** Picks a field and puts it where the cursor is. */
export function InsertField({ editor, entities, entity }: Props) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const insert = useInsert(editor);
  const put = (node: JSONContent) => {
    setOpen(false);
    insert(node);
  };
  const picker = (
    <FieldPicker
      entities={entities}
      entity={entity}
      pick={({ path, field }) => put(fieldNode(path, formatOf(field)))}
      pickLink={() => put(fieldNode(RECORD_LINK))}
    />
  );
  return (
    <Popover open={open} onOpenChange={setOpen} trigger="click" placement="bottomLeft" content={picker} destroyOnHidden>
      <Button type="primary" icon={<PlusOutlined />}>
        {t("print.insertField")}
      </Button>
    </Popover>
  );
}

function useItems({ editor, entities, entity, mail }: Props, chooseImage: () => void): Items {
  const { t, language } = useLanguage();
  const insert = useInsert(editor);
  const fields = entities.find((one) => one.code === entity)?.fields ?? [];
  const images = fields.filter((field) => field.type === "image");
  const related = relatedOf(entities, entity);
  const placed = { width: 30, align: "left" };
  const pictures = (): Items => [
    { key: "image", label: t("print.insertImage"), onClick: chooseImage },
    {
      key: "picture",
      label: t("print.insertPicture"),
      disabled: images.length === 0,
      children: images.map((field) => ({
        key: field.code,
        label: labelText(field.label, language),
        onClick: () => insert({ type: "picture", attrs: { path: field.code, ...placed } }),
      })),
    },
    { key: "qr", label: t("print.insertQr"), onClick: () => insert({ type: "qr", attrs: { path: null, ...placed } }) },
    { type: "divider" },
  ];
  return [
    {
      key: "rows",
      label: t("print.insertRows"),
      disabled: related.length === 0,
      children: related.map((one) => ({
        key: one.of,
        label: labelText(one.entity.label, language),
        onClick: () => insert(rowsNode(one.of, usualColumns(one))),
      })),
    },
    { key: "table", label: t("print.insertTable"), onClick: () => insert(tableOf(3, 3)) },
    {
      key: "formula",
      label: t("print.insertFormula"),
      onClick: () => insert({ type: "field", attrs: { path: "", formula: '""', format: "usual" } }),
    },
    {
      key: "condition",
      label: t("print.insertCondition"),
      onClick: () => insert({ type: "condition", attrs: { when: "" }, content: [paragraph()] }),
    },
    { type: "divider" },
    ...(mail ? [] : pictures()),
    { key: "rule", label: t("print.insertRule"), onClick: () => insert({ type: "horizontalRule" }) },
    ...(mail ? [] : [{ key: "break", label: t("print.insertBreak"), onClick: () => insert({ type: "pageBreak" }) }]),
  ];
}

/** Everything else that can be put into a template. */
export function InsertMenu(props: Props) {
  const { t } = useLanguage();
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const items = useItems(props, () => input.current?.click());
  const insert = useInsert(props.editor);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    try {
      insert({ type: "image", attrs: { data: await imageData(file), width: 40, align: "left" } });
    } catch {
      toast.refused(t("print.imageFailed"));
    }
  };
  return (
    <>
      <Dropdown trigger={["click"]} menu={{ items }}>
        <Button>
          {t("print.insert")} <DownOutlined />
        </Button>
      </Dropdown>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg"
        hidden
        aria-label={t("print.insertImage")}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
    </>
  );
}
