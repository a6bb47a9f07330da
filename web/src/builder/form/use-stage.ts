import { useCallback, useMemo, useRef, useState } from "react";
import { isPlaced, move, type Place, partsOf, placeOf, resize } from "@/core/layout/layout";
import { useLanguage } from "@/i18n";
import { asInfo, END } from "../model/design";
import { type Stage, widthOf } from "./canvas";
import { issuesByKey } from "./issues";
import { place } from "./new-parts";
import { ENTRIES, type Entry } from "./palette-entries";
import type { Designer } from "./use-designer";
import { useDrop } from "./use-drop";
import { type Selection, useSelection } from "./use-selection";

/** Where a new part goes without being dragged: behind what is selected, into a section that is. */
function behind({ design }: Designer, { order, selected }: Selection): Place {
  const last = order.findLast((key) => selected.has(key));
  if (last === undefined) return END(design);
  const section = design.layout.find((part) => "items" in part && part.code === last);
  if (section && "items" in section) return { list: last, at: section.items.length };
  const at = placeOf(design.layout, last);
  return at ? { ...at, at: at.at + 1 } : END(design);
}

/** Puts new parts on the form, where they are dropped or behind what is selected; they are named next. */
function useAdd(designer: Designer, selection: Selection, rename: () => void) {
  const { t, language } = useLanguage();
  return (entry: Entry, at: Place = behind(designer, selection)) => {
    // Made of the design of this very moment: what is drawn may be older than what somebody else has just brought in.
    let key: string | null = null;
    designer.edit((design) => {
      const made = place(design, entry, at, t, language);
      key = made.key;
      return made.design;
    });
    selection.only(key);
    rename();
  };
}

/** The canvas and all that is done on it. */
export function useStage(designer: Designer, phone: boolean) {
  const { design, edit, issues } = designer;
  const selection = useSelection(design.layout);
  const { selected, select } = selection;
  const wanted = useRef(false);
  const [, draw] = useState(0);
  const rename = useCallback(() => {
    wanted.current = true;
    draw((times) => times + 1);
  }, []);
  const add = useAdd(designer, selection, rename);
  const hover = useDrop((dragged, at) => {
    if ("keys" in dragged) {
      edit((one) => ({ ...one, layout: move(one.layout, new Set(dragged.keys), at) }));
      selection.set(dragged.keys);
      return;
    }
    const entry = ENTRIES.find((one) => one.key === dragged.entry);
    if (entry) add(entry, at);
  });
  const fields = useMemo(() => new Map(design.entity.fields.map((field) => [field.code, asInfo(field)])), [design]);
  const wrong = useMemo(() => issuesByKey(issues, design), [issues, design]);
  const stage: Stage = {
    fields,
    selected,
    wrong,
    focus: selection.focus,
    select,
    resize: (key, span) => edit((one) => ({ ...one, layout: resize(one.layout, key, span) }), `resize:${key}`),
    phone,
  };
  const spanOf = (key: string) => {
    const part = partsOf(design.layout).find((one) => isPlaced(one) && one.field === key);
    return part && isPlaced(part) ? widthOf(part, stage) : 24;
  };
  return { stage, selection, hover, add, rename, wanted, spanOf };
}
