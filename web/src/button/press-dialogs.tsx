import type { EntityInfo, Row } from "@/api/types";
import { labelText, useLanguage } from "@/i18n";
import { CreateDrawer } from "@/record/create-drawer";
import { CallDialog } from "./call-dialog";
import { PressDialog } from "./press-dialog";
import type { usePress } from "./use-press";

type Props = { entity: EntityInfo; row: Row; pressing: ReturnType<typeof usePress> };

/** What a pressed button asks for, wherever it was pressed. */
export function PressDialogs({ entity, row, pressing }: Props) {
  const { language } = useLanguage();
  const { open, close, send } = pressing;
  switch (open?.kind) {
    case undefined:
      return null;
    case "ask":
      return (
        <PressDialog
          question={open.question}
          failure={open.failure}
          press={(values) => send(open.question.button, values, open.seen)}
          close={close}
        />
      );
    case "create":
      return <CreateDrawer entity={open.entity} start={open.start} close={close} />;
    case "call":
      return (
        <CallDialog
          name={labelText(open.button.label, language)}
          entity={entity}
          row={row}
          number={String(row.values[open.button.action.field ?? ""] ?? "")}
          close={close}
        />
      );
  }
}
