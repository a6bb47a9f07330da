import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { entitiesQuery } from "@/api/catalogue";
import type { Cycle } from "@/api/rules";
import { labelText, useLanguage } from "@/i18n";
import { RecordLink } from "./outcomes";
import { ringArcs, ringPoints, stationsOf } from "./ring";
import css from "./rules.module.css";

/** A loop of rules as a ring, and beside it which rule on which record. */
export function CycleRing({ cycle }: { cycle: Cycle }) {
  const { t, language } = useLanguage();
  const entities = useQuery(entitiesQuery).data ?? [];
  const arrow = useId();
  const stations = stationsOf(cycle);
  const points = ringPoints(stations.length);
  const entityName = (code: string) => labelText(entities.find((one) => one.code === code)?.label, language) || code;
  const ruleName = (one: Cycle[number]) => labelText(one.label, language) || one.rule;
  return (
    <figure className={css.cycle}>
      <svg viewBox="0 0 200 200" className={css.ring} role="img" aria-label={t("rules.run.cycleOf")}>
        <defs>
          <marker id={arrow} viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0L8 4L0 8Z" style={{ fill: "var(--warn)", stroke: "none" }} />
          </marker>
        </defs>
        {ringArcs(stations.length).map((arc) => (
          <path key={arc} d={arc} markerEnd={`url(#${arrow})`} />
        ))}
        {points.map(({ x, y }, at) => (
          <g key={`${x} ${y}`}>
            <circle cx={x} cy={y} r={14} />
            <text x={x} y={y}>
              {at + 1}
            </text>
          </g>
        ))}
      </svg>
      <ol>
        {stations.map((one) => (
          <li key={`${one.rule} ${one.record}`}>
            <div className={css.station}>
              <strong>{ruleName(one)}</strong>
              <span>
                <span className="faint">{entityName(one.entity)}</span>{" "}
                <RecordLink record={{ entity: one.entity, id: one.record, title: one.title }} />
              </span>
            </div>
          </li>
        ))}
      </ol>
    </figure>
  );
}
