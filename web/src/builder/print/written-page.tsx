import { useQuery } from "@tanstack/react-query";
import type { JSONContent } from "@tiptap/core";
import type { Editor } from "@tiptap/react";
import { Alert, Segmented } from "antd";
import { type ComponentType, useEffect, useRef, useState } from "react";
import { Link, useParams } from "react-router";
import { entitiesQuery } from "@/api/catalogue";
import { type Document, definitionsQuery } from "@/api/definitions";
import type { EntityInfo } from "@/api/types";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { PageSkeleton } from "@/app/skeleton";
import { usePhone } from "@/app/use-phone";
import type { Words } from "@/core/layout/layout";
import { labelText, useLanguage } from "@/i18n";
import { BuildersOnly } from "../builders-only";
import type { DocumentCopy } from "../draft/one-document";
import { useCompany } from "../draft/use-company";
import { useDraft, type Work } from "../draft/use-draft";
import { usePublishing } from "../draft/use-publishing";
import { useUndoKeys } from "../draft/use-undo-keys";
import type { Ways } from "../draft/ways";
import { WorkBar } from "../draft/work-bar";
import { PublishDialog } from "../publish/publish-dialog";
import type { PrintDoc } from "./model";
import { PartSettings } from "./part-settings";
import { Preview } from "./preview";
import css from "./print.module.css";
import { Toolbar } from "./toolbar";
import { useWriter } from "./use-writer";

/** A definition that is written as a page over the records of an entity. */
export type Written = Document & { code: string; label: Words; entity: string; body: JSONContent };

/** What differs between those that are written. */
export type WrittenKind<D extends Written> = {
  ways: Ways<D, DocumentCopy<D>>;
  texts: { name: "print.name" | "mailTemplate.name"; missing: "print.missing" | "mailTemplate.missing" };
  /** What one writes on. */
  Sheet: ComponentType<{ doc: D; editor: Editor }>;
  /** The page that the preview shows; null while it cannot be read. */
  asPage: (doc: D) => PrintDoc | null;
  /** Whether it goes out as a mail, which knows less than paper. */
  mail?: boolean;
  /** What stands in the bar beside its name. */
  Bar?: ComponentType<{ doc: D; change: Work<D>["edit"] }>;
  /** What stands above the sheet. */
  Above?: ComponentType<{ doc: D; change: Work<D>["edit"]; entities: EntityInfo[] }>;
};

type DeskProps<D extends Written> = {
  kind: WrittenKind<D>;
  work: Work<D>;
  entity: EntityInfo;
  entities: EntityInfo[];
};

/** What one writes, and beside it what is chosen and what it gives; on a phone one after the other. */
function Desk<D extends Written>({ kind, work, entity, entities }: DeskProps<D>) {
  const { t } = useLanguage();
  const { design: doc, edit, undo, redo } = work;
  const { Sheet, Above } = kind;
  const phone = usePhone();
  const [shown, setShown] = useState<"sheet" | "preview">("sheet");
  const write = (body: JSONContent, tag: string) => edit((now) => ({ ...now, body }), tag);
  const editor = useWriter({ body: doc.body, entity: doc.entity, entities, write, undo, redo });
  const given = { editor, entities, entity: doc.entity };
  const page = kind.asPage(doc);
  return (
    <>
      {Above && <Above doc={doc} change={edit} entities={entities} />}
      {phone && (
        <Segmented
          block
          value={shown}
          options={(["sheet", "preview"] as const).map((value) => ({ value, label: t(`print.${value}`) }))}
          onChange={setShown}
        />
      )}
      <div className={css.columns}>
        {(!phone || shown === "sheet") && (
          <div className={css.writer}>
            <Toolbar {...given} mail={kind.mail} />
            <Sheet doc={doc} editor={editor} />
            {phone && <PartSettings {...given} />}
          </div>
        )}
        <div className={css.aside}>
          {!phone && <PartSettings {...given} />}
          {(!phone || shown === "preview") && page && <Preview doc={page} entity={entity} mail={kind.mail ?? false} />}
        </div>
      </div>
    </>
  );
}

type LoadedProps<D extends Written> = Omit<DeskProps<D>, "work"> & { app: string; first: DocumentCopy<D> };

function Loaded<D extends Written>({ kind, app, first, entity, entities }: LoadedProps<D>) {
  const { t, language } = useLanguage();
  const { Bar } = kind;
  const company = useCompany();
  const work = useDraft({ app, code: first.doc.code, ways: kind.ways, first, met: company.met });
  const publishing = usePublishing(work);
  const keys = useUndoKeys(work.undo, work.redo);
  const doc = work.design;
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which an effect must not return: it would be called to clean up.
    void top.current?.scrollIntoView();
  }, []);
  const rename = (name: string) => work.edit((now) => ({ ...now, label: { ...now.label, [language]: name } }), "label");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that reach here from whatever is focused inside
    <div ref={top} onKeyDown={keys}>
      <WorkBar
        app={app}
        work={work}
        name={labelText(doc.label, language)}
        rename={{ label: t(kind.texts.name), set: rename }}
        editing={company.name}
        publish={publishing.begin}
      >
        {Bar && <Bar doc={doc} change={work.edit} />}
      </WorkBar>
      <div className={css.page}>
        {work.issues.map((issue) => (
          <Alert key={issue.path + issue.message} type="warning" showIcon title={issue.message} />
        ))}
        <Desk kind={kind} work={work} entity={entity} entities={entities} />
      </div>
      {publishing.open && <PublishDialog app={app} close={publishing.close} wayTo={() => null} />}
    </div>
  );
}

function Found<D extends Written>({ kind }: { kind: WrittenKind<D> }) {
  const { t } = useLanguage();
  const { app = "", code = "" } = useParams();
  const definitions = useQuery(definitionsQuery(app));
  const entities = useQuery(entitiesQuery);
  if (definitions.isPending || entities.isPending) return <PageSkeleton />;
  if (definitions.isError) return <Failure error={definitions.error} retry={() => void definitions.refetch()} />;
  if (entities.isError) return <Failure error={entities.error} retry={() => void entities.refetch()} />;
  const first = kind.ways.copyOf(definitions.data, code);
  const entity = entities.data.find((one) => one.code === first?.doc.entity);
  if (first === null || entity === undefined) {
    return <Empty title={t(kind.texts.missing)} action={<Link to={paths.buildApp(app)}>{t("print.back")}</Link>} />;
  }
  return <Loaded key={code} kind={kind} app={app} first={first} entity={entity} entities={entities.data} />;
}

/** The builder of what is written as a page: of paper, or of a mail. */
export function WrittenPage<D extends Written>({ kind }: { kind: WrittenKind<D> }) {
  return (
    <BuildersOnly>
      <Found kind={kind} />
    </BuildersOnly>
  );
}
