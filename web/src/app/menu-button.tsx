import type { MenuProps } from "antd";
import { lazy, type ReactNode, Suspense, useRef, useState } from "react";
import css from "./menu-button.module.css";

const OpenMenu = lazy(() => import("./open-menu"));

type Props = {
  items: MenuProps["items"];
  /** On which side of its button the menu begins. */
  side?: "left" | "right";
  /** The button, which is to open the menu. */
  children: (menu: { onClick: () => void; "aria-haspopup": "menu"; "aria-expanded": boolean }) => ReactNode;
};

/** A button with a menu that is loaded when it is opened: menus are a tenth of what a first page weighs. */
export function MenuButton({ items, side = "left", children }: Props) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const close = () => {
    setOpen(false);
    place.current?.querySelector("button")?.focus();
  };
  return (
    <span ref={place} className={css.place}>
      {children({ onClick: () => setOpen(true), "aria-haspopup": "menu", "aria-expanded": open })}
      {open && (
        <Suspense fallback={null}>
          <OpenMenu items={items} side={side} close={close}>
            <span className={css.anchor} />
          </OpenMenu>
        </Suspense>
      )}
    </span>
  );
}
