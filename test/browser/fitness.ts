/** Whether a part of a page is fit to be shipped: what axe finds in it, and what sticks out of it. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** What axe finds wrong, as readable lines. */
export async function flaws(page: Page, part: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: page as never }).include(part).setLegacyMode().analyze();
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`));
}

/** Elements whose content is wider than they are, or that reach beyond the part: they would scroll sideways, or be cut off. */
export function outgrown(page: Page, part: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const root = document.querySelector(selector) as HTMLElement;
    const right = root.getBoundingClientRect().right + 0.5;
    const scrolls = (element: Element) =>
      element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== "visible";
    return [...root.querySelectorAll("*")]
      .filter((element) => !element.closest(".q-unseen, svg, select, textarea, .q-reading, .q-table-behind"))
      .filter((element) => element.getBoundingClientRect().right > right || scrolls(element))
      .map((element) => element.outerHTML.slice(0, 200));
  }, part);
}
