import { useQueryClient } from "@tanstack/react-query";
import { Button, Tooltip } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { type CommentInfo, deleteComment, editComment } from "@/api/comments";
import { keys } from "@/api/keys";
import type { EntityInfo, Row } from "@/api/types";
import { paths } from "@/app/paths";
import { useMe } from "@/app/signed-in";
import { useToast } from "@/app/toast";
import { isBlank } from "@/core/value";
import { RowValue } from "@/field/field-value";
import { Person } from "@/field/people";
import { RichText } from "@/field/rich-text";
import { useFormats } from "@/field/use-formats";
import { FileList } from "@/files/file-list";
import { labelText, useLanguage } from "@/i18n";
import history from "@/record/history.module.css";
import type { ActivityLog } from "./activities";
import { CommentInput } from "./comment-input";
import { pieces } from "./mentions";
import css from "./timeline.module.css";

function Time({ at }: { at: string }) {
  const formats = useFormats();
  return (
    <Tooltip title={formats.moment(at)}>
      <time dateTime={at} className={history.time}>
        {formats.relative(at)}
      </time>
    </Tooltip>
  );
}

/** What a member said, with the names of those it speaks to. */
export function CommentText({ comment }: { comment: CommentInfo }) {
  let at = 0;
  return (
    <p className={css.words}>
      {pieces(comment.text, comment.mentions).map((piece) => {
        at += 1;
        return "text" in piece ? (
          <span key={at}>{piece.text}</span>
        ) : (
          <span key={at} className={css.mention}>
            @{piece.member.name}
          </span>
        );
      })}
    </p>
  );
}

type CommentProps = { entity: EntityInfo; record: string; comment: CommentInfo };

function useComment({ entity, record, comment }: CommentProps) {
  const toast = useToast();
  const cache = useQueryClient();
  const attempt = async (work: Promise<unknown>) => {
    try {
      await work;
      await cache.invalidateQueries({ queryKey: keys.comments(entity.code, record) });
      return true;
    } catch (error) {
      toast.failed(error);
      return false;
    }
  };
  return {
    edit: (text: string) => attempt(editComment(entity.code, record, comment.id, text)),
    remove: () => attempt(deleteComment(entity.code, record, comment.id)),
  };
}

export function CommentEntry(props: CommentProps) {
  const { comment } = props;
  const { t } = useLanguage();
  const me = useMe();
  const { edit, remove } = useComment(props);
  const [editing, setEditing] = useState(false);
  const [asking, setAsking] = useState(false);
  const mine = comment.by.id === me.member.id;
  if (editing) {
    const leave = () => setEditing(false);
    return (
      <li className={history.entry}>
        <CommentInput
          sent={comment.text}
          wordless={comment.files.length > 0}
          cancel={leave}
          send={async (text) => {
            const saved = await edit(text);
            if (saved) leave();
            return false;
          }}
        />
      </li>
    );
  }
  return (
    <li className={history.entry}>
      <div className={history.head}>
        <Person id={comment.by.id} name={comment.by.name} />
        <span className="muted">{t("timeline.said")}</span>
        {comment.editedAt && <span className="faint">{t("timeline.edited")}</span>}
        <Time at={comment.at} />
      </div>
      {comment.text !== "" && <CommentText comment={comment} />}
      {comment.files.length > 0 && <FileList files={comment.files} />}
      <div className={css.tools}>
        {mine && (
          <Button type="link" size="small" onClick={() => setEditing(true)}>
            {t("common.edit")}
          </Button>
        )}
        {(mine || me.admin) && !asking && (
          <Button type="link" size="small" onClick={() => setAsking(true)}>
            {t("common.delete")}
          </Button>
        )}
        {asking && (
          <>
            <span className="muted">{t("timeline.deleteForEver")}</span>
            <Button type="link" danger size="small" onClick={() => void remove()}>
              {t("common.delete")}
            </Button>
            <Button type="link" size="small" onClick={() => setAsking(false)}>
              {t("common.cancel")}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

export function ActivityEntry({ log, row }: { log: ActivityLog; row: Row }) {
  const { t, language } = useLanguage();
  const owner = log.entity.fields.find((field) => field.code === "owner");
  const text = row.values[log.text.code] ?? null;
  const next = [log.nextStep, log.nextAt].filter((field) => field && !isBlank(row.values[field.code]));
  return (
    <li className={history.entry}>
      <div className={history.head}>
        {owner && !isBlank(row.values.owner) && <RowValue field={owner} row={row} />}
        {log.kind && !isBlank(row.values[log.kind.code]) ? (
          <RowValue field={log.kind} row={row} />
        ) : (
          <span>{labelText(log.entity.label, language)}</span>
        )}
        <Time at={String(row.values[log.at.code])} />
      </div>
      {log.text.type === "rich_text" ? (
        <RichText html={String(text ?? "")} />
      ) : (
        <p className={css.words}>{String(text ?? "")}</p>
      )}
      {next.length > 0 && (
        <div className={css.nextLine}>
          <span className="muted">{t("timeline.next")}</span>
          {next.map((field) => field && <RowValue key={field.code} field={field} row={row} />)}
        </div>
      )}
      <div className={css.tools}>
        <Link to={paths.record(log.entity.code, row.id)}>{t("timeline.open")}</Link>
      </div>
    </li>
  );
}
