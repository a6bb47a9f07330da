import { BarsOutlined } from "@ant-design/icons";
import type { ComponentType } from "react";
import type { EntityInfo } from "@/api/types";
import { BLOCK_TYPES, blocksOf } from "@/core/record-page";
import { labelText, type Translate, useLanguage } from "@/i18n";
import { listOf, pointingHere } from "@/record/usual-page";
import css from "../form/palette.module.css";
import { useDraggable } from "../form/use-drop";
import { BUILDER_KINDS, type Making } from "./kinds";
import { freeCode, type PageBlockDoc } from "./model";

/** Something that can be put on a page. */
export type Entry = { key: string; name: string; Icon: ComponentType; make: (making: Making) => PageBlockDoc };

/** The types of block that are made of nothing but themselves. */
export function plainEntries(t: Translate): Entry[] {
  return BLOCK_TYPES.flatMap((type) => {
    const { make, Icon } = BUILDER_KINDS[type];
    return make === null ? [] : { key: type, name: t(`page.block.${type}`), Icon, make };
  });
}

/** A list of each kind of record that points to the page's. */
export function listEntries(entity: EntityInfo, entities: readonly EntityInfo[], language: "zh" | "en"): Entry[] {
  const pointing = pointingHere(entities, entity.code);
  const several = (code: string) => pointing.filter((one) => one.entity.code === code).length > 1;
  return pointing.map((one) => {
    const own = labelText(one.entity.label, language);
    const name = several(one.entity.code) ? `${own} · ${labelText(one.field.label, language)}` : own;
    return {
      key: `list:${one.entity.code}.${one.field.code}`,
      name,
      Icon: BarsOutlined,
      make: ({ design }) => {
        const block = listOf<string>(one);
        return { ...block, code: freeCode(design, block.code) };
      },
    };
  });
}

function PaletteEntry({ entry, there, add }: { entry: Entry; there: boolean; add: (entry: Entry) => void }) {
  const ref = useDraggable<HTMLButtonElement>(() => ({ entry: entry.key }));
  return (
    <button
      ref={ref}
      type="button"
      className={`plain ${css.entry}`}
      data-there={there || undefined}
      title={entry.name}
      onClick={() => add(entry)}
    >
      <span className={css.icon} aria-hidden>
        <entry.Icon />
      </span>
      <span className="ellipsis">{entry.name}</span>
    </button>
  );
}

type Props = { plain: Entry[]; lists: Entry[]; design: Making["design"]; add: (entry: Entry) => void };

/** Everything that can be put on a page: clicked it goes behind what is selected, dragged where it is dropped. */
export function Palette({ plain, lists, design, add }: Props) {
  const { t } = useLanguage();
  const listed = new Set(
    blocksOf(design).flatMap((one) => (one.type === "related" ? `list:${one.entity}.${one.relation}` : [])),
  );
  const groups = [
    { name: t("page.build.blocks"), entries: plain },
    { name: t("page.build.lists"), entries: lists },
  ];
  return (
    <nav className={css.palette} aria-label={t("builder.palette")}>
      {groups.map(({ name, entries }) => (
        <section key={name} aria-label={name}>
          <h3 className={css.title}>{name}</h3>
          {entries.length === 0 && <p className={`faint ${css.none}`}>{t("page.build.noLists")}</p>}
          <div className={css.entries}>
            {entries.map((entry) => (
              <PaletteEntry key={entry.key} entry={entry} there={listed.has(entry.key)} add={add} />
            ))}
          </div>
        </section>
      ))}
    </nav>
  );
}
