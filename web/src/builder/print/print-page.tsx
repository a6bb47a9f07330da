import { useQuery } from "@tanstack/react-query";
import { type Editor, EditorContent } from "@tiptap/react";
import { Alert, Segmented } from "antd";
import { type RefObject, useEffect, useRef, useState } from "react";
import { Link, useParams } from "react-router";
import { entitiesQuery } from "@/api/catalogue";
import { definitionsQuery } from "@/api/definitions";
import type { EntityInfo } from "@/api/types";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { PageSkeleton } from "@/app/skeleton";
import { usePhone } from "@/app/use-phone";
import { labelText, useLanguage } from "@/i18n";
import paper from "@/theme/paper.module.css";
import { BuildersOnly } from "../builders-only";
import type { DocumentCopy } from "../draft/one-document";
import { useCompany } from "../draft/use-company";
import { useDraft, type Work } from "../draft/use-draft";
import { usePublishing } from "../draft/use-publishing";
import { useUndoKeys } from "../draft/use-undo-keys";
import { WorkBar } from "../draft/work-bar";
import { PublishDialog } from "../publish/publish-dialog";
import { marginsOf, PRINT_WAYS, type PrintDoc, paperOf, SIDES, SIZES } from "./model";
import { PageSetup } from "./page-setup";
import { PartSettings } from "./part-settings";
import { Preview } from "./preview";
import css from "./print.module.css";
import { Toolbar } from "./toolbar";
import { useWriter } from "./use-writer";

const DOTS_PER_MM = 96 / 25.4;

/** How large paper is drawn so that all its width is seen. */
function useFit(desk: RefObject<HTMLDivElement | null>, width: number): number {
  const [room, setRoom] = useState(0);
  useEffect(() => {
    const watch = new ResizeObserver(([seen]) => setRoom(seen?.contentRect.width ?? 0));
    if (desk.current) watch.observe(desk.current, { box: "border-box" });
    return () => watch.disconnect();
  }, [desk]);
  return room === 0 ? 1 : Math.min(1, room / (width * DOTS_PER_MM));
}

/** The sheet that one writes on, as wide as its paper. */
function Sheet({ doc, editor }: { doc: PrintDoc; editor: Editor }) {
  const desk = useRef<HTMLDivElement>(null);
  const { width, height } = SIZES[paperOf(doc)];
  const zoom = useFit(desk, width);
  const margins = marginsOf(doc);
  const style = {
    zoom,
    width: `${width}mm`,
    minHeight: `${height}mm`,
    padding: SIDES.map((side) => `${margins[side]}mm`).join(" "),
  };
  return (
    <div className={paper.desk} ref={desk}>
      <div className={paper.paper} style={style}>
        <EditorContent editor={editor} />
      </div>
    </div>
  );
}

type DeskProps = { work: Work<PrintDoc>; entity: EntityInfo; entities: EntityInfo[] };

/** What one writes, and beside it what is chosen and what it gives; on a phone one after the other. */
function Desk({ work, entity, entities }: DeskProps) {
  const { t } = useLanguage();
  const { design: doc, edit, undo, redo } = work;
  const phone = usePhone();
  const [shown, setShown] = useState<"sheet" | "preview">("sheet");
  const write = (body: PrintDoc["body"], tag: string) => edit((now) => ({ ...now, body }), tag);
  const editor = useWriter({ body: doc.body, entity: doc.entity, entities, write, undo, redo });
  const given = { editor, entities, entity: doc.entity };
  return (
    <>
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
            <Toolbar {...given} />
            <Sheet doc={doc} editor={editor} />
            {phone && <PartSettings {...given} />}
          </div>
        )}
        <div className={css.aside}>
          {!phone && <PartSettings {...given} />}
          {(!phone || shown === "preview") && <Preview doc={doc} entity={entity} />}
        </div>
      </div>
    </>
  );
}

type LoadedProps = { app: string; first: DocumentCopy<PrintDoc>; entity: EntityInfo; entities: EntityInfo[] };

function Loaded({ app, first, entity, entities }: LoadedProps) {
  const { t, language } = useLanguage();
  const company = useCompany();
  const work = useDraft({ app, code: first.doc.code, ways: PRINT_WAYS, first, met: company.met });
  const publishing = usePublishing(work);
  const keys = useUndoKeys(work.undo, work.redo);
  const doc = work.design;
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.scrollIntoView(), []);
  const rename = (name: string) => work.edit((now) => ({ ...now, label: { ...now.label, [language]: name } }), "label");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that reach here from whatever is focused inside
    <div ref={top} onKeyDown={keys}>
      <WorkBar
        app={app}
        work={work}
        name={labelText(doc.label, language)}
        rename={{ label: t("print.name"), set: rename }}
        editing={company.name}
        publish={publishing.begin}
      >
        <PageSetup doc={doc} change={work.edit} />
      </WorkBar>
      <div className={css.page}>
        {work.issues.map((issue) => (
          <Alert key={issue.path + issue.message} type="warning" showIcon title={issue.message} />
        ))}
        <Desk work={work} entity={entity} entities={entities} />
      </div>
      {publishing.open && <PublishDialog app={app} close={publishing.close} wayTo={() => null} />}
    </div>
  );
}

function PrintPage() {
  const { t } = useLanguage();
  const { app = "", code = "" } = useParams();
  const definitions = useQuery(definitionsQuery(app));
  const entities = useQuery(entitiesQuery);
  if (definitions.isPending || entities.isPending) return <PageSkeleton />;
  if (definitions.isError) return <Failure error={definitions.error} retry={() => void definitions.refetch()} />;
  if (entities.isError) return <Failure error={entities.error} retry={() => void entities.refetch()} />;
  const first = PRINT_WAYS.copyOf(definitions.data, code);
  const entity = entities.data.find((one) => one.code === first?.doc.entity);
  if (first === null || entity === undefined) {
    return <Empty title={t("print.missing")} action={<Link to={paths.buildApp(app)}>{t("print.back")}</Link>} />;
  }
  return <Loaded key={code} app={app} first={first} entity={entity} entities={entities.data} />;
}

export function Component() {
  return (
    <BuildersOnly>
      <PrintPage />
    </BuildersOnly>
  );
}
