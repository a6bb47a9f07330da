import {
  BellOutlined,
  CheckOutlined,
  GlobalOutlined,
  LogoutOutlined,
  MoonOutlined,
  QuestionCircleOutlined,
  SafetyOutlined,
  SunOutlined,
} from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useNavigate } from "react-router";
import { keys } from "@/api/keys";
import { endPreview } from "@/api/preview";
import { keepLanguage, signOut } from "@/api/session";
import { MenuButton } from "@/app/menu-button";
import { paths } from "@/app/paths";
import { useMe } from "@/app/signed-in";
import { useToast } from "@/app/toast";
import { forgetUploads } from "@/begin/kept-upload";
import { initials } from "@/core/initials";
import { changeLanguage, useLanguage } from "@/i18n";
import { type ThemeChoice, useTheme } from "@/theme/theme";
import css from "./shell.module.css";

function useSignOut() {
  const cache = useQueryClient();
  const toast = useToast();
  return async () => {
    try {
      endPreview();
      await signOut();
      forgetUploads();
      // Who is signed in is told first, to those who watch it; only then may the rest go.
      cache.setQueryData(keys.me, null);
      cache.removeQueries({ predicate: (query) => query.queryKey[0] !== keys.me[0] });
    } catch (error) {
      toast.failed(error);
    }
  };
}

const LANGUAGES = [
  { key: "zh", name: "\u4e2d\u6587" },
  { key: "en", name: "English" },
] as const;
const THEMES: ThemeChoice[] = ["light", "dark", "system"];

const mark = (on: boolean) => (on ? <CheckOutlined /> : <span style={{ width: 14 }} />);

function useThemeItems() {
  const { t } = useLanguage();
  const { choice, choose } = useTheme();
  return THEMES.map((key) => ({
    key: `theme-${key}`,
    icon: mark(choice === key),
    label: t(`app.bar.${key}`),
    onClick: () => choose(key),
  }));
}

function useLanguageItems() {
  const { language } = useLanguage();
  const toast = useToast();
  return LANGUAGES.map(({ key, name }) => ({
    key: `language-${key}`,
    icon: mark(language === key),
    label: name,
    onClick: () => {
      void changeLanguage(key, true);
      void keepLanguage(key).catch(toast.failed);
    },
  }));
}

/** Language, theme and the signed-in person. A phone has room for the person only and finds the rest in its menu. */
export function MeMenu({ phone, help }: { phone: boolean; help: () => void }) {
  const me = useMe();
  const { t } = useLanguage();
  const { mode } = useTheme();
  const themes = useThemeItems();
  const languages = useLanguageItems();
  const leave = useSignOut();
  const who = {
    key: "who",
    type: "group" as const,
    label: `${me.member.name}${me.account ? ` · ${me.account.name}` : ""}${me.admin ? ` · ${t("app.bar.admin")}` : ""}`,
  };
  const navigate = useNavigate();
  const security = {
    key: "security",
    icon: <SafetyOutlined />,
    label: t("security.own.menu"),
    onClick: () => void navigate(paths.ownSecurity),
  };
  const notices = {
    key: "notices",
    icon: <BellOutlined />,
    label: t("notice.own.menu"),
    onClick: () => void navigate(paths.ownNotices),
  };
  // A phone has no keys to press.
  const keysHelp = phone
    ? []
    : [{ key: "keys", icon: <QuestionCircleOutlined />, label: t("shortcuts.title"), onClick: help }];
  const exit = { key: "exit", icon: <LogoutOutlined />, label: t("app.bar.signOut"), onClick: () => void leave() };
  const rest = phone ? [{ type: "divider" as const }, ...languages, { type: "divider" as const }, ...themes] : [];
  return (
    <div className={css.me}>
      {!phone && (
        <>
          <MenuButton items={languages}>
            {(menu) => <Button {...menu} type="text" icon={<GlobalOutlined />} aria-label={t("app.bar.language")} />}
          </MenuButton>
          <MenuButton items={themes}>
            {(menu) => (
              <Button
                {...menu}
                type="text"
                icon={mode === "dark" ? <MoonOutlined /> : <SunOutlined />}
                aria-label={t("app.bar.theme")}
              />
            )}
          </MenuButton>
        </>
      )}
      <MenuButton items={[who, ...rest, { type: "divider" }, ...keysHelp, notices, security, exit]} side="right">
        {(menu) => (
          <button {...menu} type="button" className="plain" aria-label={t("app.bar.account")}>
            <span className={css.avatar}>{initials(me.member.name)}</span>
          </button>
        )}
      </MenuButton>
    </div>
  );
}
