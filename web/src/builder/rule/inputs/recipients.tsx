import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { departmentsQuery, membersQuery } from "@/api/catalogue";
import { groupsQuery } from "@/api/people";
import { rolesQuery } from "@/api/roles";
import type { FieldInfo } from "@/api/types";
import { labelText, useLanguage } from "@/i18n";
import type { ParameterProps } from "../input";
import { keyOf, RELATED, recipientOf, recipientsOf } from "../recipients";
import { useRule } from "../rule-context";
import { departmentList } from "./named";

/** Fields that stand among the people already, by what they are to the record. */
const RELATED_FIELDS: ReadonlySet<string> = new Set(["owner", "created_by"]);
const REACHED: ReadonlySet<FieldInfo["type"]> = new Set<FieldInfo["type"]>(["member", "department", "email", "phone"]);

/** Whom it is for: people by what they are to the record, by its fields, by name, group, department or role. */
export function RecipientsInput({ id, value, set }: ParameterProps) {
  const { t, language } = useLanguage();
  const { scope } = useRule();
  const members = useQuery(membersQuery).data ?? [];
  const groups = useQuery(groupsQuery).data ?? [];
  const departments = departmentList(useQuery(departmentsQuery).data ?? []);
  const roles = useQuery(rolesQuery).data ?? [];
  const of = (kind: string, all: readonly { value: string; label: string }[]) =>
    all.map((one) => ({ value: `${kind}:${one.value}`, label: one.label }));
  const fields = scope.scope.fields
    .filter((field) => REACHED.has(field.type) && !RELATED_FIELDS.has(field.code))
    .map(({ code, label }) => ({ value: code, label: labelText(label, language) }));
  const heads = departments.map((one) => ({
    value: `head:${one.value}`,
    label: t("rule.whom.headOf", { name: one.label.trim() }),
  }));
  const below = departments.map((one) => ({
    value: `below:${one.value}`,
    label: t("share.tree", { name: one.label.trim() }),
  }));
  const groupsOf = [
    {
      label: t("rule.whom.people"),
      options: [
        ...RELATED.map((one) => ({ value: one as string, label: t(`rule.whom.${one}`) })),
        { value: "head:", label: t("rule.whom.ownHead") },
      ],
    },
    { label: t("rule.whom.field"), options: of("field", fields) },
    {
      label: t("rule.whom.group"),
      options: of(
        "group",
        groups.map((one) => ({ value: one.id, label: one.name })),
      ),
    },
    { label: t("rule.whom.department"), options: [...of("department", departments), ...below] },
    { label: t("rule.whom.head"), options: heads },
    {
      label: t("rule.whom.role"),
      options: of(
        "role",
        roles.map(({ code, label }) => ({ value: code, label: labelText(label, language) })),
      ),
    },
    {
      label: t("rule.whom.member"),
      options: of(
        "member",
        members.map((one) => ({ value: one.id, label: one.name })),
      ),
    },
  ].filter(({ options }) => options.length > 0);
  const known = new Set(groupsOf.flatMap(({ options }) => options.map((one) => one.value)));
  const chosen = recipientsOf(value).map(keyOf);
  const gone = chosen.filter((key) => !known.has(key)).map((key) => ({ value: key, label: t("rule.input.unknown") }));
  return (
    <Select<string[]>
      id={id}
      mode="multiple"
      showSearch={{ optionFilterProp: "label" }}
      style={{ width: "100%" }}
      placeholder={t("rule.whom.find")}
      value={chosen}
      options={[...groupsOf, ...gone]}
      onChange={(picked) => {
        const all = picked.map(recipientOf).filter((one) => one !== null);
        set(all.length === 0 ? undefined : all);
      }}
    />
  );
}
