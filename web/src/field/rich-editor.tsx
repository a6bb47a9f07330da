import { BoldOutlined, ItalicOutlined, OrderedListOutlined, UnorderedListOutlined } from "@ant-design/icons";
import { type Editor, EditorContent, useEditor, useEditorState } from "@tiptap/react";
import StarterKit from "@tiptap/starter-kit";
import { Button } from "antd";
import { useRef } from "react";
import { labelText, useLanguage } from "@/i18n";
import css from "./field.module.css";
import type { InputProps } from "./kind";

const TOOLS = [
  { name: "bold", icon: <BoldOutlined />, toggle: (editor: Editor) => editor.chain().focus().toggleBold().run() },
  { name: "italic", icon: <ItalicOutlined />, toggle: (editor: Editor) => editor.chain().focus().toggleItalic().run() },
  {
    name: "bulletList",
    icon: <UnorderedListOutlined />,
    toggle: (editor: Editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: "orderedList",
    icon: <OrderedListOutlined />,
    toggle: (editor: Editor) => editor.chain().focus().toggleOrderedList().run(),
  },
] as const;

function Tools({ editor, id }: { editor: Editor; id: string | undefined }) {
  const { t } = useLanguage();
  const active = useEditorState({
    editor,
    selector: (state) => TOOLS.filter((tool) => state.editor.isActive(tool.name)).map((tool) => tool.name),
  });
  return (
    <div className={css.tools} role="toolbar" aria-controls={id}>
      {TOOLS.map((tool) => (
        <Button
          key={tool.name}
          type="text"
          size="small"
          icon={tool.icon}
          className={active.includes(tool.name) ? css.toolOn : undefined}
          aria-pressed={active.includes(tool.name)}
          aria-label={t(`field.tool.${tool.name}`)}
          title={t(`field.tool.${tool.name}`)}
          onClick={() => tool.toggle(editor)}
        />
      ))}
    </div>
  );
}

/** Ctrl Enter saves the edit around the editor; it shall not break a line first. */
const leavesToForm = (event: KeyboardEvent) => event.key === "Enter" && (event.ctrlKey || event.metaKey);

/** The editor of formatted text. Loaded when one edits such a text, since most never do. */
export default function RichEditor({ id, field, value, onChange, autoFocus }: InputProps) {
  const { language } = useLanguage();
  const changed = useRef(onChange);
  changed.current = onChange;
  const editor = useEditor({
    extensions: [
      StarterKit.configure({ trailingNode: false, heading: { levels: [2, 3] }, link: { openOnClick: false } }),
    ],
    content: String(value ?? ""),
    autofocus: autoFocus ? "end" : false,
    editorProps: {
      attributes: {
        ...(id === undefined ? {} : { id }),
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": labelText(field.label, language),
        class: `${css.editor} ${css.rich}`,
      },
      handleKeyDown: (_, event) => leavesToForm(event),
    },
    onUpdate: (update) => changed.current(update.editor.isEmpty ? null : update.editor.getHTML()),
  });
  return (
    <div>
      <Tools editor={editor} id={id} />
      <EditorContent editor={editor} />
    </div>
  );
}
