/** The twelve soft hues of options. Each pair passes 4.5:1 in its theme (hues.test.ts). */
export type Shade = { back: string; text: string; dot: string };
export type Hue = { light: Shade; dark: Shade };

const hue = (lightBack: string, lightText: string, dot: string, darkBack: string, darkText: string): Hue => ({
  light: { back: lightBack, text: lightText, dot },
  dark: { back: darkBack, text: darkText, dot },
});

export const HUES = {
  gray: hue("#eceef1", "#414a57", "#8a94a3", "#2c323b", "#c3cad4"),
  red: hue("#fde7e6", "#9b2520", "#dd5a52", "#45211f", "#f6aca6"),
  orange: hue("#fdebdc", "#8c3f0b", "#e0843e", "#43290f", "#f3b988"),
  amber: hue("#fbf0cd", "#765007", "#d6a422", "#3d310d", "#ecca6f"),
  lime: hue("#eef5cf", "#4b5d0c", "#96b23a", "#2d3511", "#c9de83"),
  green: hue("#def4e3", "#1d6432", "#4aa865", "#183823", "#93dba8"),
  teal: hue("#d8f3ee", "#0d6156", "#35a598", "#103833", "#83d9cc"),
  cyan: hue("#d9f1f9", "#0d5c76", "#3ba4c4", "#0f3642", "#87d3ec"),
  blue: hue("#e1ecfd", "#1d4f9f", "#5087de", "#1a2f52", "#a3c5fb"),
  indigo: hue("#e8e9fd", "#3f41ab", "#7577e0", "#292a58", "#b9bcfb"),
  purple: hue("#f2e7fc", "#6a2d9c", "#a36ad3", "#38214e", "#d8b5f7"),
  pink: hue("#fce6f1", "#96245f", "#d8619c", "#441f33", "#f4abcd"),
} as const satisfies Record<string, Hue>;

export type HueName = keyof typeof HUES;
export const HUE_NAMES = Object.keys(HUES) as HueName[];

/** Names that other colour sets have for our hues. */
const ALIASES: Record<string, HueName> = {
  geekblue: "indigo",
  gold: "amber",
  yellow: "amber",
  magenta: "pink",
  volcano: "orange",
  violet: "purple",
  grey: "gray",
};

/** The hue an option asks for by name; otherwise one by its place, so that neighbours differ. */
export function hueOf(color: string | undefined, place: number): HueName {
  if (color !== undefined && color in HUES) return color as HueName;
  const alias = color === undefined ? undefined : ALIASES[color];
  if (alias !== undefined) return alias;
  const spread: HueName[] = [
    "blue",
    "green",
    "amber",
    "purple",
    "teal",
    "orange",
    "indigo",
    "pink",
    "cyan",
    "lime",
    "red",
  ];
  return spread[place % spread.length] ?? "gray";
}

/** The hues that a person can pick, by the names that definitions keep. */
export const HUE_CHOICES = [
  "red",
  "orange",
  "gold",
  "lime",
  "green",
  "cyan",
  "blue",
  "geekblue",
  "purple",
  "magenta",
] as const;
