import { type Editor, EditorContent } from "@tiptap/react";
import { type RefObject, useEffect, useRef, useState } from "react";
import paper from "@/theme/paper.module.css";
import { marginsOf, PRINT_WAYS, type PrintDoc, paperOf, SIDES, SIZES } from "./model";
import { PageSetup } from "./page-setup";
import { type WrittenKind, WrittenPage } from "./written-page";

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

const PRINT: WrittenKind<PrintDoc> = {
  ways: PRINT_WAYS,
  texts: { name: "print.name", missing: "print.missing" },
  Sheet,
  asPage: (doc) => doc,
  Bar: PageSetup,
};

/** The builder of a print template. */
export function Component() {
  return <WrittenPage kind={PRINT} />;
}
