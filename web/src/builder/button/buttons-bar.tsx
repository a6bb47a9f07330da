import { Button, Popover } from "antd";
import { labelText, useLanguage } from "@/i18n";
import type { useDraft } from "../draft/use-draft";
import { usePublishing } from "../draft/use-publishing";
import { WorkBar } from "../draft/work-bar";
import { PublishDialog } from "../publish/publish-dialog";
import type { Target } from "./actions";
import type { Buttons } from "./model";
import type { ButtonsCopy } from "./ways";

type Draft = ReturnType<typeof useDraft<Buttons, ButtonsCopy>>;
type Props = {
  app: string;
  entity: Target;
  draft: Draft;
  /** Who else is at work on these buttons. */
  editing: string | null;
  choose: (code: string) => void;
};

/** Of which button an issue tells, by its path, such as `button/win.set.values[0]`. */
const buttonOf = (path: string) => /^button\/([a-z0-9_]+)/.exec(path)?.[1] ?? null;

function Issues({ draft, choose }: Pick<Props, "draft" | "choose">) {
  const { t } = useLanguage();
  if (draft.issues.length === 0) return null;
  const list = (
    <ul style={{ maxWidth: 360, margin: 0, paddingInlineStart: 18 }}>
      {draft.issues.map((issue) => {
        const code = buttonOf(issue.path);
        return (
          <li key={issue.path + issue.message}>
            {issue.message}
            {code && (
              <Button type="link" size="small" onClick={() => choose(code)}>
                {t("builder.showPlace")}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
  return (
    <Popover content={list} trigger="click">
      <Button type="link" danger size="small">
        {t("buttonBuilder.issues", { n: draft.issues.length })}
      </Button>
    </Popover>
  );
}

/** Whether the work is saved, undo and redo, and publishing. */
export function ButtonsBar({ app, entity, draft, editing, choose }: Props) {
  const { t, language } = useLanguage();
  const publishing = usePublishing(draft);
  const wayTo = (path: string) => {
    const code = buttonOf(path);
    if (code === null || !draft.design.some((one) => one.code === code)) return null;
    return () => {
      publishing.close();
      choose(code);
    };
  };
  return (
    <>
      <WorkBar
        app={app}
        work={draft}
        name={t("buttonBuilder.pageTitle", { name: labelText(entity.label, language) })}
        editing={editing}
        publish={publishing.begin}
      >
        <Issues draft={draft} choose={choose} />
      </WorkBar>
      {publishing.open && <PublishDialog app={app} close={publishing.close} wayTo={wayTo} />}
    </>
  );
}
