import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { triedFiguresQuery } from "@/api/record-pages";
import type { EntityInfo, Row } from "@/api/types";
import { conditionQuery } from "@/api/views";
import { PhoneFrame } from "@/app/use-phone";
import type { Tree } from "@/core/expression";
import { type Area, type Block, blocksOf, figuresOf } from "@/core/record-page";
import { FiguresContext, useFigures } from "@/record/blocks/figures-context";
import { Bare, FrameContext, type Framing, PlainList } from "@/record/blocks/frame";
import { PageBody } from "@/record/page-body";
import { useFormLogic } from "@/record/use-form-logic";
import { useSave } from "@/record/use-save";
import { BUILDING } from "./framing";
import type { PageDesign } from "./model";
import css from "./page.module.css";
import { useZoom } from "./use-zoom";

type Props = { entity: EntityInfo; row: Row; design: PageDesign; phone: boolean; preview: boolean };

/** Whether blocks are shown for the record, by the conditions as they are written just now. */
function useShown(design: PageDesign, entity: string, preview: boolean) {
  const texts = preview ? blocksOf(design).flatMap(({ shown }) => (shown ? [shown] : [])) : [];
  const trees = useQueries({
    queries: [...new Set(texts)].map((text) => ({
      ...conditionQuery(entity, text),
      retry: false,
      throwOnError: false,
    })),
    combine: (results) => results.map((one) => one.data as Tree | undefined),
  });
  return (block: Block): Tree | undefined => trees[[...new Set(texts)].indexOf(String(block.shown))];
}

/** The page that is built, with a real record in it: to be rearranged, or as people will see it. */
export function Sheet({ entity, row, design, phone, preview }: Props) {
  const { save, dialog } = useSave(entity);
  const [area, setArea] = useState<Area>("main");
  const { fields, logic } = useFormLogic(entity, {}, row.values);
  const treeOf = useShown(design, entity.code, preview);
  const figures = figuresOf(design);
  const tried = useFigures(triedFiguresQuery(figures, entity.code, row.id), row.id !== "" && figures.length > 0);
  const shows = (block: Block) => {
    const tree = treeOf(block);
    return tree === undefined || logic.holds(tree);
  };
  const framing: Framing = preview ? { Frame: Bare, ListFrame: PlainList, shows, framed: false } : BUILDING;
  const { ref, zoom } = useZoom<HTMLDivElement>(phone);
  return (
    <div ref={ref}>
      <div className={phone ? `${css.sheet} ${css.phone}` : css.sheet} style={{ zoom }}>
        <PhoneFrame value={phone}>
          <FrameContext value={framing}>
            <FiguresContext value={tried}>
              <PageBody {...{ area, setArea, entity, row, fields }} page={design} save={(edit) => void save(edit)} />
            </FiguresContext>
          </FrameContext>
        </PhoneFrame>
      </div>
      {dialog}
    </div>
  );
}
