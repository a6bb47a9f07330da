import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { type ReactNode, useRef, useState } from "react";
import { entitiesQuery } from "@/api/catalogue";
import type { EntityInfo } from "@/api/types";
import { usePhone } from "@/app/use-phone";
import type { Place } from "@/core/layout/layout";
import { type Block, insert, move, placeOf } from "@/core/record-page";
import { labelText, useLanguage } from "@/i18n";
import { nameOf as nameBlock } from "@/record/blocks/registry";
import type { Work } from "../draft/use-draft";
import { usePublishing } from "../draft/use-publishing";
import { type Mode, WorkBar } from "../draft/work-bar";
import { useDrop } from "../form/use-drop";
import { PublishDialog } from "../publish/publish-dialog";
import { usePartFocus } from "../use-part-focus";
import { StageContext } from "./framing";
import { blockCodes, blockOfIssue, type Origin, type PageDesign } from "./model";
import css from "./page.module.css";
import { type Entry, listEntries, Palette, plainEntries } from "./palette";
import { PropertiesPanel } from "./properties-panel";
import { Sheet } from "./sheet";
import { usePageKeys } from "./use-page-keys";
import { NOBODY, useSample } from "./use-sample";

type Props = {
  origin: Origin;
  entity: EntityInfo;
  work: Work<PageDesign>;
  editing: string | null;
  /** Which of the entity's pages is built, and a way to the others. */
  pages: ReactNode;
};

/** Where a new block goes without being dragged: behind what is selected, else at the end of the left. */
function behind(design: PageDesign, selected: string | null): Place {
  const at = selected === null ? null : placeOf(design, selected);
  return at === null ? { list: "main", at: design.main.length } : { ...at, at: at.at + 1 };
}

/** What can be put on the page, put there. */
function useEntries({ work, entity }: Props, selected: string | null, select: (code: string) => void) {
  const { t, language } = useLanguage();
  const entities = useQuery(entitiesQuery).data ?? [];
  const plain = plainEntries(t);
  const lists = listEntries(entity, entities, language);
  const add = (entry: Entry, at?: Place) => {
    // Made of the design of this very moment: what is drawn may be older than what somebody else has just brought in.
    let code = "";
    work.edit((design) => {
      const block = entry.make({ design, t, language });
      code = block.code;
      return { ...design, ...insert(design, at ?? behind(design, selected), [block]) };
    });
    select(code);
  };
  return { plain, lists, add, entities };
}

/**
 * What is wrong with each block, in one sentence or more. Issues tell places of the page that was saved: they are looked up when they
 * arrive, so that they stay with their blocks while these are moved.
 */
function useWrong({ work, origin }: Props): ReadonlyMap<string, string> {
  const known = useRef<{ issues: typeof work.issues; wrong: Map<string, string> } | null>(null);
  if (known.current?.issues !== work.issues) {
    const wrong = new Map<string, string>();
    for (const { path, message } of work.issues) {
      const code = blockOfIssue(path, origin.code, work.design);
      if (code !== null) wrong.set(code, wrong.has(code) ? `${wrong.get(code)} ${message}` : message);
    }
    known.current = { issues: work.issues, wrong };
  }
  return known.current.wrong;
}

function SampleChoice({ sample }: { sample: ReturnType<typeof useSample> }) {
  const { t } = useLanguage();
  return (
    <div className={css.sample}>
      <span className="muted">{t("page.build.sample")}</span>
      <Select
        size="small"
        aria-label={t("page.build.sample")}
        value={sample.id}
        options={sample.options}
        placeholder={t("page.build.noSample")}
        disabled={sample.none}
        style={{ minWidth: 220 }}
        showSearch={{ filterOption: false, onSearch: sample.setSearch }}
        onChange={sample.choose}
      />
      {sample.none && <span className="faint">{t("page.build.noSampleText")}</span>}
    </div>
  );
}

/** Which block is selected, and the keyboard's way to it. */
function useChosen() {
  const [selected, select] = useState<string | null>(null);
  const { root, focus } = usePartFocus();
  const show = (code: string | null) => {
    select(code);
    focus(code);
  };
  return { selected, select, root, focus, show };
}

type Chosen = ReturnType<typeof useChosen>;

