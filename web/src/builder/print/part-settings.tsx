import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { Button, Checkbox, Input, InputNumber, Select } from "antd";
import type { EntityInfo } from "@/api/types";
import { RECORD_LINK } from "@/core/record-link";
import { ExpressionInput } from "@/expression/expression-input";
import { labelText, useLanguage } from "@/i18n";
import { branches } from "./field-tree";
import { type Column, FORMATS, type Format, relatedOf, usualColumns } from "./model";
import css from "./print.module.css";
import { pathName } from "./say";

type Props = { editor: Editor; entities: EntityInfo[]; entity: string };
type Part = { type: string; at: number; attrs: Record<string, unknown> };
const KINDS = new Set(["field", "rows", "image", "picture", "qr"]);
const ALIGNS = ["left", "center", "right"] as const;

/** The part that is chosen as a whole, or the condition around the cursor. */
function useChosen(editor: Editor): Part | null {
  return useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const { selection } = now.state;
      const node = "node" in selection ? (selection.node as { type: { name: string }; attrs: Part["attrs"] }) : null;
      if (node && KINDS.has(node.type.name)) return { type: node.type.name, at: selection.from, attrs: node.attrs };
      for (let depth = selection.$from.depth; depth > 0; depth--) {
        const around = selection.$from.node(depth);
        if (around.type.name === "condition") {
          return { type: "condition", at: selection.$from.before(depth), attrs: around.attrs };
        }
      }
      return null;
    },
  });
}

type OneProps = Props & { part: Part; set: (attrs: Part["attrs"]) => void };

function FormatChoice({ value, set, label }: { value: Format; set: (format: Format) => void; label: string }) {
  const { t } = useLanguage();
  return (
    <Select
      aria-label={label}
      value={value}
      options={FORMATS.map((one) => ({ value: one, label: t(`print.formatOf.${one}`) }))}
      onChange={set}
    />
  );
}

function FieldSettings({ entity, part, set }: OneProps) {
  const { t } = useLanguage();
  const formula = String(part.attrs.formula ?? "");
  if (part.attrs.path === RECORD_LINK && formula === "") return <p className="muted">{t("print.linkHelp")}</p>;
  return (
    <>
      {formula !== "" && (
        <ExpressionInput
          entity={entity}
          draft={false}
          value={formula}
          label={t("print.formula")}
          onChange={(next) => set({ formula: next === "" ? '""' : next })}
        />
      )}
      <FormatChoice
        label={t("print.format")}
        value={(part.attrs.format ?? "usual") as Format}
        set={(format) => set({ format })}
      />
    </>
  );
}

function PlaceSettings({ entities, entity, part, set }: OneProps) {
  const { t, language } = useLanguage();
  const texts = branches(entities, entity).filter(({ field }) => field.type !== "relation");
  return (
    <>
      {part.type === "qr" && (
        <Select
          aria-label={t("print.qrOf")}
          value={(part.attrs.path ?? "") as string}
          options={[
            { value: "", label: t("print.qrRecord") },
            ...texts.map(({ path, field }) => ({ value: path, label: labelText(field.label, language) })),
          ]}
          onChange={(path) => set({ path: path === "" ? null : path })}
        />
      )}
      <InputNumber
        prefix={t("print.width")}
        aria-label={t("print.width")}
        min={3}
        max={400}
        value={part.attrs.width as number}
        onChange={(width) => set({ width: width ?? 30 })}
      />
      <Select
        aria-label={t("print.align")}
        value={part.attrs.align as string}
        options={ALIGNS.map((side) => ({ value: side, label: t(`print.alignOf.${side}`) }))}
        onChange={(align) => set({ align })}
      />
    </>
  );
}

type ColumnProps = { column: Column; child: EntityInfo; entities: EntityInfo[]; put: (next: Column | null) => void };

