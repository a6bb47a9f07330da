import { useQuery } from "@tanstack/react-query";
import { departmentsQuery, membersQuery } from "@/api/catalogue";
import { credentialsQuery } from "@/api/credentials";
import { definitionsQuery } from "@/api/definitions";
import { groupsQuery } from "@/api/people";
import { rolesQuery } from "@/api/roles";
import type { FieldInfo, TreeNode } from "@/api/types";
import type { Target } from "@/builder/button/actions";
import { labelText, useLanguage } from "@/i18n";
import type { ParameterProps } from "../input";
import { useRule } from "../rule-context";
import { NamedChoice } from "./simple";

const INDENT = "\u2003";

/** The tree of departments as a list, those below further in. */
export const departmentList = (nodes: readonly TreeNode[], depth = 0): { value: string; label: string }[] =>
  nodes.flatMap(({ code, name, children = [] }) => [
    { value: code, label: INDENT.repeat(depth) + name },
    ...departmentList(children, depth + 1),
  ]);

export function EntityInput(props: ParameterProps) {
  const { language } = useLanguage();
  const { scope } = useRule();
  const options = scope.entities.map(({ code, label }) => ({ value: code, label: labelText(label, language) }));
  return <NamedChoice {...props} options={options} />;
}

export function MemberInput(props: ParameterProps) {
  const members = useQuery(membersQuery).data ?? [];
  return <NamedChoice {...props} options={members.map(({ id, name }) => ({ value: id, label: name }))} />;
}

export function GroupInput(props: ParameterProps) {
  const groups = useQuery(groupsQuery).data ?? [];
  return <NamedChoice {...props} options={groups.map(({ id, name }) => ({ value: id, label: name }))} />;
}

export function DepartmentInput(props: ParameterProps) {
  const departments = useQuery(departmentsQuery).data ?? [];
  return <NamedChoice {...props} options={departmentList(departments)} />;
}

export function RoleInput(props: ParameterProps) {
  const { language } = useLanguage();
  const roles = useQuery(rolesQuery).data ?? [];
  const options = roles.map(({ code, label }) => ({ value: code, label: labelText(label, language) }));
  return <NamedChoice {...props} options={options} />;
}

/** A definition of the app of the kind that the catalogue names, such as a template of mails. */
export function DefinitionInput(props: ParameterProps) {
  return <OfKind {...props} kind={props.schema["x-input"] ?? ""} />;
}

/** A secret of another system; where it may go stands beside its name. */
export function CredentialInput(props: ParameterProps) {
  const { t } = useLanguage();
  const known = useQuery(credentialsQuery);
  const options = (known.data ?? []).map(({ code, name, origin }) => ({
    value: code,
    label: `${name} \u00b7 ${origin}`,
  }));
  return (
    <>
      <NamedChoice {...props} options={options} />
      {known.data?.length === 0 && <span className="faint">{t("credential.missing")}</span>}
    </>
  );
}

/** Another rule over the same records. */
export const RuleInput = (props: ParameterProps) => <OfKind {...props} kind="rule" />;

function OfKind({ kind, ...props }: ParameterProps & { kind: string }) {
  const { language } = useLanguage();
  const { app, doc, scope } = useRule();
  const all = useQuery(definitionsQuery(app)).data ?? [];
  const options = all
    .filter((one) => one.kind === kind && one.state !== "deleted")
    .filter((one) => kind !== "rule" || (one.code !== doc.code && one.definition?.entity === scope.target.code))
    .map(({ code, label }) => ({ value: code, label: labelText(label, language) }));
  return <NamedChoice {...props} options={options} />;
}

/** The entity that a parameter is about: named beside it, itself or by what leads to it, else that of the rule. */
export function useEntityOf({ schema, beside }: Pick<ParameterProps, "schema" | "beside">): Target {
  const { scope } = useRule();
  const named = beside[schema["x-of"] ?? "entity"];
  if (typeof named !== "string" || named === "") return scope.target;
  const led = scope.many.find(({ code }) => code === named)?.to;
  const relation = scope.target.fields.find(({ code }) => code === named)?.entity;
  const wanted = [led, relation, named];
  return (
    wanted.map((code) => scope.entities.find((one) => one.code === code)).find((one) => one !== undefined) ??
    scope.target
  );
}

const useFieldsOf = (of: Pick<ParameterProps, "schema" | "beside">): readonly FieldInfo[] => useEntityOf(of).fields;

export function FieldInput(props: ParameterProps) {
  const { language } = useLanguage();
  const fields = useFieldsOf(props);
  const options = fields.map(({ code, label }) => ({ value: code, label: labelText(label, language) }));
  return <NamedChoice {...props} options={options} />;
}

/** What leads from the record to others: its relations, and the records that belong to it. */
export function RelationInput(props: ParameterProps) {
  const { language } = useLanguage();
  const { scope } = useRule();
  const relations = scope.target.fields.filter(({ type }) => type === "relation");
  const named = [...relations, ...scope.many.filter(({ code }) => !relations.some((one) => one.code === code))];
  const options = named.map(({ code, label }) => ({ value: code, label: labelText(label, language) }));
  return <NamedChoice {...props} options={options} />;
}

/** Options of the field that stands beside it. */
export function OptionInput(props: ParameterProps) {
  const { language } = useLanguage();
  const { beside, schema } = props;
  const named = beside[schema["x-of"] ?? "field"];
  const field = useFieldsOf({ schema: {}, beside }).find(({ code }) => code === named);
  const options = (field?.options ?? []).map(({ code, label }) => ({ value: code, label: labelText(label, language) }));
  return <NamedChoice {...props} options={options} />;
}
