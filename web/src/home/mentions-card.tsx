import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { readMentions } from "@/api/comments";
import { keys } from "@/api/keys";
import { paths } from "@/app/paths";
import { Person } from "@/field/people";
import { useFormats } from "@/field/use-formats";
import { useLanguage } from "@/i18n";
import { pieces } from "@/timeline/mentions";
import css from "./home.module.css";

/** Where colleagues spoke to this person. */
export function MentionsCard() {
  const { t } = useLanguage();
  const formats = useFormats();
  const mentions = useQuery({ queryKey: keys.mentions, queryFn: ({ signal }) => readMentions(signal) });
  const items = mentions.data?.items ?? [];
  if (mentions.isPending) return null;
  if (items.length === 0) return <p className={css.quiet}>{t("home.noMentions")}</p>;
  return (
    <>
      {items.map(({ entity, record, comment }) => (
        <Link key={comment.id} to={paths.record(entity, record)} className={css.link}>
          <Person id={comment.by.id} name={comment.by.name} />
          <span className="ellipsis">
            {pieces(comment.text, comment.mentions)
              .map((piece) => ("text" in piece ? piece.text : `@${piece.member.name}`))
              .join("")}
          </span>
          <time dateTime={comment.at} className="faint" title={formats.moment(comment.at)}>
            {formats.relative(comment.at)}
          </time>
        </Link>
      ))}
    </>
  );
}
