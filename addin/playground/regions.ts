/** F6 (Shift+F6 backwards, with or without Ctrl) goes from header to grid to pane, as in Excel: inside the grid Tab moves from cell to cell. */
const REGIONS: readonly (readonly [region: string, first: string])[] = [
  ["body > header", "button"],
  ["#grid", "[contenteditable]"],
  ["#pane:not([hidden])", "[role=tab][tabindex='0']"],
];

export function moveByRegion(): void {
  addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "F6" || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      event.stopPropagation();
      const present = REGIONS.filter(([region]) => document.querySelector(region));
      const now = present.findIndex(([region]) => document.activeElement?.closest(region));
      const next = present[(now + (event.shiftKey ? -1 : 1) + present.length) % present.length];
      if (next) document.querySelector(next[0])?.querySelector<HTMLElement>(next[1])?.focus();
    },
    { capture: true },
  );
}
