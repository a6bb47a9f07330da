import type { InputRef } from "antd";
import { useCallback, useMemo, useRef, useState } from "react";
import { useToast } from "@/app/toast";
import { isPlaced, move, type Place, partsOf, placeOf, resize } from "@/core/layout/layout";
import { labelText, useLanguage } from "@/i18n";
import { asInfo, END } from "../model/design";
import { PropertiesPanel } from "../properties/properties-panel";
import { Canvas, type Stage, widthOf } from "./canvas";
import css from "./canvas.module.css";
import page from "./designer.module.css";
import { DesignerBar, type Mode } from "./designer-bar";
import { issuesByKey } from "./issues";
import { place } from "./new-parts";
import { Palette } from "./palette";
import { ENTRIES, type Entry } from "./palette-entries";
import { Preview } from "./preview";
import { QuickAdd } from "./quick-add";
import type { Designer } from "./use-designer";
import { useDrop } from "./use-drop";
import { useKeys } from "./use-keys";
import { useSelection } from "./use-selection";

type Props = { app: string; designer: Designer; editing: string | null };

/** The form builder: what can be added at the left, the form in the middle, what is selected at the right. */
export function DesignerView({ app, designer, editing }: Props) {
  const { t, language } = useLanguage();
  const { design, edit } = designer;
  const [mode, setMode] = useState<Mode>("design");
  const [phone, setPhone] = useState(false);
  const [adding, setAdding] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const label = useRef<InputRef>(null);
  const selection = useSelection(design.layout);
  const { selected, only } = selection;
  const toast = useToast();

  const focus = useCallback((key: string | null) => {
    requestAnimationFrame(() =>
      root.current?.querySelector<HTMLElement>(`[data-part="${CSS.escape(key ?? "")}"]`)?.focus(),
    );
  }, []);
  const rename = useCallback(() => requestAnimationFrame(() => label.current?.focus({ cursor: "all" })), []);
  const fields = useMemo(() => new Map(design.entity.fields.map((field) => [field.code, asInfo(field)])), [design]);
  const wrong = useMemo(() => issuesByKey(designer.issues, design), [designer.issues, design]);

  const behind = (): Place => {
    const last = selection.order.findLast((key) => selected.has(key));
    const at = last === undefined ? null : placeOf(design.layout, last);
    const part =
      last === undefined ? undefined : partsOf(design.layout).find((one) => "items" in one && one.code === last);
    if (part && "items" in part) return { list: part.code, at: part.items.length };
    return at ? { ...at, at: at.at + 1 } : END(design);
  };
  const add = (entry: Entry, at: Place = behind()) => {
    const made = place(design, entry, at, t, language);
    edit(() => made.design);
    only(made.key);
    setAdding(false);
    rename();
  };
  const hover = useDrop((dragged, at) => {
    if ("keys" in dragged) {
      edit((one) => ({ ...one, layout: move(one.layout, new Set(dragged.keys), at) }));
      selection.set(dragged.keys);
      return;
    }
    const entry = ENTRIES.find((one) => one.key === dragged.entry);
    if (entry) add(entry, at);
  });
  const stage: Stage = useMemo(
    () => ({
      fields,
      selected,
      wrong,
      focus: selection.focus,
      select: selection.select,
      resize: (key, span) => edit((one) => ({ ...one, layout: resize(one.layout, key, span) }), `resize:${key}`),
      phone,
    }),
    [fields, selected, wrong, selection.focus, selection.select, edit, phone],
  );
  const spanOf = (key: string) => {
    const part = partsOf(design.layout).find((one) => isPlaced(one) && one.field === key);
    return part && isPlaced(part) ? widthOf(part, stage) : 24;
  };
  const keys = useKeys({ designer, selection, widthOf: spanOf, openAdd: () => setAdding(true), rename, focus });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that reach here from whatever is focused inside
    <div ref={root} className={page.page} onKeyDown={mode === "design" ? keys : undefined}>
      <DesignerBar
        app={app}
        designer={designer}
        mode={mode}
        setMode={setMode}
        phone={phone}
        setPhone={setPhone}
        editing={editing}
        show={(key) => {
          only(key);
          focus(key);
        }}
        failed={toast.failed}
      />
      {mode === "preview" ? (
        <div className={page.body}>
          <div className={page.stage}>
            <Preview design={design} phone={phone} />
          </div>
        </div>
      ) : (
        <div className={page.body}>
          <Palette add={(entry) => add(entry)} />
          <div className={page.stage}>
            <Canvas
              layout={design.layout}
              stage={stage}
              clear={() => only(null)}
              name={labelText(design.entity.label, language)}
            />
          </div>
          <PropertiesPanel designer={designer} stage={stage} labelRef={label} recoded={selection.rename} />
        </div>
      )}
      {hover && <div className={css.line} style={hover.line} data-testid="insertion-line" />}
      {adding && <QuickAdd add={(entry) => add(entry)} close={() => setAdding(false)} />}
    </div>
  );
}
