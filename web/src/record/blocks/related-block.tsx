import { useQuery } from "@tanstack/react-query";
import { entitiesQuery } from "@/api/catalogue";
import { conditionQuery } from "@/api/views";
import type { RelatedBlock as Definition } from "@/core/record-page";
import type { Where } from "@/core/where";
import { labelText, useLanguage } from "@/i18n";
import { Children } from "../children";
import { RelatedList } from "../related";
import { isOwned, type Pointing } from "../usual-page";
import type { BlockKind, BlockProps } from "./block";
import css from "./blocks.module.css";

/** What a block lists; undefined where it is not there, or not for this person. */
function usePointing({ entity: code, relation }: Definition): Pointing | undefined {
  const entity = useQuery(entitiesQuery).data?.find((one) => one.code === code);
  const field = entity?.fields.find((one) => one.code === relation);
  return entity && field ? { entity, field } : undefined;
}

/** The condition as a tree; undefined until one that is a text has been read. */
function useCondition({ entity, where }: Definition): Where | null | undefined {
  const text = typeof where === "string" ? where : "";
  const read = useQuery({ ...conditionQuery(entity, text), enabled: text.trim() !== "" });
  if (text.trim() !== "") return read.data;
  return typeof where === "object" ? where : null;
}

function RelatedBlock({ block, row, heading }: BlockProps<"related">) {
  const { t } = useLanguage();
  const pointing = usePointing(block);
  const where = useCondition(block);
  if (pointing === undefined) {
    return (
      <section className={css.panel} aria-label={heading}>
        <p className="faint">{t("page.gone")}</p>
      </section>
    );
  }
  const chosen = { columns: block.columns ?? [], sort: block.sort ?? [], where, rows: block.rows };
  return isOwned(pointing) ? (
    <Children {...pointing} id={row.id} heading={heading} {...chosen} />
  ) : (
    <RelatedList {...pointing} target={row} heading={heading} named={block.label !== undefined} {...chosen} />
  );
}

export const related: BlockKind<"related"> = {
  Component: RelatedBlock,
  name: (block, { entities, language }) => {
    const entity = entities.find((one) => one.code === block.entity);
    return entity ? labelText(entity.label, language) : block.entity;
  },
};
