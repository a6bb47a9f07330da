import { CaretDownFilled, CaretRightFilled } from "@ant-design/icons";
import { type ReactNode, useEffect, useRef } from "react";
import type { FieldInfo, Row } from "@/api/types";
import { formatDecimal } from "@/core/decimal";
import { FieldValue } from "@/field/field-value";
import { useLanguage } from "@/i18n";
import css from "./cards.module.css";
import type { Grouping } from "./grid/types";
import type { GridLine, GroupSection } from "./use-grouped";

type HeadProps = { section: GroupSection; field: FieldInfo | undefined; open: boolean; toggle: (key: string) => void };

function Head({ section, field, open, toggle }: HeadProps) {
  const { t } = useLanguage();
  const value = section.path.at(-1) ?? null;
  return (
    <li className={css.group} style={{ paddingLeft: section.depth * 16 }}>
      <button type="button" className={`plain ${css.toggle}`} aria-expanded={open} onClick={() => toggle(section.key)}>
        {open ? <CaretDownFilled /> : <CaretRightFilled />}
        {field && value !== null ? (
          <FieldValue field={field} value={value} label={section.label ?? undefined} />
        ) : (
          <span className="faint">{t("views.blank")}</span>
        )}
        <span className="faint num">{formatDecimal(Number(section.figures.values[0] ?? 0))}</span>
      </button>
    </li>
  );
}

/** Stands for records of a group that are not read yet; coming near it reads them. */
function Wait({ line, reach }: { line: GridLine; reach: Grouping["reach"] }) {
  const { t } = useLanguage();
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && reach([line]), {
      rootMargin: "600px",
    });
    if (place.current) watch.observe(place.current);
    return () => watch.disconnect();
  }, [line, reach]);
  return (
    <li ref={place} className={css.more}>
      {t("common.loading")}
    </li>
  );
}

/** Lines that wait are as many as their records; a phone needs one of each group. */
export const withoutRepeats = (lines: readonly GridLine[]): GridLine[] =>
  lines.filter((line, at) => line.kind !== "wait" || lines[at - 1]?.kind !== "wait");

/** Cards below the heads of their groups. */
export function GroupedCards({ grouping, card }: { grouping: Grouping; card: (row: Row) => ReactNode }) {
  const { fields, lines, toggle, reach } = grouping;
  return withoutRepeats(lines).map((line) => {
    if (line.kind === "row") return card(line.row);
    const { section } = line;
    return line.kind === "group" ? (
      <Head key={section.key} section={section} field={fields[section.depth]} open={line.open} toggle={toggle} />
    ) : (
      <Wait key={`wait ${section.key}`} line={line} reach={reach} />
    );
  });
}
