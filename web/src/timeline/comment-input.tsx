import { useQuery } from "@tanstack/react-query";
import { Button, Mentions } from "antd";
import { useMemo, useState } from "react";
import { membersQuery } from "@/api/catalogue";
import { useLanguage } from "@/i18n";
import { toSent, toTyped, typedNames } from "./mentions";
import css from "./timeline.module.css";

type Props = {
  /** What is there already, as it was sent. */
  sent?: string;
  send: (text: string) => Promise<boolean>;
  cancel?: () => void;
};

/** A comment being written: `@` offers the members, Ctrl+Enter sends. */
export function CommentInput({ sent = "", send, cancel }: Props) {
  const { t } = useLanguage();
  const members = useQuery(membersQuery);
  const names = useMemo(() => typedNames(members.data ?? []), [members.data]);
  const [typed, setTyped] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const text = typed ?? toTyped(sent, names);
  const submit = async () => {
    if (text.trim() === "" || busy) return;
    setBusy(true);
    if (await send(toSent(text, names))) setTyped("");
    setBusy(false);
  };
  return (
    <div className={css.comment}>
      <Mentions
        aria-label={t("timeline.comment")}
        placeholder={t("timeline.commentHint")}
        autoSize={{ minRows: 2, maxRows: 10 }}
        value={text}
        options={[...names].map(([name, member]) => ({ value: name, label: member.name, key: member.id }))}
        onChange={setTyped}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void submit();
        }}
      />
      <div className={css.buttons}>
        {cancel && (
          <Button size="small" onClick={cancel}>
            {t("common.cancel")}
          </Button>
        )}
        <Button type="primary" size="small" disabled={text.trim() === ""} loading={busy} onClick={() => void submit()}>
          {t("timeline.send")}
        </Button>
      </div>
    </div>
  );
}
