import { Input, Tree, type TreeDataNode } from "antd";
import { useMemo, useState } from "react";
import type { EntityInfo } from "@/api/types";
import { RECORD_LINK } from "@/core/record-link";
import { labelText, useLanguage } from "@/i18n";
import { type Branch, branches } from "./field-tree";
import css from "./print.module.css";

type Props = {
  entities: EntityInfo[];
  entity: string;
  pick: (branch: Branch) => void;
  /** Picks the link to the record; absent where there is no place for it. */
  pickLink?: () => void;
};
type Node = TreeDataNode & { key: string; branch?: Branch; children?: Node[] };

/** The fields of a record and, where one opens them, of the records that it points to. */
export function FieldPicker({ entities, entity, pick, pickLink }: Props) {
  const { t, language } = useLanguage();
  const [search, setSearch] = useState("");
  const [open, setOpen] = useState<string[]>([]);
  const offersLink = pickLink !== undefined;
  const nodes = useMemo(() => {
    const below = (of: string, under: string): Node[] =>
      branches(entities, of, under).map((branch) => ({
        key: branch.path,
        title: labelText(branch.field.label, language),
        branch,
        isLeaf: branch.leads === null,
        ...(branch.leads !== null && open.includes(branch.path) ? { children: below(branch.leads, branch.path) } : {}),
      }));
    const link: Node = { key: RECORD_LINK, title: t("common.recordLink"), isLeaf: true };
    return [...below(entity, ""), ...(offersLink ? [link] : [])];
  }, [entities, entity, open, language, offersLink, t]);
  const word = search.trim().toLowerCase();
  const shown = word === "" ? nodes : nodes.filter((node) => String(node.title).toLowerCase().includes(word));
  return (
    <div className={css.picker}>
      <Input
        autoFocus
        allowClear
        value={search}
        placeholder={t("print.searchField")}
        aria-label={t("print.searchField")}
        onChange={(event) => setSearch(event.target.value)}
      />
      <Tree
        blockNode
        height={320}
        treeData={shown}
        expandedKeys={open}
        selectedKeys={[]}
        onExpand={(keys) => setOpen(keys.map(String))}
        onSelect={(_, { node: chosen }) => {
          const { branch } = chosen as unknown as Node;
          if (branch) pick(branch);
          else pickLink?.();
        }}
      />
    </div>
  );
}
