import { Timeline } from "@/timeline/timeline";
import type { BlockKind, BlockProps } from "./block";
import css from "./blocks.module.css";

function TimelineBlock({ entity, row, heading, titled }: BlockProps<"timeline">) {
  return (
    <section className={css.panel} aria-label={heading}>
      {!titled && <h2 className={css.heading}>{heading}</h2>}
      <Timeline entity={entity} row={row} />
    </section>
  );
}

export const timeline: BlockKind<"timeline"> = {
  Component: TimelineBlock,
  name: (_, { t }) => t("timeline.title"),
};
