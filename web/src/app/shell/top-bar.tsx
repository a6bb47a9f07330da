import { SearchOutlined } from "@ant-design/icons";
import { lazy, Suspense, useState } from "react";
import { useNavigate } from "react-router";
import { paths } from "@/app/paths";
import { useLanguage } from "@/i18n";
import { Bells } from "@/notice/bells";
import { useShortcut } from "@/shortcuts/use-shortcut";
import { MeMenu } from "./me-menu";
import type { MenuGroup } from "./menu";
import css from "./shell.module.css";

const CommandPalette = lazy(() => import("./command-palette"));

const HelpSheet = lazy(() => import("@/shortcuts/help-sheet"));

/** The keys that work everywhere. */
function useGlobalKeys(commands: () => void, help: () => void) {
  const navigate = useNavigate();
  useShortcut("commands", commands);
  useShortcut("help", help);
  useShortcut("goHome", () => void navigate(paths.home));
  useShortcut("goTodos", () => void navigate(paths.todos));
  useShortcut("goNotices", () => void navigate(paths.notices));
  useShortcut("goPlan", () => void navigate(paths.plan));
  useShortcut("goWeek", () => void navigate(paths.week));
}

export function TopBar({ menus, phone }: { menus: MenuGroup[]; phone: boolean }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState<"commands" | "help" | null>(null);
  const close = () => setOpen(null);
  useGlobalKeys(
    () => setOpen("commands"),
    () => setOpen("help"),
  );
  return (
    <header className={css.bar}>
      <button type="button" className={css.command} onClick={() => setOpen("commands")}>
        <SearchOutlined />
        <span className="ellipsis">{t("app.bar.search")}</span>
        {!phone && <kbd>Ctrl K</kbd>}
      </button>
      <span className={css.space} />
      <Bells phone={phone} />
      <MeMenu phone={phone} help={() => setOpen("help")} />
      <Suspense fallback={null}>
        {open === "commands" && <CommandPalette menus={menus} close={close} />}
        {open === "help" && <HelpSheet close={close} />}
      </Suspense>
    </header>
  );
}
