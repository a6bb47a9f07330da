import { SearchOutlined } from "@ant-design/icons";
import { lazy, Suspense, useEffect, useState } from "react";
import { useLanguage } from "@/i18n";
import { MeMenu } from "./me-menu";
import type { MenuGroup } from "./menu";
import css from "./shell.module.css";

const CommandPalette = lazy(() => import("./command-palette"));

/** Ctrl K (or ⌘ K) opens the commands from anywhere. */
function useCommandKey(open: () => void) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      open();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [open]);
}

export function TopBar({ menus, phone }: { menus: MenuGroup[]; phone: boolean }) {
  const { t } = useLanguage();
  const [commands, setCommands] = useState(false);
  const [show] = useState(() => () => setCommands(true));
  useCommandKey(show);
  return (
    <header className={css.bar}>
      <button type="button" className={css.command} onClick={show}>
        <SearchOutlined />
        <span className="ellipsis">{t("app.bar.search")}</span>
        {!phone && <kbd>Ctrl K</kbd>}
      </button>
      <span className={css.space} />
      <MeMenu phone={phone} />
      {commands && (
        <Suspense fallback={null}>
          <CommandPalette menus={menus} close={() => setCommands(false)} />
        </Suspense>
      )}
    </header>
  );
}
