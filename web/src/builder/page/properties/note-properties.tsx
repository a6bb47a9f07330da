import { Input } from "antd";
import { useId } from "react";
import { useLanguage } from "@/i18n";
import css from "../../properties/properties.module.css";
import type { PropertiesProps } from "../kinds";

/** What the note says, in the language that one builds in. */
export function NoteProperties({ block, set }: PropertiesProps<"note">) {
  const { t, language } = useLanguage();
  const id = useId();
  const other = language === "zh" ? "en" : "zh";
  return (
    <div className={css.property}>
      <label htmlFor={id}>{t("page.build.noteText")}</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 3, maxRows: 12 }}
        maxLength={2000}
        value={block.text[language] ?? block.text[other] ?? ""}
        onChange={({ target }) =>
          target.value !== "" && set((one) => ({ ...one, text: { ...one.text, [language]: target.value } }), "text")
        }
      />
    </div>
  );
}
