import { type ReactNode, useId } from "react";
import css from "./mail.module.css";

/** One setting with its name beside it. */
export function Line({ label, hint, children }: { label: string; hint?: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className={css.setting}>
      <label htmlFor={id}>{label}</label>
      <div>
        {children(id)}
        {hint && <p className="faint">{hint}</p>}
      </div>
    </div>
  );
}
