import { useQuery } from "@tanstack/react-query";
import { Select, TreeSelect } from "antd";
import { departmentsQuery, membersQuery } from "@/api/catalogue";
import type { Colleague, TreeNode } from "@/api/types";
import { texts } from "@/core/value";
import { IN_CELL_WIDTH, type InputProps } from "../kind";

/** Whoever left is offered no more, and stays where they were chosen. */
const offered = (members: Colleague[], chosen: string[]) =>
  members.filter(({ id, active }) => active !== false || chosen.includes(id));

export function MemberInput({ id, field, value, onChange, autoFocus, inCell, invalid }: InputProps) {
  const members = useQuery(membersQuery);
  const names = (ids: string[]) => ids.map((one) => members.data?.find((m) => m.id === one)?.name ?? one);
  return (
    <Select
      id={id}
      mode={field.many ? "multiple" : undefined}
      loading={members.isPending}
      value={field.many ? texts(value) : (texts(value)[0] ?? null)}
      options={offered(members.data ?? [], texts(value)).map(({ id: one, name }) => ({ value: one, label: name }))}
      showSearch={{ optionFilterProp: "label" }}
      allowClear={!field.required}
      autoFocus={autoFocus}
      defaultOpen={inCell}
      popupMatchSelectWidth={inCell ? IN_CELL_WIDTH : true}
      variant={inCell ? "borderless" : "outlined"}
      status={invalid ? "error" : undefined}
      style={{ width: "100%" }}
      onChange={(picked: string | string[] | null | undefined) => {
        const ids = texts(picked ?? null);
        if (field.many) onChange(ids, names(ids));
        else onChange(ids[0] ?? null, names(ids)[0]);
      }}
    />
  );
}

type TreeOption = { value: string; title: string; children: TreeOption[] };
const treeData = (nodes: TreeNode[]): TreeOption[] =>
  nodes.map((node) => ({ value: node.code, title: node.name, children: treeData(node.children ?? []) }));

export function DepartmentInput({ id, field, value, onChange, autoFocus, inCell, invalid }: InputProps) {
  const tree = useQuery(departmentsQuery);
  return (
    <TreeSelect
      id={id}
      multiple={field.many}
      treeDefaultExpandAll
      loading={tree.isPending}
      value={field.many ? texts(value) : (texts(value)[0] ?? null)}
      treeData={treeData(tree.data ?? [])}
      showSearch={{ treeNodeFilterProp: "title" }}
      allowClear={!field.required}
      autoFocus={autoFocus}
      defaultOpen={inCell}
      popupMatchSelectWidth={inCell ? IN_CELL_WIDTH : true}
      variant={inCell ? "borderless" : "outlined"}
      status={invalid ? "error" : undefined}
      style={{ width: "100%" }}
      onChange={(picked: string | string[] | null | undefined, names) => {
        const labels = Array.isArray(names) ? names.map(String) : [];
        if (field.many) onChange(texts(picked ?? null), labels);
        else onChange(texts(picked ?? null)[0] ?? null, labels[0]);
      }}
    />
  );
}
