import { createContext, type MouseEvent, type ReactNode, use } from "react";
import { type Block, isTabs } from "@/core/record-page";
import { useLanguage } from "@/i18n";
import type { Framing } from "@/record/blocks/frame";
import { useDraggable, useDropList } from "../form/use-drop";
import css from "./page.module.css";

/** What every framed block needs of the whole. */
export type Stage = {
  selected: string | null;
  select: (code: string | null) => void;
  /** The block that the keyboard reaches first. */
  focus: string | null;
  /** What is wrong, by block. */
  wrong: ReadonlyMap<string, string>;
  nameOf: (block: Block) => string;
  /** Whether there is a record to show; without one blocks stand with their names alone. */
  live: boolean;
};

export const StageContext = createContext<Stage | null>(null);

function useStage(): Stage {
  const stage = use(StageContext);
  if (stage === null) throw new Error("a framed block stands on a stage");
  return stage;
}

/** A block that can be selected and dragged. What it shows cannot be used; tabs can be leafed through. */
function BuilderFrame({ block, children }: { block: Block; children: ReactNode }) {
  const { t } = useLanguage();
  const { selected, select, focus, wrong, nameOf, live } = useStage();
  const ref = useDraggable<HTMLDivElement>(() => ({ keys: [block.code] }));
  const press = (event: MouseEvent) => {
    event.stopPropagation();
    select(block.code);
  };
  const name = t("builder.partName", { name: nameOf(block), type: t(`page.block.${block.type}`) });
  const problem = wrong.get(block.code);
  const state = `${selected === block.code ? css.selected : ""} ${problem ? css.wrong : ""}`;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the page has the keys of all its blocks
    <div
      ref={ref}
      role="option"
      aria-selected={selected === block.code}
      aria-label={problem ? `${name}: ${problem}` : name}
      tabIndex={focus === block.code ? 0 : -1}
      data-part={block.code}
      className={`${css.block} ${state}`}
      onClick={press}
    >
      <div className={css.tag} aria-hidden>
        <span>{nameOf(block)}</span>
        {block.shown !== undefined && <span className={css.when}>{t("page.build.conditional")}</span>}
      </div>
      {live || isTabs(block) ? (
        <div inert={!isTabs(block)}>{children}</div>
      ) : (
        <p className={css.blank}>{nameOf(block)}</p>
      )}
      {problem && <p className={css.issue}>{problem}</p>}
    </div>
  );
}

/** A list of blocks that takes others in. */
const BuilderList: Framing["ListFrame"] = function BuilderList({ list, empty, className, children }) {
  const { t } = useLanguage();
  const ref = useDropList<HTMLDivElement>(list);
  return (
    <div ref={ref} data-list={list} className={`${className} ${css.list}`}>
      {children}
      {empty && <p className={css.blank}>{t("page.build.dropHere")}</p>}
    </div>
  );
};

/** How blocks are framed where pages are built: all of them stand there, whatever their conditions. */
export const BUILDING: Framing = { Frame: BuilderFrame, ListFrame: BuilderList, shows: () => true, framed: true };
