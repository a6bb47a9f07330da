import { Button } from "antd";
import type { ComponentType } from "react";
import { type Block, type BlockType, change, findBlock, remove } from "@/core/record-page";
import { ExpressionInput } from "@/expression/expression-input";
import { useLanguage } from "@/i18n";
import { LabelField } from "../properties/label-field";
import css from "../properties/properties.module.css";
import { BUILDER_KINDS, type Building, type PropertiesProps } from "./kinds";
import { PageProperties } from "./page-properties";

type Props = Building & {
  selected: string | null;
  nameOf: (block: Block) => string;
  /** Whether it is the page of all, not one for some roles. */
  usual: boolean;
  reset: () => void;
};

function BlockProperties({ block, nameOf, ...building }: Building & { block: Block<string>; nameOf: Props["nameOf"] }) {
  const { t } = useLanguage();
  const { edit, entity } = building;
  const put = (to: (block: Block<string>) => Block<string>, tag?: string) =>
    edit((one) => ({ ...one, ...change(one, block.code, to) }), tag && `${block.code}:${tag}`);
  const Properties = BUILDER_KINDS[block.type].Properties as ComponentType<PropertiesProps<BlockType>> | null;
  return (
    <div key={block.code} className={css.list}>
      <h2 className={css.title}>{t(`page.block.${block.type}`)}</h2>
      <LabelField
        name={t("page.build.heading")}
        value={block.label ?? { zh: nameOf(block) }}
        set={(label) => put((one) => ({ ...one, label }), "label")}
      />
      {Properties && <Properties {...building} block={block} set={put as PropertiesProps<BlockType>["set"]} />}
      <div className={css.property}>
        <span className="muted">{t("page.build.shown")}</span>
        <ExpressionInput
          entity={entity.code}
          draft
          expects="boolean"
          label={t("page.build.shown")}
          value={block.shown ?? ""}
          onChange={(shown) =>
            put(({ shown: _, ...one }) => (shown.trim() === "" ? one : { ...one, shown }) as Block<string>, "shown")
          }
        />
        <p className={css.hint}>{t("page.build.shownHint")}</p>
      </div>
      <div className={css.actions}>
        <Button size="small" danger onClick={() => edit((one) => ({ ...one, ...remove(one, new Set([block.code])) }))}>
          {t("page.build.removeBlock")}
        </Button>
      </div>
    </div>
  );
}

/** The properties of the block that is selected, or of the page. */
export function PropertiesPanel({ selected, nameOf, usual, reset, ...building }: Props) {
  const { t } = useLanguage();
  const block = selected === null ? undefined : findBlock(building.design, selected);
  return (
    <aside className={css.panel} aria-label={t("builder.properties")}>
      {block ? (
        <BlockProperties key={block.code} block={block} nameOf={nameOf} {...building} />
      ) : (
        <PageProperties usual={usual} reset={reset} {...building} />
      )}
    </aside>
  );
}
