import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { departmentsQuery, membersQuery } from "@/api/catalogue";
import { groupsQuery } from "@/api/people";
import { rolesQuery } from "@/api/roles";
import { labelText, useLanguage } from "@/i18n";
import { type Choices, choicesOf } from "./principals";

/** With whom something can be shared; a record with members too, a rule with roles instead. */
export function useChoices(of: "record" | "rule"): Choices {
  const { t, language } = useLanguage();
  const rule = of === "rule";
  const members = useQuery({ ...membersQuery, enabled: !rule }).data;
  const roles = useQuery({ ...rolesQuery, enabled: rule }).data;
  const groups = useQuery(groupsQuery).data;
  const departments = useQuery(departmentsQuery).data;
  return useMemo(
    () =>
      choicesOf(
        {
          members: rule ? [] : (members ?? []),
          roles: rule ? (roles ?? []).map(({ code, label }) => ({ id: code, name: labelText(label, language) })) : [],
          groups: groups ?? [],
          departments: departments ?? [],
        },
        { department: (name) => t("share.department", { name }), tree: (name) => t("share.tree", { name }) },
      ),
    [rule, members, roles, groups, departments, language, t],
  );
}
