import { ChosenFacts, Facts } from "../facts";
import type { BlockKind, BlockProps } from "./block";
import css from "./blocks.module.css";

function FactsBlock({ block, heading, titled, ...shared }: BlockProps<"facts">) {
  return (
    <section className={css.panel} aria-label={heading}>
      {block.label && !titled && <h2 className={css.heading}>{heading}</h2>}
      {block.fields && block.fields.length > 0 ? (
        <ChosenFacts codes={block.fields} {...shared} />
      ) : (
        <Facts form={block.form} {...shared} />
      )}
    </section>
  );
}

export const facts: BlockKind<"facts"> = {
  Component: FactsBlock,
  name: (_, { t }) => t("record.facts"),
};
