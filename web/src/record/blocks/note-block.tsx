import { InfoCircleOutlined } from "@ant-design/icons";
import { labelText, useLanguage } from "@/i18n";
import type { BlockKind, BlockProps } from "./block";
import css from "./blocks.module.css";

function NoteBlock({ block, heading }: BlockProps<"note">) {
  const { language } = useLanguage();
  return (
    <section className={css.note} aria-label={heading}>
      <InfoCircleOutlined aria-hidden />
      <div>
        {block.label && <h3>{heading}</h3>}
        <p className={css.lines}>{labelText(block.text, language)}</p>
      </div>
    </section>
  );
}

export const note: BlockKind<"note"> = {
  Component: NoteBlock,
  name: (_, { t }) => t("page.block.note"),
};
