import { type Editor, EditorContent } from "@tiptap/react";
import type { EntityInfo } from "@/api/types";
import paper from "@/theme/paper.module.css";
import type { Work } from "../draft/use-draft";
import { type WrittenKind, WrittenPage } from "../print/written-page";
import css from "./mail.module.css";
import { asPage, MAIL_WAYS, type MailDoc } from "./model";
import { SubjectLine } from "./subject-line";

const Sheet = ({ editor }: { editor: Editor }) => (
  <div className={paper.desk}>
    <div className={`${paper.paper} ${css.sheet}`}>
      <EditorContent editor={editor} />
    </div>
  </div>
);

type AboveProps = { doc: MailDoc; change: Work<MailDoc>["edit"]; entities: EntityInfo[] };

const Subject = ({ doc, change, entities }: AboveProps) => (
  <SubjectLine
    value={doc.subject}
    set={(subject) => change((now) => ({ ...now, subject }), "subject")}
    entities={entities}
    entity={doc.entity}
  />
);

const MAIL: WrittenKind<MailDoc> = {
  ways: MAIL_WAYS,
  texts: { name: "mailTemplate.name", missing: "mailTemplate.missing" },
  Sheet,
  asPage,
  mail: true,
  Above: Subject,
};

/** The builder of a mail template. */
export function Component() {
  return <WrittenPage kind={MAIL} />;
}
