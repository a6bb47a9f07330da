import type { Block, BlockType } from "@/core/record-page";
import { labelText } from "@/i18n";
import type { BlockKind, Naming } from "./block";
import { facts } from "./facts-block";
import { figures } from "./figures-block";
import { note } from "./note-block";
import { related } from "./related-block";
import { tabs } from "./tabs-block";
import { timeline } from "./timeline-block";
import { todos } from "./todos-block";

const KINDS: { [T in BlockType]: BlockKind<T> } = { facts, timeline, todos, related, figures, note, tabs };

/** What the page knows of a block's type; undefined for one that only a newer server knows. */
export function kindOf<T extends BlockType>(block: { type: T }): BlockKind<T> | undefined {
  return KINDS[block.type];
}

/** What a block is called: as somebody named it, else as its type says. */
export function nameOf(block: Block, naming: Naming): string {
  return labelText(block.label, naming.language) || nameByKind(block, naming);
}

function nameByKind<T extends BlockType>(block: Block & { type: T }, naming: Naming): string {
  return kindOf<T>(block)?.name(block as Parameters<BlockKind<T>["name"]>[0], naming) ?? block.type;
}
