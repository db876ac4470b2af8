/** 成绩分布 as a person meets it: dragged, moved by keys, read by a screen reader, taken away as an image. */
import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { buildPicturesPage, openPictures } from "../tools/pictures-page.ts";
import { flaws, outgrown } from "./fitness.ts";

let browser: Browser;
let files: Awaited<ReturnType<typeof buildPicturesPage>>;
beforeAll(async () => {
  files = await buildPicturesPage();
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const told = (page: Page) => page.evaluate(() => globalThis.picturesTold);
const pass = (page: Page) => page.getByRole("slider", { name: /^(及格线|Pass line)$/ });

describe("the lines of a distribution", () => {
  test("keys move one along the grid; it says where it stands, what it counts and where it stood; one that is fixed is no slider", async () => {
    const { page, trouble } = await openPictures(browser, files, "", "zh-CN");
    const slider = pass(page);
    await slider.focus();
    for (const key of ["ArrowLeft", "Shift+ArrowUp", "PageDown", "PageDown", "Home", "End"]) await slider.press(key);
    expect(await told(page)).toEqual([59.5, 64.5, 59.5, 54.5, 0, 100].map((mark) => ["pass", mark, true]));
    await slider.press("Home");
    for (let at = 0; at < 11; at++) await slider.press("PageUp");
    expect(await slider.getAttribute("aria-valuenow")).toBe("55");
    expect(await slider.getAttribute("aria-valuetext")).toMatch(/^及格（不低于 55 分）：\d+\.\d %，\d+ 人；原来 60 分：\d+\.\d %$/);
    expect(await page.getByRole("slider").count()).toBe(2);
    expect(trouble).toEqual([]);
  });

  test("the pointer drags one, over the edge no further than the full mark, always on the grid; let go, it says so", async () => {
    const { page, trouble } = await openPictures(browser, files, "", "zh-CN");
    const box = await pass(page).boundingBox();
    if (!box) throw new Error("the line is not there");
    const [x, y] = [box.x + box.width / 2, box.y + box.height - 30];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 20, y, { steps: 8 });
    await page.mouse.move(2_000, y, { steps: 5 });
    await page.mouse.up();
    const moves = (await told(page)) as [string, number, boolean][];
    expect(moves.length).toBeGreaterThan(4);
    expect(moves.every(([id, mark]) => id === "pass" && Number.isInteger(mark * 2) && mark >= 0 && mark <= 100)).toBe(true);
    expect(moves.some(([, mark]) => mark < 57)).toBe(true);
    expect(moves.filter(([, , settled]) => settled)).toEqual([["pass", 100, true]]);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("data-line"))).toBe("pass");
    expect(trouble).toEqual([]);
  });

  test("what is nowhere near a line moves nothing", async () => {
    const { page } = await openPictures(browser, files, "", "zh-CN");
    const box = await page.locator("svg.q-picture").boundingBox();
    if (!box) throw new Error("no picture");
    await page.mouse.move(box.x + 30, box.y + box.height - 40);
    await page.mouse.down();
    await page.mouse.move(box.x + 90, box.y + box.height - 40, { steps: 4 });
    await page.mouse.up();
    expect(await told(page)).toEqual([]);
  });

  test("where nobody listens it is a picture with its words, and holds no slider", async () => {
    const { page } = await openPictures(browser, files, "fixed", "en");
    const picture = page.getByRole("img");
    expect(await picture.getAttribute("aria-label")).toMatch(
      /^Grade 9 Mathematics: \d+ sat, full mark 100, bands of 10\. .*Pass, at least 60: \d+\.\d %, \d+ pupils/,
    );
    expect(await page.getByRole("slider").count()).toBe(0);
  });
});

describe("the page", () => {
  for (const lang of ["zh-CN", "en"] as const)
    for (const colorScheme of ["light", "dark"] as const)
      test(`fits 320 pixels and has no flaw: ${lang}, ${colorScheme}`, async () => {
        const { page, trouble } = await openPictures(browser, files, "", lang, { colorScheme });
        for (const summary of await page.locator("figure summary").all()) await summary.click();
        expect([await outgrown(page, "body"), await flaws(page, "main")]).toEqual([[], []]);
        expect(trouble).toEqual([]);
      });

  test("the table behind holds the numbers that the bars bear", async () => {
    const { page } = await openPictures(browser, files, "", "zh-CN");
    await page.getByText("数据表").click();
    const inTable = (await page.locator("figure td:nth-of-type(1)").allTextContents()).reverse();
    const onBars = (await page.locator("svg.q-picture text[text-anchor=middle][font-size='10']").allTextContents()).slice(-inTable.length);
    expect(onBars).toEqual(inTable);
    expect(inTable).toHaveLength(10);
  });
});

