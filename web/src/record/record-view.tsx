import { useState } from "react";
import { useNavigate } from "react-router";
import { figuresQuery } from "@/api/record-pages";
import type { EntityInfo, Row } from "@/api/types";
import { paths } from "@/app/paths";
import { useWhenIdle } from "@/app/use-when-idle";
import type { Tree } from "@/core/expression";
import { AREAS, type Area, type Block, figuresOf } from "@/core/record-page";
import { loadInputs } from "@/field/later-input";
import { RecordDrop } from "@/files/record-drop";
import { FiguresContext, useFigures } from "./blocks/figures-context";
import { Bare, FrameContext, PlainList } from "./blocks/frame";
import { PageBody } from "./page-body";
import { useFormLogic } from "./use-form-logic";
import { useRecordPage } from "./use-record-page";
import { type Edit, useSave } from "./use-save";

type Props = { entity: EntityInfo; row: Row };

/** A record: what it is called and where it stands on top, and below what its page shows. */
export function RecordView({ entity, row }: Props) {
  const navigate = useNavigate();
  useWhenIdle(loadInputs);
  const [area, setArea] = useState<Area>("main");
  const { page, code } = useRecordPage(entity);
  const { save, dialog } = useSave(entity, () => void navigate(paths.list(entity.code)));
  const put = (edit: Edit) => void save(edit);
  const { fields, logic } = useFormLogic(entity, {}, row.values);
  const figures = useFigures(
    figuresQuery(code ?? "", entity.code, row.id),
    code !== null && figuresOf(page).length > 0,
  );
  const shows = (block: Block) => block.shown === undefined || logic.holds(block.shown as Tree);
  const talk = AREAS.find((one) => page[one].some((block) => block.type === "timeline" && shows(block)));
  return (
    <RecordDrop
      entity={entity}
      fields={fields}
      row={row}
      showComments={talk === undefined ? null : () => setArea(talk)}
      put={(field, value, names) => put({ row, set: { [field.code]: value }, labels: { [field.code]: names } })}
    >
      <FrameContext value={{ Frame: Bare, ListFrame: PlainList, shows, framed: false }}>
        <FiguresContext value={figures}>
          <PageBody {...{ page, area, setArea, entity, row, fields }} save={put} />
        </FiguresContext>
        {dialog}
      </FrameContext>
    </RecordDrop>
  );
}
