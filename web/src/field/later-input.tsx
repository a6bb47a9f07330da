import { type ComponentType, lazy, Suspense, useState } from "react";
import css from "./field.module.css";
import type { InputProps } from "./kind";

type Inputs = typeof import("./inputs");

let loaded: Inputs | null = null;

/** Loads the inputs of all fields, so that the first to be opened is there at once. */
export async function loadInputs(): Promise<Inputs> {
  loaded ??= await import("./inputs");
  return loaded;
}

const isTyping = () => document.activeElement?.matches("input, textarea, [contenteditable=true]") ?? false;

/** An input that is loaded when it is first shown: calendars, trees and lists of choices weigh more than a list of records. */
export function laterInput(name: keyof Inputs): ComponentType<InputProps> {
  const Lazy = lazy(async () => {
    const Input = (await loadInputs())[name];
    // One that comes late leaves the focus with whoever has begun to type elsewhere.
    return { default: (props: InputProps) => <Input {...props} autoFocus={props.autoFocus && !isTyping()} /> };
  });
  return function LaterInput(props: InputProps) {
    // Decided once: an input that changed its component would lose what is typed.
    const [Now] = useState(() => loaded?.[name]);
    if (Now) return <Now {...props} />;
    return (
      <Suspense fallback={<span className={css.coming} aria-busy="true" />}>
        <Lazy {...props} />
      </Suspense>
    );
  };
}
