import { useQuery } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useState } from "react";
import { checkQuery } from "@/api/expressions";
import type { EntityInfo } from "@/api/types";
import { type FilterGroup, writeFilter } from "@/core/filter";
import { toSaved } from "@/core/saved-where";
import type { Where } from "@/core/where";
import { ExpressionInput } from "@/expression/expression-input";
import { useLanguage } from "@/i18n";
import { asFilter } from "@/list/filter/as-filter";
import { FilterBuilder } from "@/list/filter/builder";
import { useNames } from "@/list/filter/use-names";
import { useWhereContext } from "@/list/use-rows";
import type { Condition } from "./model";
import css from "./rule.module.css";

type Props = {
  /** The entity with all fields that can be chosen. */
  entity: EntityInfo;
  condition: Condition | undefined;
  label: string;
  set: (condition: Condition | undefined) => void;
};

/** A written condition as a filter, once the server has read it; null where it says more than that. */
function useReadable(
  entity: EntityInfo,
  condition: Condition | undefined,
): { filter: FilterGroup | null; reads: boolean } {
  const text = typeof condition === "string" ? condition.trim() : "";
  const checked = useQuery({
    ...checkQuery({ entity: entity.code, draft: true }, text, null),
    enabled: text !== "",
    placeholderData: (before) => before,
  });
  if (condition === undefined || condition === "") return { filter: null, reads: true };
  const tree = typeof condition === "string" ? (checked.data?.tree as Where | undefined) : condition;
  const filter = tree === undefined ? null : asFilter(tree, entity.fields);
  return { filter, reads: filter !== null };
}

function Clicked({
  entity,
  filter: given,
  set,
}: {
  entity: EntityInfo;
  filter: FilterGroup | null;
  set: Props["set"];
}) {
  const { t } = useLanguage();
  const context = useWhereContext(entity);
  // Conditions that wait for their value are in no document, so they are kept here.
  const [draft, setDraft] = useState(given);
  const filter = writeFilter(draft) === writeFilter(given) ? draft : given;
  const names = useNames(entity, filter);
  return (
    <FilterBuilder
      fields={entity.fields}
      filter={filter}
      names={names}
      without={WITHOUT}
      none={t("rule.condition.always")}
      change={(next) => {
        setDraft(next);
        set(toSaved(next, context) ?? undefined);
      }}
    />
  );
}

/** A rule acts for nobody, so that nothing in it can be "mine". */
const WITHOUT = new Set(["me"] as const);

/** A condition that is clicked together like a filter of a list, or written where it says more than that can. */
export function ConditionEditor({ entity, condition, label, set }: Props) {
  const { t } = useLanguage();
  const { filter, reads } = useReadable(entity, condition);
  const [written, setWritten] = useState(false);
  const writes = written || !reads;
  const text = typeof condition === "string" ? condition : "";
  return (
    <div className={css.condition}>
      <Segmented<"click" | "write">
        size="small"
        aria-label={label}
        value={writes ? "write" : "click"}
        options={[
          { value: "click", label: t("rule.condition.click"), disabled: !reads },
          { value: "write", label: t("rule.condition.write") },
        ]}
        onChange={(mode) => setWritten(mode === "write")}
      />
      {writes ? (
        <>
          <ExpressionInput
            entity={entity.code}
            draft
            expects="boolean"
            label={label}
            value={text}
            onChange={(next) => {
              // Who writes goes on writing, also where what stands there by now could be clicked.
              setWritten(true);
              set(next === "" ? undefined : next);
            }}
          />
          <span className="faint">{reads ? t("rule.condition.writeHint") : t("rule.condition.cannotClick")}</span>
        </>
      ) : (
        <Clicked entity={entity} filter={filter} set={set} />
      )}
    </div>
  );
}
