import { CheckOutlined } from "@ant-design/icons";
import type { FieldInfo, OptionInfo } from "@/api/types";
import { texts, type Value } from "@/core/value";
import { labelText, useLanguage } from "@/i18n";
import css from "./stage-path.module.css";

type Props = { field: FieldInfo; value: Value; editable: boolean; change: (stage: string) => void };

function stateOf(option: OptionInfo, at: number, reached: number, current: OptionInfo | undefined): string {
  if (option === current) return option.end === "lost" ? "lost" : option.end === "won" ? "won" : "current";
  return at < reached && !option.end ? "passed" : "ahead";
}

/** Where the record stands on its way, its ends apart. A click moves it. */
export function StagePath({ field, value, editable, change }: Props) {
  const { t, language } = useLanguage();
  const options = field.options ?? [];
  const code = texts(value)[0];
  const reached = options.findIndex((option) => option.code === code);
  const current = options[reached];
  return (
    <ol className={css.path} aria-label={labelText(field.label, language)}>
      {options.map((option, at) => {
        const state = stateOf(option, at, reached, current);
        const name = labelText(option.label, language);
        return (
          <li
            key={option.code}
            className={css.step}
            data-state={state}
            ref={(node) => {
              if (option === current) node?.scrollIntoView?.({ block: "nearest", inline: "center" });
            }}
          >
            <button
              type="button"
              disabled={!editable || option === current || option.retired}
              aria-current={option === current ? "step" : undefined}
              title={option === current ? name : t("record.setStage", { stage: name })}
              onClick={() => change(option.code)}
            >
              {(state === "passed" || state === "won") && <CheckOutlined />}
              <span className="ellipsis">{name}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
