import { Dropdown, type MenuProps } from "antd";
import type { ReactElement } from "react";

type Props = { items: MenuProps["items"]; side: "left" | "right"; close: () => void; children: ReactElement };

/** The menu of a button, open at what it is given until something is chosen or it is left. */
export default function OpenMenu({ items, side, close, children }: Props) {
  return (
    <Dropdown
      open
      autoFocus
      menu={{ items, onClick: close }}
      trigger={["click"]}
      placement={side === "right" ? "bottomRight" : "bottomLeft"}
      onOpenChange={(open) => !open && close()}
    >
      {children}
    </Dropdown>
  );
}
