import { Begin } from "./begin";

export function Component() {
  return <Begin />;
}
