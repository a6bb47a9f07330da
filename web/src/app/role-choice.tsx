import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { rolesQuery } from "@/api/roles";
import { labelText, useLanguage } from "@/i18n";

type Props = {
  id?: string;
  value: readonly string[];
  set: (roles: string[]) => void;
  placeholder?: string;
  /** Whether somebody has to be chosen. */
  needed?: boolean;
};

/** For which roles something is. Its label is the caller's. */
export function RoleChoice({ id, value, set, placeholder, needed = false }: Props) {
  const { language } = useLanguage();
  const roles = useQuery(rolesQuery).data ?? [];
  return (
    <Select<string[]>
      id={id}
      mode="multiple"
      value={[...value]}
      placeholder={placeholder}
      status={needed && value.length === 0 ? "error" : undefined}
      showSearch={{ optionFilterProp: "label" }}
      options={roles.map((one) => ({ value: one.code, label: labelText(one.label, language) }))}
      onChange={set}
    />
  );
}
