import { useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { type DefinitionInfo, discardDraft } from "@/api/definitions";
import { keys } from "@/api/keys";
import { useToast } from "@/app/toast";
import { labelText, useLanguage } from "@/i18n";
import css from "./apps.module.css";

type Props = { drafts: DefinitionInfo[]; publish: () => void };

/** What is changed and not yet published: to be published, or thrown away. */
export function DraftsBar({ drafts, publish }: Props) {
  const { t, language } = useLanguage();
  const { modal } = App.useApp();
  const toast = useToast();
  const cache = useQueryClient();
  const discard = async () => {
    try {
      for (const draft of drafts) await discardDraft(draft.kind, draft.code);
      toast.done(t("builder.app.discarded"));
    } catch (error) {
      toast.failed(error);
    }
    await cache.invalidateQueries({ queryKey: keys.allDefinitions });
  };
  const names = [...new Set(drafts.map((draft) => labelText(draft.label, language)))].join(t("builder.app.comma"));
  const ask = () =>
    void modal.confirm({
      title: t("builder.app.discardTitle"),
      content: t("builder.app.discardText", { names }),
      okText: t("builder.app.discard"),
      cancelText: t("common.cancel"),
      okButtonProps: { danger: true },
      onOk: discard,
    });
  return (
    <section className={css.drafts} aria-label={t("builder.publishTitle")}>
      <span>
        {t("builder.app.draftsBar", { n: drafts.length })} <span className="muted">{names}</span>
      </span>
      <span className={css.space} />
      <Button onClick={ask}>{t("builder.app.discard")}</Button>
      <Button type="primary" onClick={publish}>
        {t("builder.publish")}
      </Button>
    </section>
  );
}