type BarProps = Props & {
  mode: Mode;
  setMode: (mode: Mode) => void;
  phone: boolean;
  setPhone: (phone: boolean) => void;
  show: (code: string | null) => void;
};

/** The bar over the builder, with publishing and the way to what keeps the page from it. */
function PageBar({ origin, entity, work, editing, pages, mode, setMode, phone, setPhone, show }: BarProps) {
  const { t, language } = useLanguage();
  const publishing = usePublishing(work);
  const wayTo = (path: string) => {
    if (!path.startsWith(`record_page/${origin.code}.`)) return null;
    return () => {
      publishing.close();
      setMode("design");
      show(blockOfIssue(path, origin.code, work.design));
    };
  };
  const name = t("page.build.title", { name: labelText(entity.label, language) });
  const look = { mode, setMode, phone, setPhone, preview: t("page.build.preview") };
  return (
    <>
      <WorkBar app={origin.app} work={work} name={name} editing={editing} publish={publishing.begin} look={look}>
        {pages}
      </WorkBar>
      {publishing.open && (
        <PublishDialog app={origin.app} entity={entity.code} close={publishing.close} wayTo={wayTo} />
      )}
    </>
  );
}

type StageProps = Props & { chosen: Chosen; phone: boolean; preview: boolean; nameOf: (block: Block) => string };

/** The page with a real record in it. */
function PageStage({ chosen, phone, preview, nameOf, ...props }: StageProps) {
  const { t } = useLanguage();
  const { entity, work } = props;
  const sample = useSample(entity);
  const wrong = useWrong(props);
  const { selected, select } = chosen;
  const focus = selected ?? blockCodes(work.design)[0] ?? null;
  const sheet = (
    <Sheet
      key={sample.row?.id ?? ""}
      entity={entity}
      row={sample.row ?? NOBODY}
      design={work.design}
      phone={phone}
      preview={preview}
    />
  );
  return (
    <div className={css.stage}>
      <SampleChoice sample={sample} />
      {preview ? (
        sheet
      ) : (
        // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same
        <div role="listbox" aria-label={t("page.build.canvas")} onClick={() => select(null)}>
          <StageContext value={{ selected, select, focus, wrong, nameOf, live: sample.row !== undefined }}>
            {sheet}
          </StageContext>
        </div>
      )}
    </div>
  );
}

/** The page builder: what can be added at the left, the page with a real record in the middle, what is selected at the right. */
export function PageView(props: Props) {
  const { origin, entity, work } = props;
  const { t, language } = useLanguage();
  const { design, edit } = work;
  const [mode, setMode] = useState<Mode>("design");
  const [phone, setPhone] = useState(usePhone());
  const chosen = useChosen();
  const { selected, select, focus } = chosen;
  const { plain, lists, add, entities } = useEntries(props, selected, select);
  const hover = useDrop((dragged, at) => {
    if ("keys" in dragged) {
      const [code = ""] = dragged.keys;
      edit((one) => ({ ...one, ...move(one, code, at) }));
      return select(code);
    }
    const entry = [...plain, ...lists].find((one) => one.key === dragged.entry);
    if (entry) add(entry, at);
  });
  const designing = mode === "design";
  const keys = usePageKeys({ work, selected, select, focus }, designing);
  const nameOf = (block: Block) => nameBlock(block, { t, language, entities });
  const reset = () => edit((one) => ({ ...one, ...origin.usual }));
  const building = { entity, entities, design, edit, selected, nameOf, reset, usual: origin.code === origin.entity };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that reach here from whatever is focused inside
    <div ref={chosen.root} className={css.page} onKeyDown={designing ? keys : undefined}>
      <PageBar {...props} mode={mode} setMode={setMode} phone={phone} setPhone={setPhone} show={chosen.show} />
      <div className={css.body}>
        {designing && <Palette plain={plain} lists={lists} design={design} add={(entry) => add(entry)} />}
        <PageStage {...props} chosen={chosen} phone={phone} preview={!designing} nameOf={nameOf} />
        {designing && <PropertiesPanel {...building} />}
      </div>
      {hover && <div className={css.line} style={hover.line} data-testid="insertion-line" />}
    </div>
  );
}
