import { Input } from "antd";
import type { ComponentProps } from "react";

/** Six digits of an authenticator app: phones show digits to type, and offer a code that they know. */
export function CodeInput(props: ComponentProps<typeof Input>) {
  return <Input inputMode="numeric" autoComplete="one-time-code" maxLength={12} {...props} />;
}
