import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { entitiesQuery } from "@/api/catalogue";
import { usePhone } from "@/app/use-phone";
import { type Area, type Block, isTabs, type Page } from "@/core/record-page";
import { labelText, useLanguage } from "@/i18n";
import type { Shared } from "./blocks/block";
import { BlockList } from "./blocks/block-list";
import { useFrame } from "./blocks/frame";
import { nameOf } from "./blocks/registry";
import css from "./record.module.css";
import { RecordHead } from "./record-head";

type Props = Shared & {
  page: Page;
  /** The area that a phone shows, where there are several. */
  area: Area;
  setArea: (area: Area) => void;
};

const SIDES = ["main", "side"] as const;

/** By which an area is called on a phone: its first block, but for notes and to-dos, which stand over what it is about. */
const namingBlock = (blocks: readonly Block[]) =>
  blocks.find((block) => block.type !== "note" && block.type !== "todos") ?? blocks[0];

/** What an area is called on a phone. */
function useAreaName() {
  const { t, language } = useLanguage();
  const entities = useQuery(entitiesQuery).data ?? [];
  return (blocks: readonly Block[]): string => {
    const first = namingBlock(blocks);
    if (first === undefined) return t("record.facts");
    const [tab] = isTabs(first) ? first.tabs : [];
    return tab && !first.label ? labelText(tab.label, language) : nameOf(first, { t, language, entities });
  };
}

/** A record as a page lays it out: two areas side by side under one over the whole width; on a phone one at a time. */
export function PageBody({ page, area, setArea, ...shared }: Props) {
  const { t } = useLanguage();
  const phone = usePhone();
  const { framed, shows } = useFrame();
  const nameArea = useAreaName();
  const there = SIDES.filter((one) => page[one].some(shows));
  const tabbed = phone && there.length > 1;
  const chosen = there.includes(area as (typeof SIDES)[number]) ? area : there[0];
  const wide = !phone && there.length < 2 && !framed;
  return (
    <div className={css.page} data-phone={phone || undefined}>
      <header className={css.top}>
        <div inert={framed} className={css.headBox}>
          <RecordHead {...shared} header={page.header} />
        </div>
        {tabbed && (
          <Segmented<Area>
            block
            aria-label={t("page.areas")}
            value={chosen}
            options={there.map((value) => ({ value, label: nameArea(page[value].filter(shows)) }))}
            onChange={setArea}
          />
        )}
      </header>
      {(framed || page.top.some(shows)) && (
        <div className={css.banner}>
          <BlockList list="top" blocks={page.top} {...shared} />
        </div>
      )}
      <div className={wide ? `${css.body} ${css.single}` : css.body}>
        {SIDES.filter((one) => (tabbed ? one === chosen : framed || there.includes(one))).map((one) => (
          <div key={one} className={css[one]}>
            <BlockList
              list={one}
              blocks={page[one]}
              titled={tabbed ? namingBlock(page[one].filter(shows)) : undefined}
              {...shared}
            />
          </div>
        ))}
      </div>
    </div>
  );
}
