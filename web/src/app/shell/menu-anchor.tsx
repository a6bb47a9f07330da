import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";
import type { MenuLink } from "./menu";

/** Whether a menu's address is the one on the screen: its path and its view. */
export function useIsHere(): (to: string, end?: boolean) => boolean {
  const { pathname, search } = useLocation();
  const view = new URLSearchParams(search).get("view");
  return (to, end = false) => {
    const [path = "", query = ""] = to.split("?");
    const inside = pathname === path || (!end && pathname.startsWith(`${path}/`));
    return inside && new URLSearchParams(query).get("view") === view;
  };
}

type Props = { link: MenuLink; className?: string; onClick?: () => void; here?: boolean; children: ReactNode };

/** A link of a menu; one that leads out of the program opens beside it. */
export function MenuAnchor({ link, className, onClick, here, children }: Props) {
  if (link.outside) {
    return (
      <a href={link.to} className={className} target="_blank" rel="noreferrer" onClick={onClick}>
        {children}
      </a>
    );
  }
  return (
    <Link to={link.to} className={className} onClick={onClick} aria-current={here ? "page" : undefined}>
      {children}
    </Link>
  );
}
