import { createContext, use, useSyncExternalStore } from "react";
import { SIZES } from "@/theme/tokens";

const media = () => window.matchMedia(`(max-width: ${SIZES.phone}px)`);

function subscribe(changed: () => void) {
  const query = media();
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

/** Says of what is drawn inside that it stands on a phone, or does not, whatever the window: where pages are built. */
export const PhoneFrame = createContext<boolean | null>(null);

/** Whether the window is as narrow as a phone. */
export function usePhone(): boolean {
  const framed = use(PhoneFrame);
  const narrow = useSyncExternalStore(subscribe, () => media().matches);
  return framed ?? narrow;
}
