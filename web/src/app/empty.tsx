import type { ReactNode } from "react";
import css from "./empty.module.css";

type Props = { title: string; text?: string; action?: ReactNode; alert?: boolean };

/** Says what belongs here and offers the one next step. */
export function Empty({ title, text, action, alert }: Props) {
  return (
    <div className={css.empty} role={alert ? "alert" : undefined}>
      <h2>{title}</h2>
      {text && <p className="muted">{text}</p>}
      {action && <div className={css.action}>{action}</div>}
    </div>
  );
}
