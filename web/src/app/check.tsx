import type { ComponentProps } from "react";
import css from "./check.module.css";

type Props = Omit<ComponentProps<"input">, "type" | "className"> & {
  "aria-label": string;
  /** Some of what it stands for is chosen, and some is not. */
  indeterminate?: boolean;
};

/** A box to tick, for places that draw hundreds: the browser's own, with no more around it. */
export function Check({ indeterminate = false, ...input }: Props) {
  return (
    <input
      {...input}
      type="checkbox"
      className={css.check}
      ref={(node) => {
        if (node) node.indeterminate = indeterminate;
      }}
    />
  );
}
