import { Input, type InputRef } from "antd";
import { type RefObject, useId, useLayoutEffect, useRef } from "react";
import type { Words } from "@/core/layout/layout";
import { useLanguage } from "@/i18n";
import css from "./properties.module.css";
import { useTyped } from "./simple-editors";

type Props = {
  name: string;
  value: Words | undefined;
  set: (words: Words) => void;
  /** After the last key: when the field is left, or Enter is pressed. */
  done?: (text: string) => void;
  /** Set where the next thing typed shall be this name; taken back once the focus is here. */
  wanted?: RefObject<boolean>;
};

/** A name in the language that one builds in. A blank one is not taken: the old one stays until something is typed. */
export function LabelField({ name, value, set, done, wanted }: Props) {
  const { language } = useLanguage();
  const id = useId();
  const other = language === "zh" ? "en" : "zh";
  const input = useRef<InputRef>(null);
  // Not later: an effect that still waits from an earlier drawing would take the wish for the field before.
  useLayoutEffect(() => {
    if (!wanted?.current) return;
    wanted.current = false;
    input.current?.focus({ cursor: "all" });
  });
  const [typed, setTyped] = useTyped(value?.[language] ?? value?.[other] ?? "");
  return (
    <div className={css.property}>
      <label htmlFor={id}>{name}</label>
      <Input
        id={id}
        ref={input}
        value={typed}
        maxLength={200}
        data-label
        onChange={(event) => {
          setTyped(event.target.value);
          if (event.target.value.trim() !== "") set({ ...value, [language]: event.target.value });
        }}
        onBlur={() => {
          if (typed.trim() === "") setTyped(value?.[language] ?? "");
          else done?.(typed.trim());
        }}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) event.currentTarget.blur();
        }}
      />
    </div>
  );
}
