/** The catalogue as a page: everything there is, for people, in both languages, and nothing that could run. */
import { describe, expect, it } from "vitest";
import { shipped } from "../../shared/indicators/index.ts";
import { ask } from "./county.ts";

const page = async (query = "") => (await ask<string>("GET", `/catalogue${query}`)).text;
const ids = (text: string) => [...text.matchAll(/<details id="([^"]+)"/g)].map(([, id]) => id);

describe("the catalogue page", () => {
  it("lists every definition in force once, in families", async () => {
    const release = shipped.releaseAt("2026-11-22");
    expect(ids(await page()).sort()).toEqual(
      shipped
        .inForce(release)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it("marks what is restricted and what is open", async () => {
    const text = await page();
    expect(text.split('class="mark restricted"').length - 1).toBe(shipped.all.filter(({ restricted }) => restricted).length);
    expect(text.split('class="mark open"').length - 1).toBe(shipped.all.filter(({ judged }) => judged === "open").length);
  });

  it("speaks English where it is asked to, and searches", async () => {
    const text = await page("?lang=en&q=yxl");
    expect(text).toContain('<html lang="en">');
    expect(ids(text)).toContain("exam.excellent");
    expect(ids(text)).not.toContain("exam.pass");
  });

  it("shows what was typed as text, never as markup", async () => {
    const text = await page(`?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(text).not.toContain("<script");
    expect(text).toContain("&lt;script&gt;");
  });
});
