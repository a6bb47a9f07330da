import { type MouseEvent, type ReactNode, useCallback } from "react";
import type { FieldInfo } from "@/api/types";
import {
  FORM,
  type Item,
  isPlaced,
  keyOf,
  type Layout,
  type Part,
  type Section,
  type Tabs,
} from "@/core/layout/layout";
import { kindOf } from "@/field/registry";
import { labelText, useLanguage } from "@/i18n";
import { spanOf } from "@/record/layout-view";
import css from "./canvas.module.css";
import { FieldPicture } from "./field-picture";
import { Resize } from "./resize";
import { TabsPart } from "./tabs-part";
import { useDraggable, useDropList } from "./use-drop";

/** What every part of the canvas needs of the whole. */
export type Stage = {
  fields: Map<string, FieldInfo>;
  selected: ReadonlySet<string>;
  /** How many things are wrong, by field. */
  wrong: Map<string, string>;
  focus: string | null;
  select: (key: string, how: { many: boolean; range: boolean }) => void;
  resize: (key: string, span: number) => void;
  phone: boolean;
};

export const widthOf = (item: Item, stage: Stage): number =>
  spanOf(item, (code) => {
    const field = stage.fields.get(code);
    return field !== undefined && (kindOf(field).wide || kindOf(field).editing === "form");
  });

type FrameProps = { part: Part; stage: Stage; name: string; span?: number; className?: string; children: ReactNode };

/** A part of the form that can be selected, dragged and, where it has a width, resized. */
export function Frame({ part, stage, name, span, className = "", children }: FrameProps) {
  const key = keyOf(part);
  const selected = stage.selected.has(key);
  const ref = useDraggable<HTMLDivElement>(() => ({ keys: selected ? [...stage.selected] : [key] }));
  const press = (event: MouseEvent) => {
    event.stopPropagation();
    if (event.target instanceof Element && event.target.closest("[data-resize]")) return;
    stage.select(key, { many: event.ctrlKey || event.metaKey, range: event.shiftKey });
  };
  const wrong = stage.wrong.get(key);
  const state = `${selected ? css.selected : ""} ${wrong ? css.wrong : ""}`;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the canvas has the keys of all its parts
    <div
      ref={ref}
      role="option"
      aria-selected={selected}
      aria-label={wrong ? `${name}: ${wrong}` : name}
      tabIndex={stage.focus === key ? 0 : -1}
      data-part={key}
      className={`${css.part} ${state} ${className}`}
      style={span === undefined ? undefined : { gridColumn: stage.phone ? "1 / -1" : `span ${span}` }}
      onClick={press}
    >
      {children}
      {wrong && <p className={css.issue}>{wrong}</p>}
      {span !== undefined && !("divider" in part) && !stage.phone && (
        <Resize span={span} resize={(to) => stage.resize(key, to)} label={name} />
      )}
    </div>
  );
}

function ItemPart({ item, stage }: { item: Item; stage: Stage }) {
  const { t, language } = useLanguage();
  const span = widthOf(item, stage);
  if (isPlaced(item)) {
    const field = stage.fields.get(item.field);
    if (field === undefined) return null;
    const name = t("builder.partName", { name: labelText(field.label, language), type: t(`field.type.${field.type}`) });
    return (
      <Frame part={item} stage={stage} span={span} name={name}>
        <FieldPicture field={field} />
      </Frame>
    );
  }
  if ("divider" in item) {
    return (
      <Frame part={item} stage={stage} span={span} name={t("builder.part.divider")}>
        <hr className={css.divider} />
      </Frame>
    );
  }
  return (
    <Frame part={item} stage={stage} span={span} name={t("builder.part.note")}>
      <p className={css.note}>{labelText(item.text, language)}</p>
    </Frame>
  );
}

type ListProps = { list: string; parts: readonly Part[]; stage: Stage; empty: string };

/** A list of parts that takes others in. */
export function PartList({ list, parts, stage, empty }: ListProps) {
  const ref = useDropList<HTMLDivElement>(list);
  return (
    <div ref={ref} data-list={list} className={`${css.grid} ${list === FORM ? css.root : ""}`}>
      {parts.map((part) => {
        if ("items" in part) return <SectionPart key={part.code} section={part} stage={stage} />;
        if ("tabs" in part) return <TabsPart key={part.code} tabs={part as Tabs} stage={stage} />;
        return <ItemPart key={keyOf(part)} item={part} stage={stage} />;
      })}
      {parts.length === 0 && <p className={list === FORM ? css.blank : css.hint}>{empty}</p>}
    </div>
  );
}

function SectionPart({ section, stage }: { section: Section; stage: Stage }) {
  const { t, language } = useLanguage();
  const name = labelText(section.label, language);
  return (
    <Frame part={section} stage={stage} name={`${t("builder.part.section")} ${name}`} className={css.group}>
      <h3 className={css.heading}>{name || <span className="faint">{t("builder.unnamed")}</span>}</h3>
      <PartList list={section.code} parts={section.items} stage={stage} empty={t("builder.dropHere")} />
    </Frame>
  );
}

type Props = { layout: Layout; stage: Stage; clear: () => void; name: string };

/** The form as it will be, to be rearranged. */
export function Canvas({ layout, stage, clear, name }: Props) {
  const { t } = useLanguage();
  const away = useCallback(() => clear(), [clear]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same
    <div
      className={stage.phone ? `${css.canvas} ${css.phone}` : css.canvas}
      role="listbox"
      aria-multiselectable
      aria-label={name}
      onClick={away}
    >
      <PartList list={FORM} parts={layout} stage={stage} empty={t("builder.emptyForm")} />
    </div>
  );
}
