import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { membersQuery } from "@/api/catalogue";
import { useMe } from "@/app/signed-in";
import { useLanguage } from "@/i18n";

type Props = { id?: string; value: string; change: (member: string) => void; className?: string; autoFocus?: boolean };

/** Who is to do it; oneself comes first, whoever left is not offered. */
export function AssigneeChoice({ id, value, change, className, autoFocus }: Props) {
  const { t } = useLanguage();
  const me = useMe().member;
  const members = useQuery(membersQuery);
  const others = (members.data ?? []).filter((one) => one.id !== me.id && (one.active !== false || one.id === value));
  const options = [
    { value: me.id, label: t("todo.me", { name: me.name }) },
    ...others.map((one) => ({ value: one.id, label: one.name })),
  ];
  return (
    <Select
      id={id}
      className={className}
      aria-label={t("todo.assignee")}
      showSearch={{ optionFilterProp: "label" }}
      loading={members.isPending}
      autoFocus={autoFocus}
      defaultOpen={autoFocus}
      value={value}
      options={options}
      popupMatchSelectWidth={false}
      onChange={change}
    />
  );
}
