import { Alert } from "antd";
import { LayoutView } from "./layout-view";
import { RecordForm } from "./record-form";
import type { Filling } from "./use-filling";
import type { StandardForm } from "./use-standard-form";

type Props = {
  filling: Pick<Filling, "fields" | "draft" | "set" | "issues" | "warnings">;
  /** Where the fields stand; without it one after the other. */
  standard?: StandardForm | null;
};

/** A form that follows its logic while somebody fills it in: what does not hold, and the fields as they are just now. */
export function FillingForm({ filling, standard }: Props) {
  const { fields, draft, set, issues, warnings } = filling;
  return (
    <>
      {warnings.map((text) => (
        <Alert key={text} type="warning" showIcon title={text} style={{ marginBottom: 16 }} />
      ))}
      <RecordForm
        fields={fields}
        draft={draft}
        set={set}
        issues={issues}
        layout={standard ? (place) => <LayoutView {...standard} place={place} /> : undefined}
      />
    </>
  );
}
