import { DownOutlined, RightOutlined } from "@ant-design/icons";
import { Tabs } from "antd";
import { type CSSProperties, type ReactNode, useState } from "react";
import { COLUMNS, type Item, isItem, isPlaced, keyOf, type Layout, type Section } from "@/core/layout/layout";
import { labelText, useLanguage } from "@/i18n";
import css from "./layout-view.module.css";

type Props = {
  layout: Layout;
  /** Draws the field of that code; null where there is nothing to draw. */
  place: (code: string) => ReactNode;
  /** Whether a field needs the whole width unless the form says otherwise. */
  isWide: (code: string) => boolean;
};

export const spanOf = (item: Item, isWide: (code: string) => boolean): number => {
  if ("divider" in item) return COLUMNS;
  if (item.span !== undefined) return item.span;
  return "text" in item || isWide(item.field) ? COLUMNS : COLUMNS / 2;
};

/** The fields and notes of a list, drawn; a field that the logic hides is not there. */
type Drawn = { item: Item; drawn: ReactNode };

const drawnOf = (items: readonly Item[], place: Props["place"]): Drawn[] =>
  items.flatMap((item) => {
    const drawn = isPlaced(item) ? place(item.field) : undefined;
    return drawn === null ? [] : [{ item, drawn }];
  });

/** Whether a group says anything: one whose fields are all hidden does not; one that never had any does. */
const saysAnything = (items: readonly Item[], place: Props["place"]): boolean =>
  !items.some(isPlaced) || drawnOf(items, place).some(({ item }) => isPlaced(item));

function Items({ items, place, isWide }: Omit<Props, "layout"> & { items: readonly Item[] }) {
  const { language } = useLanguage();
  return (
    <div className={css.grid}>
      {drawnOf(items, place).map(({ item, drawn }) => (
        <div key={keyOf(item)} className={css.item} style={{ "--span": spanOf(item, isWide) } as CSSProperties}>
          {drawn}
          {"text" in item && <p className={css.note}>{labelText(item.text, language)}</p>}
          {"divider" in item && <hr className={css.divider} />}
        </div>
      ))}
    </div>
  );
}

function SectionView({ section, ...rest }: Omit<Props, "layout"> & { section: Section }) {
  const { language } = useLanguage();
  const [open, setOpen] = useState(section.collapsed !== true);
  const name = labelText(section.label, language);
  return (
    <section className={css.section} aria-label={name || undefined}>
      {name !== "" && (
        <button type="button" className={`plain ${css.heading}`} aria-expanded={open} onClick={() => setOpen(!open)}>
          <span aria-hidden>{open ? <DownOutlined /> : <RightOutlined />}</span>
          {name}
        </button>
      )}
      {open && <Items items={section.items} {...rest} />}
    </section>
  );
}

/** Fields where a form places them: 24 columns where there is room, one below the other where there is not. */
export function LayoutView({ layout, ...rest }: Props) {
  const { language } = useLanguage();
  const blocks: (Item[] | Exclude<Layout[number], Item>)[] = [];
  for (const part of layout) {
    const last = blocks.at(-1);
    if (!isItem(part)) blocks.push(part);
    else if (Array.isArray(last)) last.push(part);
    else blocks.push([part]);
  }
  return (
    <div className={css.layout}>
      {blocks.map((block) => {
        if (Array.isArray(block)) return <Items key={block.map(keyOf).join()} items={block} {...rest} />;
        if ("items" in block) {
          return saysAnything(block.items, rest.place) && <SectionView key={block.code} section={block} {...rest} />;
        }
        const tabs = block.tabs.filter((tab) => saysAnything(tab.items, rest.place));
        if (tabs.length === 0) return null;
        const items = tabs.map((tab) => ({
          key: tab.code,
          label: labelText(tab.label, language),
          forceRender: true,
          children: <Items items={tab.items} {...rest} />,
        }));
        return <Tabs key={block.code} items={items} />;
      })}
    </div>
  );
}
