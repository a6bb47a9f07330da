import { HUES } from "./hues";

/** Every colour, size and radius of the screens. Nothing else in web/src names a colour. */
export type Mode = "light" | "dark";

export type Palette = {
  accent: string;
  accentText: string;
  accentSoft: string;
  page: string;
  surface: string;
  raised: string;
  rail: string;
  hover: string;
  selected: string;
  line: string;
  lineStrong: string;
  text: string;
  muted: string;
  faint: string;
  good: string;
  warn: string;
  bad: string;
  badSoft: string;
  warnSoft: string;
  goodSoft: string;
};

export const PALETTES: Record<Mode, Palette> = {
  light: {
    accent: "#2b59c3",
    accentText: "#ffffff",
    accentSoft: "#e8eefb",
    page: "#f6f7f9",
    surface: "#ffffff",
    raised: "#ffffff",
    rail: "#f0f2f5",
    hover: "#f3f5f8",
    selected: "#e8eefb",
    line: "#e3e6eb",
    lineStrong: "#c9ced6",
    text: "#1b2230",
    muted: "#566070",
    faint: "#616b7a",
    good: "#1d7a3e",
    warn: "#8f5a00",
    bad: "#b9322b",
    badSoft: "#fdecea",
    warnSoft: "#fcf3da",
    goodSoft: "#e6f4ea",
  },
  dark: {
    accent: "#86a8f5",
    accentText: "#0e1729",
    accentSoft: "#22304f",
    page: "#12151a",
    surface: "#191d24",
    raised: "#20252e",
    rail: "#151920",
    hover: "#222832",
    selected: "#22304f",
    line: "#2b313b",
    lineStrong: "#434b58",
    text: "#e6e9ee",
    muted: "#a9b2bf",
    faint: "#8e98a7",
    good: "#6ccb8c",
    warn: "#e3b657",
    bad: "#f28b84",
    badSoft: "#3d2220",
    warnSoft: "#38300f",
    goodSoft: "#1b3324",
  },
};

export const SIZES = { font: 14, radius: 8, grid: 8, rail: 216, railNarrow: 56, bar: 48, phone: 640 } as const;

const kebab = (name: string) => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

/** The tokens as CSS custom properties, for the style sheets. */
export function cssVariables(mode: Mode): Record<string, string> {
  const variables: Record<string, string> = { "--radius": `${SIZES.radius}px`, "--bar": `${SIZES.bar}px` };
  for (const [name, colour] of Object.entries(PALETTES[mode])) variables[`--${kebab(name)}`] = colour;
  for (const [name, hue] of Object.entries(HUES)) {
    variables[`--hue-${name}-back`] = hue[mode].back;
    variables[`--hue-${name}-text`] = hue[mode].text;
    variables[`--hue-${name}-dot`] = hue[mode].dot;
  }
  return variables;
}
