import type { ReactNode } from "react";
import type { EntityInfo, FieldInfo, Row } from "@/api/types";
import type { BlockOf, BlockType } from "@/core/record-page";
import type { Language } from "@/core/time";
import type { Translate } from "@/i18n";
import type { Edit } from "../use-save";

/** What every block of a page is given beside its own definition. */
export type Shared = {
  entity: EntityInfo;
  row: Row;
  /** The fields as the logic leaves them, hidden ones left out. */
  fields: FieldInfo[];
  save: (edit: Edit) => void;
};

export type BlockProps<T extends BlockType> = Shared & {
  block: BlockOf<T>;
  /** What stands over the block. */
  heading: string;
  /** Whether the page says it already, so that the block need not: in the tab that it alone fills. */
  titled: boolean;
};

export type Naming = { t: Translate; language: Language; entities: readonly EntityInfo[] };

/** Everything the page knows of a type of block. A new type is one file here and one line in registry.ts. */
export type BlockKind<T extends BlockType> = {
  Component: (props: BlockProps<T>) => ReactNode;
  /** What it is called where nobody has named it. */
  name: (block: BlockOf<T>, naming: Naming) => string;
};
