import { App, ConfigProvider, theme } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { usePhone } from "@/app/use-phone";
import { useLanguage } from "@/i18n";
import { cssVariables, type Mode, PALETTES, SIZES } from "./tokens";

/** What the person chose: a theme, or whatever the device says. */
export type ThemeChoice = Mode | "system";

const KEY = "zhike.theme";
const device = () => window.matchMedia("(prefers-color-scheme: dark)");

function stored(): ThemeChoice {
  const found = localStorage.getItem(KEY);
  return found === "light" || found === "dark" ? found : "system";
}

const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Nothing is seen to move for whoever asks for that. Without any motion dialogs would put the focus on their cross, not into their form. */
const MOTION = {
  motionDurationFast: still ? "1ms" : "0.1s",
  motionDurationMid: still ? "1ms" : "0.12s",
  motionDurationSlow: still ? "1ms" : "0.16s",
};

function antdTheme(mode: Mode, phone: boolean) {
  const p = PALETTES[mode];
  return {
    cssVar: { key: "zhike" },
    hashed: false,
    // The rules are in virtual:antd-styles.css; only the variables are set while the page runs.
    zeroRuntime: true,
    algorithm: mode === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: p.accent,
      colorLink: p.accent,
      colorInfo: p.accent,
      colorError: p.bad,
      colorSuccess: p.good,
      colorWarning: p.warn,
      colorErrorBg: p.badSoft,
      colorWarningBg: p.warnSoft,
      colorSuccessBg: p.goodSoft,
      colorInfoBg: p.accentSoft,
      colorBgBase: p.surface,
      colorBgContainer: p.surface,
      colorBgElevated: p.raised,
      colorBgLayout: p.page,
      colorTextBase: p.text,
      colorTextSecondary: p.muted,
      colorTextDescription: p.faint,
      colorTextPlaceholder: p.faint,
      colorBorder: p.lineStrong,
      colorBorderSecondary: p.line,
      colorTextLightSolid: p.accentText,
      borderRadius: SIZES.radius,
      borderRadiusSM: 6,
      fontSize: SIZES.font,
      fontFamily: "var(--font)",
      boxShadow: "0 2px 12px rgb(0 0 0 / 0.08)",
      boxShadowSecondary: "0 4px 20px rgb(0 0 0 / 0.12)",
      // A thumb needs more room than a pointer.
      controlHeight: phone ? 40 : 34,
      ...MOTION,
    },
    components: {
      Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none", fontWeight: 500 },
      Tooltip: { colorBgSpotlight: mode === "dark" ? "#39414e" : "#2a3140", colorTextLightSolid: "#ffffff" },
      Form: { itemMarginBottom: 16, verticalLabelPadding: "0 0 4px" },
      Drawer: { paddingLG: 20 },
    },
  };
}

type ThemeState = { choice: ThemeChoice; mode: Mode; choose: (choice: ThemeChoice) => void };
const ThemeContext = createContext<ThemeState>({ choice: "system", mode: "light", choose: () => {} });

export function useTheme(): ThemeState {
  return useContext(ThemeContext);
}

function useMode(choice: ThemeChoice): Mode {
  const [dark, setDark] = useState(() => device().matches);
  useEffect(() => {
    const media = device();
    const follow = () => setDark(media.matches);
    media.addEventListener("change", follow);
    return () => media.removeEventListener("change", follow);
  }, []);
  return choice === "system" ? (dark ? "dark" : "light") : choice;
}

/** Lays the tokens of the chosen theme under antd and under our own style sheets. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const [choice, setChoice] = useState(stored);
  const mode = useMode(choice);
  const phone = usePhone();
  const { language } = useLanguage();
  useMemo(() => {
    const root = document.documentElement;
    root.dataset.theme = mode;
    root.style.colorScheme = mode;
    for (const [name, value] of Object.entries(cssVariables(mode))) root.style.setProperty(name, value);
  }, [mode]);
  const choose = useCallback((next: ThemeChoice) => {
    localStorage.setItem(KEY, next);
    setChoice(next);
  }, []);
  const state = useMemo(() => ({ choice, mode, choose }), [choice, mode, choose]);
  return (
    <ThemeContext.Provider value={state}>
      <ConfigProvider
        theme={useMemo(() => antdTheme(mode, phone), [mode, phone])}
        locale={language === "zh" ? zhCN : enUS}
        button={{ autoInsertSpace: false }}
      >
        <App message={{ maxCount: 3, top: 56 }}>{children}</App>
      </ConfigProvider>
    </ThemeContext.Provider>
  );
}
