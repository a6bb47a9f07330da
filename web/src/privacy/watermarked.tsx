import { useQuery } from "@tanstack/react-query";
import { Watermark } from "antd";
import type { ReactNode } from "react";
import { useLocation } from "react-router";
import { entitiesQuery } from "@/api/catalogue";
import { useMe } from "@/app/signed-in";
import { markOf } from "./marked";
import css from "./watermarked.module.css";

/**
 * Pages under the name of who looks. Stays around them while the mark comes and goes, so that none is built anew. antd puts the mark
 * back when somebody takes it away or hides it; what is inside drawers and dialogs is marked, too.
 */
export default function Watermarked({ children }: { children: ReactNode }) {
  const me = useMe();
  const { pathname } = useLocation();
  const entities = useQuery(entitiesQuery).data ?? [];
  const text = markOf(me.watermark, pathname, entities);
  return (
    <Watermark className={css.whole} content={text === "" ? [] : text} font={{ fontSize: 14 }} gap={[90, 110]} inherit>
      {children}
    </Watermark>
  );
}
