import { SearchOutlined } from "@ant-design/icons";
import { Input, type InputRef } from "antd";
import { useEffect, useRef, useState } from "react";
import { useLanguage } from "@/i18n";
import { useShortcut } from "@/shortcuts/use-shortcut";

type Props = { name: string; search: string; change: (search: string) => void };

/** Search as one types; "/" jumps here from anywhere on the page. A composing input method is left alone. */
export function SearchBox({ name, search, change }: Props) {
  const { t } = useLanguage();
  const input = useRef<InputRef>(null);
  const [typed, setTyped] = useState(search);
  const composing = useRef(false);
  const latest = useRef(change);
  latest.current = change;
  useEffect(() => setTyped(search), [search]);
  useEffect(() => {
    if (typed === search) return;
    const timer = setTimeout(() => !composing.current && latest.current(typed), 250);
    return () => clearTimeout(timer);
  }, [typed, search]);
  useShortcut("search", () => input.current?.focus({ cursor: "all" }));
  return (
    <Input
      ref={input}
      value={typed}
      allowClear
      prefix={<SearchOutlined />}
      placeholder={t("list.searchIn", { name })}
      aria-label={t("list.searchIn", { name })}
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        latest.current(event.currentTarget.value);
      }}
      onPressEnter={() => latest.current(typed)}
    />
  );
}
