import { BuildersOnly } from "@/builder/builders-only";
import { Begin } from "./begin";

export function Component() {
  return (
    <BuildersOnly rights>
      <Begin />
    </BuildersOnly>
  );
}
