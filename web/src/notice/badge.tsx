import css from "./bells.module.css";

const MOST = 99;

/** A number on an icon; nothing where there is nothing to count. What it counts is said by the icon's own name. */
export function Badge({ n, urgent }: { n: number; urgent?: boolean }) {
  if (n === 0) return null;
  return (
    <span className={`${css.badge} num`} data-urgent={urgent || undefined} aria-hidden>
      {n > MOST ? `${MOST}+` : n}
    </span>
  );
}
