import { useQuery } from "@tanstack/react-query";
import { Select, Skeleton } from "antd";
import { lazy, Suspense, useEffect, useId, useState } from "react";
import { entitiesQuery } from "@/api/catalogue";
import { type CheckedExpression, checkQuery, type ExpressionError, type Subject } from "@/api/expressions";
import { keys } from "@/api/keys";
import { listRecords } from "@/api/records";
import { FIELD_TYPES } from "@/api/types";
import { FieldValue } from "@/field/field-value";
import { titleOf } from "@/field/relation";
import { useLanguage } from "@/i18n";
import css from "./expression.module.css";

const ExpressionEditor = lazy(() => import("./expression-editor"));
const NONE: ExpressionError[] = [];
const MOST = 20;

type Props = {
  /** The entity whose records the expression is over. */
  entity: string;
  /** Names of unpublished drafts count as well; for builders. */
  draft?: boolean;
  value: string;
  onChange: (text: string) => void;
  /** A condition has to give true or false; anything else may give any single value. */
  expects?: "boolean" | "any";
  /** What the field is called by those who cannot see it. */
  label: string;
  id?: string;
};

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 250);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

/** The last answer to what was typed; that of an earlier text stays until the new one is there. */
function useChecked(subject: Subject, text: string, record: string | null): CheckedExpression | null {
  const settled = useSettled(text);
  const checked = useQuery({
    ...checkQuery(subject, settled, record),
    enabled: settled.trim() !== "",
    placeholderData: (before) => before,
  });
  return settled.trim() === "" ? null : (checked.data ?? null);
}

/** Some records to try an expression on, the newest first; none for an entity that is not published yet. */
export function useRecords(code: string, search: string) {
  const entities = useQuery(entitiesQuery);
  const entity = entities.data?.find((found) => found.code === code);
  const fields = entity?.titleField ? [entity.titleField] : undefined;
  return useQuery({
    queryKey: keys.lookup(code, `try ${search}`),
    enabled: entity !== undefined,
    queryFn: async ({ signal }) => {
      const page = await listRecords(code, { where: null, search, sort: ["-created_at"], fields }, null, signal, MOST);
      return page.items.map((row) => ({ value: row.id, label: titleOf(row, entity) }));
    },
  });
}

function Result({ checked: { type, result } }: { checked: CheckedExpression }) {
  const { t } = useLanguage();
  if (result === undefined) return null;
  const name = result.labels?.value;
  const field = FIELD_TYPES.find((known) => known === type) ?? "text";
  return (
    <span className={`${css.result} ellipsis`}>
      {result.value === null && t("expression.blank")}
      {result.value !== null && name !== undefined && String(name)}
      {result.value !== null && name === undefined && (
        <FieldValue field={{ code: "value", type: field, label: "" }} value={result.value} />
      )}
    </span>
  );
}

/** An expression of the language: colours, completion, what is wrong and where, its type, and its value for a real record. */
export function ExpressionInput({ entity, draft, value, onChange, expects = "any", label, id }: Props) {
  const { t } = useLanguage();
  const own = useId();
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const records = useRecords(entity, useSettled(search));
  const record = chosen ?? records.data?.[0]?.value ?? null;
  const checked = useChecked({ entity, draft }, value, record);
  const errors = checked?.errors ?? NONE;
  const unfit = expects === "boolean" && checked?.type !== undefined && !["boolean", "blank"].includes(checked.type);
  const wrong = errors[0]?.message ?? (unfit ? t("expression.notCondition") : null);
  const hint = t(expects === "boolean" ? "expression.hintCondition" : "expression.hint");
  return (
    <div>
      <div className={wrong === null ? css.frame : `${css.frame} ${css.invalid}`}>
        <Suspense fallback={<Skeleton active title={false} paragraph={{ rows: 2 }} />}>
          <ExpressionEditor
            id={id ?? own}
            subject={{ entity, draft }}
            value={value}
            onChange={onChange}
            errors={errors}
            label={label}
            hint={hint}
          />
        </Suspense>
      </div>
      <div className={css.foot}>
        {wrong !== null && (
          <span className="bad" role="alert">
            {wrong}
          </span>
        )}
        {wrong === null && checked?.type !== undefined && (
          <span>{t("expression.gives", { type: t(`expression.type.${typeName(checked.type)}`) })}</span>
        )}
        {wrong === null && checked !== null && record !== null && (
          <span className={css.trial}>
            <Select
              size="small"
              variant="borderless"
              aria-label={t("expression.tryOn")}
              value={record}
              options={records.data ?? []}
              popupMatchSelectWidth={240}
              showSearch={{ filterOption: false, onSearch: setSearch }}
              onChange={setChosen}
              style={{ maxWidth: 180 }}
            />
            <span aria-hidden>→</span>
            <Result checked={checked} />
          </span>
        )}
      </div>
    </div>
  );
}

const TYPES = ["text", "number", "boolean", "date", "datetime", "duration", "member", "department", "record"] as const;
type TypeName = (typeof TYPES)[number] | "list" | "blank";

function typeName(type: string): TypeName {
  return TYPES.find((known) => known === type) ?? (type === "blank" ? "blank" : "list");
}
