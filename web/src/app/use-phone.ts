import { useSyncExternalStore } from "react";
import { SIZES } from "@/theme/tokens";

const media = () => window.matchMedia(`(max-width: ${SIZES.phone}px)`);

function subscribe(changed: () => void) {
  const query = media();
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

/** Whether the window is as narrow as a phone. */
export function usePhone(): boolean {
  return useSyncExternalStore(subscribe, () => media().matches);
}
