import { expect, it } from "vitest";
import { HUE_NAMES, HUES, hueOf } from "./hues";
import { PALETTES } from "./tokens";

/** Relative luminance after WCAG 2.2. */
function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

it("there are twelve hues", () => {
  expect(HUE_NAMES).toHaveLength(12);
});

it.each(HUE_NAMES)("%s can be read in both themes", (name) => {
  for (const mode of ["light", "dark"] as const) {
    const { back, text } = HUES[name][mode];
    expect(contrast(back, text), `${name} ${mode}`).toBeGreaterThanOrEqual(4.5);
  }
});

it.each(["light", "dark"] as const)("every text of the %s theme can be read on every surface it stands on", (mode) => {
  const p = PALETTES[mode];
  for (const text of [p.text, p.muted, p.faint, p.accent, p.bad]) {
    for (const surface of [p.surface, p.page]) expect(contrast(text, surface)).toBeGreaterThanOrEqual(4.5);
  }
  expect(contrast(p.accentText, p.accent)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(p.warn, p.warnSoft)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(p.good, p.goodSoft)).toBeGreaterThanOrEqual(4.5);
});

it("options without a colour get different hues side by side; an unknown colour counts as none", () => {
  expect(hueOf("teal", 3)).toBe("teal");
  expect(hueOf(undefined, 0)).not.toBe(hueOf(undefined, 1));
  expect(hueOf("#123456", 2)).toBe(hueOf(undefined, 2));
});
