import { useQuery } from "@tanstack/react-query";
import { Select, TreeSelect } from "antd";
import type { Department, Member } from "@/api/people";
import { rolesQuery } from "@/api/roles";
import { labelText, useLanguage } from "@/i18n";
import { type DepartmentNode, treeOf } from "./model";

type TreeOption = { value: string; title: string; children: TreeOption[] };
const options = (nodes: DepartmentNode[]): TreeOption[] =>
  nodes.map(({ department, children }) => ({
    value: department.id,
    title: department.name,
    children: options(children),
  }));

type OneProps = {
  id?: string;
  label?: string;
  departments: readonly Department[];
  value?: string | null;
  onChange?: (picked: string | null) => void;
  placeholder?: string;
};

/** One department, or none. */
export function DepartmentPicker({ id, label, departments, value, onChange, placeholder }: OneProps) {
  return (
    <TreeSelect
      id={id}
      aria-label={label}
      treeDefaultExpandAll
      allowClear
      showSearch={{ treeNodeFilterProp: "title" }}
      placeholder={placeholder}
      value={value ?? undefined}
      treeData={options(treeOf(departments))}
      onChange={(picked: string | undefined) => onChange?.(picked ?? null)}
      style={{ width: "100%" }}
    />
  );
}

type ManyProps = {
  id?: string;
  departments: readonly Department[];
  value?: string[];
  onChange?: (picked: string[]) => void;
};

export function DepartmentsPicker({ id, departments, value, onChange }: ManyProps) {
  return (
    <TreeSelect
      id={id}
      multiple
      treeDefaultExpandAll
      allowClear
      showSearch={{ treeNodeFilterProp: "title" }}
      value={value ?? []}
      treeData={options(treeOf(departments))}
      onChange={(picked: string[]) => onChange?.(picked)}
      style={{ width: "100%" }}
    />
  );
}

type MemberProps = {
  id?: string;
  label?: string;
  members: readonly Member[];
  value?: string | null;
  onChange?: (picked: string | null) => void;
  placeholder?: string;
  clear?: boolean;
};

const optionsOf = (members: readonly Member[]) =>
  members.map((member) => ({
    value: member.id,
    label: member.jobTitle ? `${member.name} \u00b7 ${member.jobTitle}` : member.name,
  }));

/** One of `members`, or none. */
export function MemberPicker({ id, label, members, value, onChange, placeholder, clear = true }: MemberProps) {
  return (
    <Select
      id={id}
      aria-label={label}
      allowClear={clear}
      showSearch={{ optionFilterProp: "label" }}
      placeholder={placeholder}
      value={value ?? undefined}
      options={optionsOf(members)}
      onChange={(picked: string | undefined) => onChange?.(picked ?? null)}
      style={{ width: "100%" }}
    />
  );
}

type MembersProps = {
  id?: string;
  members: readonly Member[];
  value?: string[];
  onChange?: (picked: string[]) => void;
};

export function MembersPicker({ id, members, value, onChange }: MembersProps) {
  return (
    <Select
      id={id}
      mode="multiple"
      showSearch={{ optionFilterProp: "label" }}
      value={value ?? []}
      options={optionsOf(members)}
      onChange={(picked: string[]) => onChange?.(picked)}
      style={{ width: "100%" }}
    />
  );
}

export function RolesPicker({
  id,
  value,
  onChange,
}: {
  id?: string;
  value?: string[];
  onChange?: (r: string[]) => void;
}) {
  const { language } = useLanguage();
  const roles = useQuery(rolesQuery);
  return (
    <Select
      id={id}
      mode="multiple"
      loading={roles.isPending}
      value={value ?? []}
      showSearch={{ optionFilterProp: "label" }}
      options={roles.data?.map((role) => ({ value: role.code, label: labelText(role.label, language) }))}
      onChange={(picked: string[]) => onChange?.(picked)}
      style={{ width: "100%" }}
    />
  );
}
