import { useState } from "react";
import { usePhone } from "@/app/use-phone";
import { labelText, useLanguage } from "@/i18n";
import type { Mode } from "../draft/work-bar";
import { PropertiesPanel } from "../properties/properties-panel";
import { usePartFocus } from "../use-part-focus";
import { Canvas } from "./canvas";
import css from "./canvas.module.css";
import page from "./designer.module.css";
import { DesignerBar } from "./designer-bar";
import { Palette } from "./palette";
import { Preview } from "./preview";
import { QuickAdd } from "./quick-add";
import type { Designer } from "./use-designer";
import { useKeys } from "./use-keys";
import { useStage } from "./use-stage";

type Props = { app: string; designer: Designer; editing: string | null };

/** The form builder: what can be added at the left, the form in the middle, what is selected at the right. */
export function DesignerView({ app, designer, editing }: Props) {
  const { language } = useLanguage();
  const { design } = designer;
  const [mode, setMode] = useState<Mode>("design");
  const [phone, setPhone] = useState(usePhone());
  const [adding, setAdding] = useState(false);
  const { root, focus, recoded } = usePartFocus();
  const { stage, selection, hover, add, rename, wanted, spanOf } = useStage(designer, phone);
  const openAdd = () => setAdding(true);
  const keys = useKeys({ designer, selection, widthOf: spanOf, openAdd, rename, focus }, mode === "design" && !adding);
  const show = (key: string) => {
    selection.only(key);
    focus(key);
  };
  const renamed = (from: string, to: string) => {
    selection.rename(from, to);
    recoded(from, to);
  };
  const bar = { app, designer, mode, setMode, phone, setPhone, editing, show };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that reach here from whatever is focused inside
    <div ref={root} className={page.page} onKeyDown={mode === "design" ? keys : undefined}>
      <DesignerBar {...bar} />
      <div className={page.body}>
        {mode === "design" && <Palette add={(entry) => add(entry)} />}
        <div className={page.stage}>
          {mode === "preview" ? (
            <Preview designer={designer} phone={phone} />
          ) : (
            <Canvas
              layout={design.layout}
              stage={stage}
              clear={() => selection.only(null)}
              name={labelText(design.entity.label, language)}
            />
          )}
        </div>
        {mode === "design" && <PropertiesPanel designer={designer} stage={stage} wanted={wanted} recoded={renamed} />}
      </div>
      {hover && <div className={css.line} style={hover.line} data-testid="insertion-line" />}
      {adding && (
        <QuickAdd
          add={(entry) => {
            setAdding(false);
            add(entry);
          }}
          close={() => setAdding(false)}
        />
      )}
    </div>
  );
}
