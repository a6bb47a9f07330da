import { DownOutlined, RightOutlined } from "@ant-design/icons";
import { type ReactNode, useId, useState } from "react";
import { labelText, useLanguage } from "@/i18n";
import type { MenuSection as Section } from "./menu";
import { useIsHere } from "./menu-anchor";

const KEY = "zhike.menu.folded";

function folded(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.map(String) : [];
  } catch {
    return [];
  }
}

type Props = {
  /** The app that it belongs to. */
  app: string;
  section: Section;
  className?: string;
  children: ReactNode;
};

/** A group of a menu, which folds and stays so on this device; folded, it tells when the page is one of its own. */
export function MenuSection({ app, section, className, children }: Props) {
  const { language } = useLanguage();
  const isHere = useIsHere();
  const key = `${app}/${section.code}`;
  const [open, setOpen] = useState(() => !folded().includes(key));
  const id = useId();
  const toggle = () => {
    const others = folded().filter((one) => one !== key);
    localStorage.setItem(KEY, JSON.stringify(open ? [...others, key] : others));
    setOpen(!open);
  };
  const inside = !open && section.links.some((link) => isHere(link.to));
  return (
    <div>
      <button
        type="button"
        className={`plain ${className ?? ""}`}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        data-inside={inside || undefined}
        onClick={toggle}
      >
        {open ? <DownOutlined /> : <RightOutlined />}
        <span className="ellipsis">{labelText(section.label, language)}</span>
      </button>
      {open && <div id={id}>{children}</div>}
    </div>
  );
}
