import { useQuery } from "@tanstack/react-query";
import type { ComponentType } from "react";
import { entitiesQuery } from "@/api/catalogue";
import type { Block } from "@/core/record-page";
import { useLanguage } from "@/i18n";
import type { BlockProps, Shared } from "./block";
import css from "./blocks.module.css";
import { useFrame } from "./frame";
import { kindOf, nameOf } from "./registry";

type Props = Shared & {
  /** The area, or the code of the tab. */
  list: string;
  blocks: readonly Block[];
  /** The one block of the list whose name the page says already. */
  titled?: Block;
};

/** A block as its type draws it. */
export function BlockView({ block, titled, ...shared }: Shared & { block: Block; titled: boolean }) {
  const { t, language } = useLanguage();
  const entities = useQuery(entitiesQuery).data ?? [];
  const kind = kindOf(block);
  if (kind === undefined) return null;
  const Component = kind.Component as ComponentType<BlockProps<typeof block.type>>;
  return <Component {...shared} block={block} titled={titled} heading={nameOf(block, { t, language, entities })} />;
}

/** Blocks one below the other; where pages are built, each in a frame to take it by. */
export function BlockList({ list, blocks, titled, ...shared }: Props) {
  const { Frame, ListFrame, shows } = useFrame();
  return (
    <ListFrame list={list} empty={blocks.length === 0} className={css.list}>
      {blocks
        .filter((block) => shows(block))
        .map((block) => (
          <Frame key={block.code} block={block}>
            <BlockView {...shared} block={block} titled={block === titled} />
          </Frame>
        ))}
    </ListFrame>
  );
}
