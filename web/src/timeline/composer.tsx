import { useQueryClient } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useState } from "react";
import { addComment } from "@/api/comments";
import { keys } from "@/api/keys";
import type { EntityInfo, Row } from "@/api/types";
import { useToast } from "@/app/toast";
import { useWhenGiven } from "@/files/given-files";
import { labelText, useLanguage } from "@/i18n";
import { type ActivityLog, isComposable } from "./activities";
import { ActivityInput } from "./activity-input";
import { CommentInput } from "./comment-input";
import css from "./timeline.module.css";

const COMMENT = "comment";

/** Adds to a timeline: an activity of one of its logs, or a comment. */
export function Composer({ entity, row, logs }: { entity: EntityInfo; row: Row; logs: ActivityLog[] }) {
  const { t, language } = useLanguage();
  const toast = useToast();
  const cache = useQueryClient();
  const own = logs.filter(isComposable);
  const [chosen, setChosen] = useState<string | null>(null);
  useWhenGiven(() => setChosen(COMMENT));
  const tab = chosen ?? own[0]?.entity.code ?? COMMENT;
  const log = own.find((one) => one.entity.code === tab);
  const send = async (text: string, files: string[]) => {
    try {
      await addComment(entity.code, row.id, text, files);
      await cache.invalidateQueries({ queryKey: keys.comments(entity.code, row.id) });
      return true;
    } catch (error) {
      toast.failed(error);
      return false;
    }
  };
  return (
    <div className={css.composer}>
      {own.length > 0 && (
        <Segmented
          block
          value={tab}
          options={[
            ...own.map((one) => ({
              value: one.entity.code,
              label: t("timeline.logOf", { name: labelText(one.entity.label, language) }),
            })),
            { value: COMMENT, label: t("timeline.comment") },
          ]}
          onChange={setChosen}
        />
      )}
      {log ? (
        <ActivityInput key={log.entity.code} log={log} entity={entity} target={row} />
      ) : (
        <CommentInput send={send} attach />
      )}
    </div>
  );
}
