import { Fragment } from "react";
import { AddStep } from "./add-step";
import { StepCard } from "./step-card";
import type { Place, Steps } from "./steps";
import sheet from "./steps.module.css";

/** Steps from top to bottom, with a place to add one before and behind each. */
export function StepsPart({ steps, place, number = "" }: { steps: Steps; place: Place; number?: string }) {
  return (
    <ol className={sheet.steps}>
      {steps.map((step, at) => (
        <Fragment key={step.code}>
          <li className={sheet.between}>
            <AddStep place={place} at={at} alone={false} />
          </li>
          <StepCard step={step} number={`${number}${at + 1}`} />
        </Fragment>
      ))}
      <li className={sheet.between}>
        <AddStep place={place} at={steps.length} alone />
      </li>
    </ol>
  );
}
