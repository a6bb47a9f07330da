import {
  AlignCenterOutlined,
  AlignLeftOutlined,
  AlignRightOutlined,
  BoldOutlined,
  DownOutlined,
  ItalicOutlined,
  MenuOutlined,
  OrderedListOutlined,
  StrikethroughOutlined,
  UnderlineOutlined,
  UnorderedListOutlined,
} from "@ant-design/icons";
import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { Button, ColorPicker, Dropdown, Select } from "antd";
import type { ReactNode } from "react";
import type { EntityInfo } from "@/api/types";
import { useLanguage } from "@/i18n";
import { INKS } from "@/theme/inks";
import { InsertField, InsertMenu } from "./insert-menu";
import css from "./print.module.css";
import { TABLE_STEPS } from "./table-nodes";

type Props = { editor: Editor; entities: EntityInfo[]; entity: string; mail?: boolean };

const MARKS = [
  { name: "bold", icon: <BoldOutlined /> },
  { name: "italic", icon: <ItalicOutlined /> },
  { name: "underline", icon: <UnderlineOutlined /> },
  { name: "strike", icon: <StrikethroughOutlined /> },
] as const;
const ALIGNS = [
  { side: "left", icon: <AlignLeftOutlined /> },
  { side: "center", icon: <AlignCenterOutlined /> },
  { side: "right", icon: <AlignRightOutlined /> },
  { side: "justify", icon: <MenuOutlined /> },
] as const;
const LISTS = [
  { name: "bulletList", icon: <UnorderedListOutlined /> },
  { name: "orderedList", icon: <OrderedListOutlined /> },
] as const;
const STYLES = ["body", "h1", "h2", "h3", "h4"] as const;
const POINTS = [8, 9, 10.5, 12, 14, 16, 18, 22, 26, 36];

type ToolProps = { name: string; icon: ReactNode; on?: boolean; disabled?: boolean; act: () => void };

function Tool({ name, icon, on = false, disabled = false, act }: ToolProps) {
  return (
    <Button
      type="text"
      icon={icon}
      className={on ? css.on : undefined}
      aria-pressed={on}
      aria-label={name}
      title={name}
      disabled={disabled}
      onMouseDown={(event) => event.preventDefault()}
      onClick={act}
    />
  );
}

function useLook(editor: Editor) {
  return useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      marks: MARKS.filter((one) => now.isActive(one.name)).map((one) => one.name),
      side: ALIGNS.find((one) => now.isActive({ align: one.side }))?.side ?? null,
      lists: LISTS.filter((one) => now.isActive(one.name)).map((one) => one.name),
      style: STYLES.find((_, level) => level > 0 && now.isActive("heading", { level })) ?? "body",
      size: (now.getAttributes("look").size ?? null) as number | null,
      color: (now.getAttributes("look").color ?? null) as string | null,
      table: now.isActive("table"),
    }),
  });
}

function TableMenu({ editor }: { editor: Editor }) {
  const { t } = useLanguage();
  const steps = Object.entries(TABLE_STEPS).map(([key, step]) => ({
    key,
    label: t(`print.tableOf.${key as "deleteRow"}`),
    disabled: !step(editor.state),
    onClick: () => step(editor.state, editor.view.dispatch),
  }));
  const lines = {
    key: "lines",
    label: t("print.tableOf.lines"),
    onClick: () => editor.commands.updateAttributes("table", { lines: editor.getAttributes("table").lines === false }),
  };
  return (
    <Dropdown trigger={["click"]} menu={{ items: [...steps, lines] }}>
      <Button type="text">
        {t("print.table")} <DownOutlined />
      </Button>
    </Dropdown>
  );
}

function Characters({ editor }: { editor: Editor }) {
  const { t } = useLanguage();
  const look = useLook(editor);
  const set = (attrs: Record<string, unknown>) =>
    editor
      .chain()
      .focus()
      .setMark("look", { ...editor.getAttributes("look"), ...attrs })
      .run();
  return (
    <>
      <Select
        variant="borderless"
        aria-label={t("print.style")}
        value={look.style}
        popupMatchSelectWidth={false}
        options={STYLES.map((value) => ({ value, label: t(`print.styleOf.${value}`) }))}
        onChange={(style) => {
          const level = STYLES.indexOf(style) as 0 | 1 | 2 | 3 | 4;
          if (level === 0) editor.chain().focus().setParagraph().run();
          else editor.chain().focus().setHeading({ level }).run();
        }}
      />
      <Select
        variant="borderless"
        aria-label={t("print.size")}
        value={look.size}
        placeholder={t("print.size")}
        allowClear
        popupMatchSelectWidth={false}
        options={POINTS.map((value) => ({ value, label: `${value} pt` }))}
        onChange={(size: number | undefined) => set({ size: size ?? null })}
        style={{ minWidth: 84 }}
      />
      <ColorPicker
        size="small"
        disabledAlpha
        value={look.color ?? INKS[0]}
        presets={[{ label: t("print.color"), colors: [...INKS] }]}
        onChangeComplete={(color) => set({ color: color.toHexString() })}
      >
        <Button type="text" aria-label={t("print.color")} title={t("print.color")}>
          <span className={css.ink} style={{ borderColor: look.color ?? "currentColor" }}>
            A
          </span>
        </Button>
      </ColorPicker>
    </>
  );
}

/** The tools of a word processor, and what is put into a template. */
export function Toolbar(props: Props) {
  const { t } = useLanguage();
  const { editor } = props;
  const look = useLook(editor);
  const step = () => editor.chain().focus();
  return (
    <div className={css.tools} role="toolbar" aria-label={t("print.tools")}>
      <InsertField {...props} />
      <InsertMenu {...props} />
      <Characters editor={editor} />
      {MARKS.map(({ name, icon }) => (
        <Tool
          key={name}
          name={t(`print.${name}`)}
          icon={icon}
          on={look.marks.includes(name)}
          act={() => step().toggleMark(name).run()}
        />
      ))}
      {ALIGNS.map(({ side, icon }) => (
        <Tool
          key={side}
          name={t(`print.alignOf.${side}`)}
          icon={icon}
          on={look.side === side}
          act={() => step().align(side).run()}
        />
      ))}
      {LISTS.map(({ name, icon }) => (
        <Tool
          key={name}
          name={t(`print.${name}`)}
          icon={icon}
          on={look.lists.includes(name)}
          act={() => step().toggleList(name, "listItem").run()}
        />
      ))}
      {look.table && <TableMenu editor={editor} />}
    </div>
  );
}