describe("schools and trend", () => {
  for (const [lang, colorScheme] of [
    ["zh-CN", "light"],
    ["en", "dark"],
  ] as const)
    test(`fit 320 pixels and have no flaw: ${lang}, ${colorScheme}`, async () => {
      const { page, trouble } = await openPictures(browser, files, "schools", lang, { colorScheme });
      for (const summary of await page.locator("figure summary").all()) await summary.click();
      expect([await outgrown(page, "body"), await flaws(page, "main")]).toEqual([[], []]);
      expect(trouble).toEqual([]);
    });

  test("one Tab stop leads to the own school; arrows go along the value, Home and End to its ends; each says name, value and verdict", async () => {
    const { page } = await openPictures(browser, files, "schools", "zh-CN");
    expect(await page.locator("svg [tabindex='0']").count()).toBe(1);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    await page.locator("svg [tabindex='0']").focus();
    expect(await focused()).toBe("第4中学（本校）：88.0 %，未达标");
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe("第1中学：91.0 %，未达标");
    await page.keyboard.press("End");
    expect(await focused()).toBe("第7中学：99.0 %，达标");
    await page.keyboard.press("ArrowUp");
    expect(await focused()).toBe("第7中学：99.0 %，达标");
    expect(await page.locator("svg .q-named text").textContent()).toBe("第7中学：99.0 %，达标");
    await page.keyboard.press("Home");
    expect(await focused()).toBe("第4中学（本校）：88.0 %，未达标");
  });

  test("pointing at a dot names its school", async () => {
    const { page } = await openPictures(browser, files, "schools", "en");
    const dot = await page.getByRole("img", { name: /^School 2:/ }).boundingBox();
    if (!dot) throw new Error("no dot");
    await page.mouse.move(dot.x + dot.width / 2 + 1, dot.y + dot.height / 2);
    expect(await page.locator("svg .q-named text").textContent()).toBe("School 2: 97.0 %, met");
  });
});

describe("a picture that leaves", () => {
  test("is a PNG of twice its 640 pixels, with as much on it as the picture has", async () => {
    const { page, trouble } = await openPictures(browser, files, "", "zh-CN", { colorScheme: "dark" });
    await page.getByText("图片", { exact: true }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "下载 PNG" }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe("九年级-数学.png");
    const { width, height, colours } = readPng(readFileSync(await saved.path()));
    expect(width).toBe(1280);
    expect(height).toBeGreaterThan(400);
    // White ground, four zones, the lines' blue, and text in between: nothing that is blank, and light whatever the page is.
    expect(colours.size).toBeGreaterThan(30);
    expect(["ffffff", "dfe6ee", "a9c8e6", "5f9dd3", "115ea3", "0f6cbd"].filter((colour) => !colours.has(colour))).toEqual([]);
    expect(Math.max(...colours.values())).toBe(colours.get("ffffff"));
    expect(trouble).toEqual([]);
  });

  test("as an SVG it is well formed and says in a title what it shows", async () => {
    const { page } = await openPictures(browser, files, "", "en");
    await page.getByText("Image", { exact: true }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download SVG" }).click();
    const text = readFileSync(await (await download).path(), "utf8");
    const parsed = await page.evaluate((svg) => {
      const document = new DOMParser().parseFromString(svg, "image/svg+xml");
      return [document.querySelector("parsererror")?.textContent ?? null, document.querySelector("svg > title")?.textContent];
    }, text);
    expect(parsed).toEqual([null, expect.stringMatching(/^Grade 9 Mathematics: \d+ sat/)]);
  });
});

/** Size and colours of an 8-bit RGB or RGBA PNG, read by the format's own rules (PNG, W3C, chapters 9 and 10). */
function readPng(bytes: Buffer): { width: number; height: number; colours: Map<string, number> } {
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]));
  const [width, height, depth, kind] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20), bytes[24], bytes[25]];
  expect([depth, [2, 6].includes(kind ?? 0)]).toEqual([8, true]);
  const parts: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const size = kind === 6 ? 4 : 3;
  const raw = inflateSync(Buffer.concat(parts));
  let above = new Uint8Array(width * size);
  const colours = new Map<string, number>();
  for (let row = 0; row < height; row++) {
    const start = row * (width * size + 1);
    const filter = raw[start];
    const line = new Uint8Array(width * size);
    for (let at = 0; at < line.length; at++) {
      const [a, b, c] = [line[at - size] ?? 0, above[at] ?? 0, above[at - size] ?? 0];
      const guess = [0, a, b, (a + b) >> 1, paeth(a, b, c)][filter ?? 0] ?? 0;
      line[at] = (raw[start + 1 + at] as number) + guess;
    }
    for (let at = 0; at < line.length; at += size) {
      const colour = Buffer.from(line.subarray(at, at + 3)).toString("hex");
      colours.set(colour, (colours.get(colour) ?? 0) + 1);
    }
    above = line;
  }
  return { width, height, colours };
}

function paeth(a: number, b: number, c: number): number {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}
