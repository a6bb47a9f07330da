import { type ComponentType, lazy, useState } from "react";

/** A component that is loaded when it is first shown, or when somebody asks for it before. */
export type Later<P> = ComponentType<P> & { load: () => Promise<unknown> };

/**
 * Makes a component that comes later. Once it is loaded it is drawn at once: `lazy` alone shows what stands in for it even
 * then, and React leaves that standing for up to 300 ms. It needs a `Suspense` above it.
 */
export function later<P extends object>(from: () => Promise<{ default: ComponentType<P> }>): Later<P> {
  let loaded: ComponentType<P> | null = null;
  const load = async () => {
    loaded ??= (await from()).default;
    return { default: loaded };
  };
  const Lazy = lazy(load) as ComponentType<P>;
  function Shown(props: P) {
    // Decided once: another component would begin anew.
    const [Now] = useState(() => loaded ?? Lazy);
    return <Now {...props} />;
  }
  return Object.assign(Shown, { load });
}
