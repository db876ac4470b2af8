/** The colours of pictures, light and dark, each by what it is for; and the faces of their texts, which every computer has one of. */

export type Theme = "light" | "dark";

/** Zones go from the lowest marks to the highest in steps of one hue, so they read in grey too. */
export const INKS = {
  surface: { light: "#ffffff", dark: "#1f1f1f" },
  text: { light: "#242424", dark: "#ffffff" },
  muted: { light: "#5c5c5c", dark: "#b8b8b8" },
  rule: { light: "#e0e0e0", dark: "#474747" },
  axis: { light: "#757575", dark: "#9a9a9a" },
  accent: { light: "#0f6cbd", dark: "#62abf5" },
  onAccent: { light: "#ffffff", dark: "#0a1e33" },
  zone0: { light: "#dfe6ee", dark: "#2c3743" },
  zone1: { light: "#a9c8e6", dark: "#39597c" },
  zone2: { light: "#5f9dd3", dark: "#4f87c0" },
  zone3: { light: "#115ea3", dark: "#a5cdf6" },
  edge: { light: "#4f7396", dark: "#7d9dbd" },
  band0: { light: "#f5f5f5", dark: "#262626" },
  band1: { light: "#e6edf5", dark: "#2b3846" },
  good: { light: "#0e700e", dark: "#6fc76f" },
  bad: { light: "#b10e1c", dark: "#f48a92" },
  warn: { light: "#835b00", dark: "#f2c661" },
} as const satisfies Record<string, Readonly<Record<Theme, string>>>;

export type Ink = keyof typeof INKS;

export const FACES = "'Segoe UI','Microsoft YaHei','PingFang SC','Noto Sans CJK SC',sans-serif";
/** Pixels of a text where a shape does not say. */
export const TEXT_SIZE = 11;