function ColumnSettings({ column, child, entities, put }: ColumnProps) {
  const { t, language } = useLanguage();
  const one = branches(entities, child.code);
  const paths = one.flatMap((branch) => [
    branch,
    ...(branch.leads === null ? [] : branches(entities, branch.leads, branch.path)),
  ]);
  const field = paths.find(({ path }) => path === column.path)?.field;
  const adds = field !== undefined && ["number", "money", "percent"].includes(field.result ?? field.type);
  return (
    <div className={css.column}>
      <Select
        showSearch={{ optionFilterProp: "label" }}
        aria-label={t("print.column")}
        value={column.path}
        options={paths.map(({ path }) => ({ value: path, label: pathName(entities, child.code, path, language) }))}
        onChange={(path) => put({ ...column, path, total: false })}
      />
      <Input
        aria-label={t("print.columnLabel")}
        placeholder={field ? labelText(field.label, language) : t("print.columnLabel")}
        value={column.label ?? ""}
        maxLength={60}
        onChange={(event) => put({ ...column, label: event.target.value })}
      />
      <FormatChoice
        label={t("print.format")}
        value={column.format ?? "usual"}
        set={(format) => put({ ...column, format })}
      />
      <span className={css.columnEnd}>
        <InputNumber
          aria-label={t("print.columnWidth")}
          placeholder={t("print.columnWidth")}
          min={1}
          max={100}
          value={column.width ?? null}
          onChange={(width) => put({ ...column, width: width ?? undefined })}
        />
        <Checkbox
          disabled={!adds}
          checked={column.total === true}
          onChange={(event) => put({ ...column, total: event.target.checked })}
        >
          {t("print.total")}
        </Checkbox>
        <Button
          type="text"
          icon={<DeleteOutlined />}
          aria-label={t("print.removeColumn")}
          title={t("print.removeColumn")}
          onClick={() => put(null)}
        />
      </span>
    </div>
  );
}

function RowsSettings({ entities, entity, part, set }: OneProps) {
  const { t, language } = useLanguage();
  const related = relatedOf(entities, entity).find((one) => one.of === part.attrs.of);
  if (related === undefined) return null;
  const columns = part.attrs.columns as Column[];
  const put = (at: number) => (next: Column | null) =>
    set({ columns: columns.flatMap((column, i) => (i === at ? (next ? [next] : []) : [column])) });
  const sorts = branches(entities, related.entity.code).flatMap(({ path, field }) => {
    const name = labelText(field.label, language);
    return [
      { value: path, label: t("print.ascending", { name }) },
      { value: `-${path}`, label: t("print.descending", { name }) },
    ];
  });
  const [first] = usualColumns(related);
  return (
    <>
      <Select
        showSearch={{ optionFilterProp: "label" }}
        aria-label={t("print.sort")}
        value={(part.attrs.sort ?? "") as string}
        options={[{ value: "", label: t("print.sortUsual") }, ...sorts]}
        onChange={(sort) => set({ sort: sort === "" ? null : sort })}
      />
      {columns.map((column, at) => (
        <ColumnSettings
          // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other name; two may show the same field
          key={at}
          column={column}
          child={related.entity}
          entities={entities}
          put={put(at)}
        />
      ))}
      {first && (
        <Button icon={<PlusOutlined />} onClick={() => set({ columns: [...columns, first] })}>
          {t("print.addColumn")}
        </Button>
      )}
    </>
  );
}

function WhenSettings({ entity, part, set }: OneProps) {
  const { t } = useLanguage();
  return (
    <ExpressionInput
      entity={entity}
      draft={false}
      expects="boolean"
      value={String(part.attrs.when)}
      label={t("print.when")}
      onChange={(when) => set({ when })}
    />
  );
}

const SETTINGS: Record<string, (props: OneProps) => React.ReactNode> = {
  field: FieldSettings,
  rows: RowsSettings,
  condition: WhenSettings,
  image: PlaceSettings,
  picture: PlaceSettings,
  qr: PlaceSettings,
};

/** What can be set of the part that is chosen; nothing while one writes. */
export function PartSettings(props: Props) {
  const { t } = useLanguage();
  const { editor } = props;
  const part = useChosen(editor);
  const One = part && SETTINGS[part.type];
  if (!part || !One) return null;
  const set = (attrs: Part["attrs"]) =>
    editor.view.dispatch(editor.state.tr.setNodeMarkup(part.at, undefined, { ...part.attrs, ...attrs }));
  // The new node is another one for the editor: choose it again, so that its settings stay.
  const keep = (attrs: Part["attrs"]) => {
    set(attrs);
    if (part.type !== "condition") editor.commands.setNodeSelection(part.at);
  };
  const drop = () => {
    const size = editor.state.doc.nodeAt(part.at)?.nodeSize ?? 0;
    editor
      .chain()
      .focus()
      .deleteRange({ from: part.at, to: part.at + size })
      .run();
  };
  return (
    <section className={css.settings} aria-label={t("print.properties")}>
      <h3>{t("print.properties")}</h3>
      <One {...props} part={part} set={keep} />
      <Button danger icon={<DeleteOutlined />} onClick={drop}>
        {t("print.remove")}
      </Button>
    </section>
  );
}
