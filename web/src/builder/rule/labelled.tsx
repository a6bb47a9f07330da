import { type ReactNode, useId } from "react";
import css from "./rule.module.css";

type Props = { label: string; hint?: string; required?: boolean; children: (id: string) => ReactNode };

/** An input with what it is called above it, and what it means below. */
export function Labelled({ label, hint, required = false, children }: Props) {
  const id = useId();
  return (
    <div className={css.labelled}>
      <label htmlFor={id}>
        {label}
        {required && (
          <span className="bad" aria-hidden>
            {" *"}
          </span>
        )}
      </label>
      {children(id)}
      {hint && <span className={css.hint}>{hint}</span>}
    </div>
  );
}
