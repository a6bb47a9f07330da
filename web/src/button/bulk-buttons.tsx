import { DownOutlined } from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { type ButtonInfo, MOST_PRESSED, pressButtonForMany } from "@/api/buttons";
import { entitiesQuery } from "@/api/catalogue";
import { keys } from "@/api/keys";
import type { EntityInfo } from "@/api/types";
import { useToast } from "@/app/toast";
import { formatDecimal } from "@/core/decimal";
import type { Value } from "@/core/value";
import { labelText, useLanguage } from "@/i18n";
import { issuesByField } from "@/record/issues";
import { iconOf } from "./one-button";
import { PressDialog } from "./press-dialog";
import { useEntityButtons } from "./use-buttons";

/** Whether a press is done by the server alone, so that it may be for many. */
const isForMany = ({ action }: ButtonInfo) =>
  action.type === "set" || action.type === "run" || (action.type === "create" && action.atOnce);

type Props = {
  entity: EntityInfo;
  /** The chosen records; null where all are meant that a list finds. */
  ids: string[] | null;
  done: () => void;
};

function usePressMany({ ids, done }: Props) {
  const { t, language } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const say = (button: ButtonInfo, count: number, left: number, batch: string | undefined) => {
    const name = labelText(button.label, language);
    const [n, rest] = [formatDecimal(count), formatDecimal(left)];
    if (count === 0 && left > 0) toast.refused(t("button.noneFits", { name }));
    else toast.done(t(left > 0 ? "button.doneSome" : "button.doneMany", { name, n, left: rest }), batch);
  };
  /** Gives what keeps it from being done; null where it is done. */
  return async (button: ButtonInfo, values: Record<string, Value>): Promise<unknown> => {
    try {
      const pressed = await pressButtonForMany(button, ids ?? [], values);
      say(button, pressed.done, pressed.left, pressed.batch);
      done();
      const touched = new Set([button.entity, pressed.entity]);
      await Promise.all([...touched].map((code) => cache.invalidateQueries({ queryKey: keys.records(code) })));
      return null;
    } catch (failure) {
      return failure;
    }
  };
}

type Asking = { button: ButtonInfo; of: EntityInfo; failure?: unknown };

/** The buttons of an entity for several of its records at once, in the bar below a list. */
export function BulkButtons(props: Props) {
  const { entity, ids } = props;
  const { t, language } = useLanguage();
  const toast = useToast();
  const entities = useQuery(entitiesQuery).data ?? [];
  const buttons = useEntityButtons(entity.code).filter(isForMany);
  const [asking, setAsking] = useState<Asking | null>(null);
  const press = usePressMany(props);
  if (buttons.length === 0 || ids === null || ids.length > MOST_PRESSED) return null;
  const begin = async (button: ButtonInfo) => {
    const of = entities.find((one) => one.code === button.action.entity) ?? entity;
    if (button.confirm || button.action.ask?.length) return setAsking({ button, of });
    const failure = await press(button, {});
    if (failure === null) return;
    const codes = of.fields.map((field) => field.code);
    if (issuesByField(failure, codes).size > 0) setAsking({ button, of, failure });
    else toast.failed(failure);
  };
  const items = buttons.map((button) => ({
    key: button.code,
    icon: iconOf(button),
    danger: button.tone === "danger",
    label: labelText(button.label, language),
    onClick: () => void begin(button),
  }));
  return (
    <>
      <Dropdown menu={{ items }} trigger={["click"]} placement="top">
        <Button icon={<DownOutlined />} iconPlacement="end">
          {t("button.title")}
        </Button>
      </Dropdown>
      {asking && (
        <PressDialog
          question={{
            button: asking.button,
            entity: asking.of,
            before: asking.button.action.type === "set" ? {} : undefined,
            preview: { values: {}, labels: {} },
            many: ids.length,
          }}
          failure={asking.failure}
          press={(values) => press(asking.button, values)}
          close={() => setAsking(null)}
        />
      )}
    </>
  );
}
