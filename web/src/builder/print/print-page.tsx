import { useQuery } from "@tanstack/react-query";
import { type Editor, EditorContent, useEditor } from "@tiptap/react";
import { Alert, Button, Input, Segmented } from "antd";
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { Link, useParams } from "react-router";
import { entitiesQuery } from "@/api/catalogue";
import { type DefinitionInfo, definitionsQuery } from "@/api/definitions";
import type { EntityInfo } from "@/api/types";
import { Empty } from "@/app/empty";
import { Failure } from "@/app/failure";
import { paths } from "@/app/paths";
import { PageSkeleton } from "@/app/skeleton";
import { usePhone } from "@/app/use-phone";
import { labelText, useLanguage } from "@/i18n";
import paper from "@/theme/paper.module.css";
import apps from "../apps/apps.module.css";
import { BuildersOnly } from "../builders-only";
import { PublishDialog } from "../publish/publish-dialog";
import { useDefinitionDraft } from "../use-definition-draft";
import { extensions } from "./extensions";
import { docOf, marginsOf, type PrintDoc, paperOf, SIDES, SIZES, tidy } from "./model";
import { PageSetup } from "./page-setup";
import { PartSettings } from "./part-settings";
import { Preview } from "./preview";
import css from "./print.module.css";
import { saying } from "./say";
import { Toolbar } from "./toolbar";

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

type DeskProps = { doc: PrintDoc; entity: EntityInfo; entities: EntityInfo[]; write: (body: PrintDoc["body"]) => void };

function useWriter({ doc, entities, write }: DeskProps) {
  const { t, language } = useLanguage();
  const written = useRef(write);
  written.current = write;
  const parts = useMemo(
    () => extensions(saying(entities, doc.entity, t, language)),
    [entities, doc.entity, t, language],
  );
  const attributes = {
    role: "textbox",
    "aria-multiline": "true",
    "aria-label": t("print.sheet"),
    class: paper.sheet ?? "",
  };
  return useEditor(
    {
      extensions: parts,
      content: doc.body,
      editorProps: { attributes },
      onUpdate: (update) => written.current(update.editor.getJSON()),
    },
    [parts],
  );
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

/** What one writes, and beside it what is chosen and what it gives; on a phone one after the other. */
function Desk(props: DeskProps) {
  const { t } = useLanguage();
  const { doc, entity, entities } = props;
  const phone = usePhone();
  const [shown, setShown] = useState<"sheet" | "preview">("sheet");
  const editor = useWriter(props);
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

type LoadedProps = { app: string; info: DefinitionInfo; entity: EntityInfo; entities: EntityInfo[] };

function Loaded({ app, info, entity, entities }: LoadedProps) {
  const { t, language } = useLanguage();
  const { doc, change, issues, saved, joined } = useDefinitionDraft<PrintDoc>(app, info, tidy);
  const [publishing, setPublishing] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.scrollIntoView(), []);
  const rename = (name: string) => {
    if (name.trim() !== "") change((now) => ({ ...now, label: { ...now.label, [language]: name } }));
  };
  return (
    <div className={css.page} ref={top}>
      <div className={apps.head}>
        <span className={css.title}>
          <Link to={paths.buildApp(app)}>{t("print.back")}</Link>
          <Input
            variant="borderless"
            aria-label={t("print.name")}
            maxLength={60}
            defaultValue={labelText(doc.label, language)}
            onChange={(event) => rename(event.target.value)}
          />
        </span>
        <span className={apps.buttons}>
          <span className="faint" role="status">
            {t(saved ? "print.saved" : "print.saving")}
          </span>
          <PageSetup doc={doc} change={change} />
          <Button type="primary" disabled={!saved} onClick={() => setPublishing(true)}>
            {t("builder.publish")}
          </Button>
        </span>
      </div>
      {issues.map((issue) => (
        <Alert key={issue.path + issue.message} type="warning" showIcon title={issue.message} />
      ))}
      <Desk
        key={joined}
        doc={doc}
        entity={entity}
        entities={entities}
        write={(body) => change((now) => ({ ...now, body }))}
      />
      {publishing && <PublishDialog app={app} close={() => setPublishing(false)} wayTo={() => null} />}
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
  const info = definitions.data.find((one) => one.kind === "print_template" && one.code === code);
  const entity = entities.data.find((one) => one.code === docOf(info)?.entity);
  if (info === undefined || info.state === "deleted" || entity === undefined) {
    return <Empty title={t("print.missing")} action={<Link to={paths.buildApp(app)}>{t("print.back")}</Link>} />;
  }
  return <Loaded key={code} app={app} info={info} entity={entity} entities={entities.data} />;
}

export function Component() {
  return (
    <BuildersOnly>
      <PrintPage />
    </BuildersOnly>
  );
}
