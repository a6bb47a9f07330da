import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { entitiesQuery } from "@/api/catalogue";
import { definitionsQuery } from "@/api/definitions";
import { ExpressionInput } from "@/expression/expression-input";
import { labelText, useLanguage } from "@/i18n";
import type { Design, EntityDoc } from "../model/design";
import type { EditorProps } from "./editor";

/** Every entity there is or will be: what is published, with the drafts of this app over it. */
export function useEntities(design: Design): Pick<EntityDoc, "code" | "label" | "fields">[] {
  const published = useQuery(entitiesQuery).data ?? [];
  const drafts = useQuery({
    ...definitionsQuery(design.entity.app ?? ""),
    enabled: design.entity.app !== undefined,
  }).data;
  const drafted = (drafts ?? [])
    .filter((one) => one.kind === "entity" && one.state !== "deleted")
    .map((one) => one.definition as EntityDoc);
  const known = new Set(drafted.map((one) => one.code));
  const rest = published.filter((one) => !known.has(one.code)) as unknown as EntityDoc[];
  return [...drafted.map((one) => (one.code === design.entity.code ? design.entity : one)), ...rest];
}

type PickProps = {
  id: string;
  value: unknown;
  set: (value: unknown) => void;
  options: { value: string; label: string }[];
};

export function Pick({ id, value, set, options }: PickProps) {
  const { t } = useLanguage();
  return (
    <Select
      id={id}
      style={{ width: "100%" }}
      value={typeof value === "string" && value !== "" ? value : undefined}
      placeholder={t("builder.choose")}
      showSearch={{ optionFilterProp: "label" }}
      options={options}
      onChange={set}
    />
  );
}

export function EntityChoice({ id, value, set, design }: EditorProps) {
  const { language } = useLanguage();
  const options = useEntities(design).map((one) => ({ value: one.code, label: labelText(one.label, language) }));
  return <Pick id={id} value={value} set={set} options={options} />;
}

/** The relations that point to this entity, by which records are counted and summed: `entity.relation`. */
function useFeeders(design: Design) {
  const { language } = useLanguage();
  return useEntities(design).flatMap((one) =>
    one.fields
      .filter((field) => field.type === "relation" && field.entity === design.entity.code && field.many !== true)
      .map((field) => ({
        value: `${one.code}.${field.code}`,
        label: `${labelText(one.label, language)} \u00b7 ${labelText(field.label, language)}`,
        entity: one,
      })),
  );
}

export function RollupOver({ id, value, set, design }: EditorProps) {
  const options = useFeeders(design).map(({ value: code, label }) => ({ value: code, label }));
  return <Pick id={id} value={value} set={set} options={options} />;
}

/** The field of the records rolled up that is summed. */
export function RollupOf({ id, value, set, design, field }: EditorProps) {
  const { language } = useLanguage();
  const from = useFeeders(design).find((one) => one.value === field.over)?.entity;
  const options = (from?.fields ?? []).map((one) => ({ value: one.code, label: labelText(one.label, language) }));
  return <Pick id={id} value={value} set={set} options={options} />;
}

/** Expressions that give true or false. */
const CONDITIONS = new Set(["shown", "required_when", "readonly_when", "where", "when"]);

export function Expression({ id, name, value, set, design, field, label }: EditorProps) {
  const rolled = name === "where" && typeof field.over === "string" ? field.over.split(".")[0] : undefined;
  return (
    <ExpressionInput
      id={id}
      entity={rolled ?? design.entity.code}
      draft
      label={label}
      value={value === undefined || value === null ? "" : String(value)}
      expects={CONDITIONS.has(name) ? "boolean" : "any"}
      onChange={(text) => set(text.trim() === "" ? undefined : text)}
    />
  );
}
