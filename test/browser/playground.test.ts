import type { Browser, Response } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../tools/chromium.ts";
import { loadDemo } from "../tools/load.ts";
import { type Served, serve } from "../tools/serve.ts";
import { openPlayground, type Playground } from "./playground.ts";

let product: Served;
let browser: Browser;
const opened: Playground[] = [];

beforeAll(async () => {
  [product, browser] = await Promise.all([serve(), launchChromium()]);
  await loadDemo(product.url, product.adminSecret);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});
/** No page asks another host, breaks the content security policy, throws, or complains. */
afterEach(() => {
  expect(opened.flatMap(({ trouble }) => trouble)).toEqual([]);
});

async function playground(query = ""): Promise<Playground> {
  const grid = await openPlayground(browser, product.url, query);
  opened.push(grid);
  return grid;
}

/** What will be so once the grid has computed, on a busy machine too. */
function soon(read: () => Promise<unknown>) {
  return expect.poll(read, { timeout: 60_000 });
}

/** The marks of a column of the sample class, read from the grid, for a count that is not the kernel's. */
async function marks(grid: Playground, column: string): Promise<number[]> {
  return (await grid.values(`${column}2:${column}51`)).flat().filter((mark) => typeof mark === "number");
}

const share = (some: readonly number[], wanted: (mark: number) => boolean) => some.filter(wanted).length / some.length;
/** Of papers with 120 marks. */
const passRate = (some: readonly number[]) => share(some, (mark) => mark >= 72);
const lowRate = (some: readonly number[]) => share(some, (mark) => mark < 48);

describe("a formula typed into the grid", () => {
  let grid: Playground;
  beforeAll(async () => {
    grid = await playground();
  });
  afterAll(() => grid?.close());

  it("gives the pass rate of a column, without its blanks, and another when a mark is edited", async () => {
    const english = await marks(grid, "F");
    expect(await grid.value("F34")).toBeNull();
    await grid.type("K60", "=QUALITY.PASSRATE(F2:F51,,120)");
    await soon(() => grid.value("K60")).toBeCloseTo(passRate(english), 12);

    const [first = 0] = english;
    expect(first).toBeGreaterThanOrEqual(72);
    await grid.type("F2", "10");
    await soon(() => grid.value("K60")).toBeCloseTo(passRate(english.with(0, 10)), 12);
    await grid.type("F2", `${first}`);
    await soon(() => grid.value("K60")).toBeCloseTo(passRate(english), 12);
  });

  it("spills the summary of each class, with the total below", async () => {
    await grid.type("K62", "=QUALITY.SUMMARYBY(B2:B51,E2:E51,120)");
    await soon(() => grid.value("K65")).toBe("合计");
    const [header, ...lines] = await grid.values("K62:AD65");
    const at = (name: string) => header?.indexOf(name) ?? -1;
    const maths = (await grid.values("E2:E51")).flat();
    const groups = [maths.slice(0, 25), maths.slice(25), maths];
    groups.forEach((cells, index) => {
      const line = lines[index] ?? [];
      const sat = cells.filter((mark) => typeof mark === "number");
      expect(line.slice(0, 4)).toEqual([["1班", "2班", "合计"][index], cells.length, sat.length, cells.length - sat.length]);
      expect(line[at("平均分")]).toBeCloseTo(sat.reduce((sum, mark) => sum + mark, 0) / sat.length, 9);
      expect(line[at("及格率")]).toBeCloseTo(passRate(sat), 9);
    });
  });

  it("says that a table has no room where another's result stands", async () => {
    // The summary of K62 has the rows from 62 to 65.
    await grid.type("J63", "=QUALITY.SUMMARYBY(B2:B51,E2:E51,120)");
    await soon(() => grid.value("J63")).toBe("#SPILL!");
    await grid.goTo("J63");
    await soon(() => grid.message()).toMatch(/^J63 #SPILL! 公式的结果要占右面和下面的空单元格，其中有的已有内容/);
    expect((await grid.values("K62:K65")).flat()).toEqual(["分组", "1班", "2班", "合计"]);
    await grid.goTo("J63");
    await grid.page.keyboard.press("Delete");
    await soon(() => grid.value("J63")).toBeNull();
  });

  it("gives the disparity of the standard's example, weighted and not, in any case of letters", async () => {
    await grid.type("K68", "=QUALITY.DISPARITY({279;137;935;160;402},{45;37;89;76;55})");
    await grid.type("K69", "=quality.disparity({279;137;935;160;402},{45;37;89;76;55},FALSE)");
    await soon(() => grid.value("K69")).toBeCloseTo(0.4888, 4);
    expect(await grid.value("K68")).toBeCloseTo(0.5153, 4);
  });

  it("gives #VALUE! for a bad mark with its reason under the grid, and forgets it when the mark is mended", async () => {
    const [before, mark] = [await grid.value("L2"), await grid.value("D5")];
    await grid.type("D5", "132");
    await soon(() => grid.value("L2")).toBe("#VALUE!");
    await grid.goTo("L2");
    await soon(() => grid.message()).toMatch(/^L2 #VALUE! .*第 4 行的 132 超过满分 120.*row 4/);

    await grid.type("K71", "=QUALITY.MEANSCORE(G2:G51)+1");
    await soon(() => grid.value("K71")).toBeTypeOf("number");
    await grid.type("D5", `${mark}`);
    await soon(() => grid.value("L2")).toBe(before);
    await grid.goTo("L2");
    await soon(() => grid.message()).not.toContain("#VALUE!");
  });

  it("says why for a header inside the range and for nobody to count, and keeps quiet about an error of another making", async () => {
    await grid.type("K73", "=QUALITY.PASSRATE(D1:D51,,120)");
    await grid.type("K74", "=QUALITY.PASSRATE(D100:D120)");
    await soon(() => grid.value("K74")).toBe("#DIV/0!");
    await grid.goTo("K74");
    await soon(() => grid.message()).toMatch(/^K74 #DIV\/0! .*nobody/);
    await grid.goTo("K73");
    await soon(() => grid.message()).toMatch(/^K73 #VALUE! .*表头/);
    await grid.type("K73", '=VALUE("x")');
    await grid.goTo("K73");
    await soon(() => grid.message()).toMatch(/^K73 #VALUE! (?!.*表头)/);
  });

  it("asks the server as whoever the pane is connected as: a number of a school, a spill of who has submitted, #N/A with its reason", async () => {
    await grid.type("P120", '=QUALITY.ACTUAL("exam.mean","S01","2025-final","数学")');
    await soon(() => grid.value("P120")).toBeTypeOf("number");
    await grid.type("P122", '=QUALITY.SUBMITTED("370811","2025-final")');
    await soon(async () => (await grid.values("P122:R125")).map(([code, , state]) => [code, state])).toEqual([
      ["学校代码", "状态"],
      ["S01", "已填报"],
      ["S02", "已填报"],
      ["S03", "未填报"],
    ]);
    await grid.type("P121", '=QUALITY.ACTUAL("exam.mean","S09","2025-final","数学")');
    await soon(() => grid.value("P121")).toBe("#N/A");
    await grid.goTo("P121");
    await soon(() => grid.message()).toMatch(/^P121 #N\/A .*没有这所学校/);

    // Another person at the same sheet is not shown what the bureau was told.
    const pane = grid.page.locator("#pane");
    const as = (label: string) => pane.getByLabel("以谁的身份试用").selectOption({ label });
    await as("第二中学");
    await soon(() => grid.value("P120")).toBe("#N/A");
    await as("教育局");
    await soon(() => grid.value("P120")).toBeTypeOf("number");

    // A table that follows what is submitted goes onto a sheet of its own.
    await pane.getByRole("tab", { name: "汇总" }).click();
    await pane.locator(".q-bulletins summary").click();
    await pane.getByLabel(/^表/).selectOption({ label: "各校一分三率" });
    await pane.getByRole("button", { name: "插入公式（随填报更新）" }).click();
    await soon(() => pane.locator(".q-status").innerText()).toContain("已插入工作表");
    await soon(async () => (await grid.values("A4:C4"))[0]).toEqual(["S01", expect.any(String), expect.any(Number)]);
    await grid.page.evaluate(() => {
      const book = univerAPI.getActiveWorkbook();
      const [first] = book?.getSheets() ?? [];
      if (first) book?.setActiveSheet(first);
    });
  });

  it("gives any indicator from cells, ranges and constants in any number, its verdict, its sentence and its definition", async () => {
    const chinese = await marks(grid, "D");
    await grid.type("K80", '=QUALITY.INDICATOR("exam.pass",D2:D51,72,120)');
    await grid.type("K81", '=QUALITY.INDICATOR("exam.pass",{60;50},50)');
    await grid.type("K82", "279");
    await grid.type("K83", '=QUALITY.INDICATOR("qual.01.retention",K82,294)');
    await grid.type("K84", '=QUALITY.VERDICT("qual.01.retention",K83)');
    await grid.type("K85", '=QUALITY.EXPLAIN("qual.01.retention",K82,294,"en")');
    await grid.type("K86", '=QUALITY.DEFINITION("gov.07.special@1","算例")');
    await grid.type("K87", '=QUALITY.INDICATOR("qual.01.retention",K82,K88)');
    await soon(() => grid.value("K87")).toBe("#VALUE!");
    expect(await grid.value("K80")).toBeCloseTo(passRate(chinese), 12);
    expect(await grid.value("K81")).toBe(1);
    expect(await grid.value("K83")).toBeCloseTo(279 / 294, 12);
    expect(await grid.value("K84")).toBe("未达标");
    expect(await grid.value("K85")).toMatch(/ 279 ÷ .* 294 = 94\.9 %; target ≥ 95 %/);
    expect(await grid.value("K86")).toBe('=QUALITY.INDICATOR("gov.07.special@1",480000,80) = 6000');
    await grid.goTo("K87");
    await soon(() => grid.message()).toMatch(/^K87 #VALUE! inputs：第 2 个输入“.*”：没有填/);
    await grid.type("K90", '=QUALITY.CATALOGUE("equity")');
    await soon(() => grid.value("K91")).toMatch(/^eq\./);
    expect(await grid.values("K90:O90")).toEqual([["编号", "名称", "单位", "规则", "来源"]]);
  });

  it("is helped along with the function's name and arguments, and stays as typed when the help comes late", async () => {
    await grid.goTo("K76");
    await grid.page.keyboard.type("=QUALITY.PASS");
    await grid.page.getByText("实考学生中达到及格线").first().waitFor();
    await grid.page.keyboard.type("RATE(");
    await grid.page.getByText("[line]").first().waitFor();
    await grid.page.keyboard.press("Escape");

    await grid.goTo("K77");
    await grid.page.keyboard.type("=QUA");
    await grid.page.getByText("QUARTILE.EXC").first().waitFor();
    await grid.page.keyboard.type("LITY.MEANSCORE(D2:D51)");
    await grid.page.keyboard.press("Enter");
    await soon(() => grid.value("K77")).toBe(await meanOf(grid, "D"));
  });
});

async function meanOf(grid: Playground, column: string): Promise<number> {
  const some = await marks(grid, column);
  return some.reduce((sum, mark) => sum + mark, 0) / some.length;
}

it("counts blanks as zeros where a build hands them over as 0, unless the number who sat is given", async () => {
  const grid = await playground("?blanks=zero");
  expect(await grid.page.getByText("空单元格按 0 交给函数").isVisible()).toBe(true);
  const english = await marks(grid, "F");
  const sat = english.length;
  await grid.type("K60", "=QUALITY.PASSRATE(F2:F51,,120)");
  await grid.type("K61", `=QUALITY.PASSRATE(F2:F51,,120,${sat})`);
  await grid.type("K62", "=QUALITY.LOWRATE(F2:F51,,120)");
  await grid.type("K63", `=QUALITY.LOWRATE(F2:F51,,120,${sat})`);
  await soon(() => grid.value("K63")).toBeCloseTo(lowRate(english), 12);
  expect(await grid.value("K60")).toBeCloseTo(passRate([...english, 0]), 12);
  expect(await grid.value("K61")).toBeCloseTo(passRate(english), 12);
  expect(await grid.value("K62")).toBeCloseTo(lowRate([...english, 0]), 12);
  await grid.close();
});

describe("the page", () => {
  it("is light, and its header works before the spreadsheet has come", async () => {
    const page = await browser.newPage();
    const answers: Response[] = [];
    const held: (() => void)[] = [];
    const front = await (await fetch(product.url)).text();
    await page.route("**/assets/*", async (route) => {
      const named = front.includes(new URL(route.request().url()).pathname);
      if (!named) await new Promise<void>((resolve) => held.push(resolve));
      await route.continue();
    });
    page.on("response", (response) => answers.push(response));
    await page.goto(product.url, { waitUntil: "commit" });
    await page.getByRole("button", { name: "在 Excel 中安装" }).click();
    await page.getByRole("dialog", { name: "在 Excel 中安装" }).getByText("http://localhost").first().waitFor();
    await page.getByRole("button", { name: "关闭" }).click();
    expect(held.length).toBeGreaterThan(0);
    const bodies = await Promise.all(answers.map((answer) => answer.body()));
    expect(bodies.reduce((bytes, body) => bytes + body.length, 0)).toBeLessThan(30_000);
    for (const release of held) release();
    await page.locator("#grid canvas").first().waitFor();
    await page.close();
  });

  it("has the pane beside the grid: it points, follows, inserts without overwriting, and says what is hidden or merged", async () => {
    const grid = await playground();
    const pane = grid.page.locator("#pane");
    const finding = pane.getByRole("button", { name: "F34" });
    await finding.click();
    await soon(() => grid.selected()).toBe("F34");
    await grid.type("F34", "缺考");
    await finding.waitFor({ state: "detached" });

    await grid.goTo("K60");
    const insert = pane.getByRole("button", { name: "插入表格" });
    await insert.click();
    await soon(() => grid.value("K60")).not.toBeNull();
    await insert.click();
    await pane.getByText("K60 已有内容").waitFor();
    await grid.goTo("K60");
    await grid.page.keyboard.press("Control+z");
    await soon(async () => (await grid.values("K60:P90")).flat().every((cell) => cell === null)).toBe(true);

    await grid.page.evaluate(hideAndMerge);
    await pane.getByRole("tab", { name: "填报" }).click();
    await pane.getByText("隐藏或筛选掉的 3 行").waitFor();
    await pane.getByText("C49:C50").waitFor();

    const where = () => grid.page.evaluate(() => document.activeElement?.closest("#grid, #pane, body > header")?.id);
    await grid.goTo("A1");
    for (const place of ["pane", "", "grid"]) {
      await grid.page.keyboard.press("F6");
      expect(await where()).toBe(place);
    }
    await grid.page.getByRole("button", { name: "任务窗格" }).click();
    expect(await pane.isVisible()).toBe(false);
    await grid.close();
  });

  it("speaks English when asked, in its header, messages, pane and grid, and remembers it", async () => {
    const grid = await playground();
    await grid.page.getByRole("button", { name: "English" }).click();
    await grid.page.getByRole("button", { name: "Install in Excel" }).waitFor();
    await soon(() => grid.message()).toMatch(/^Type =QUALITY/);
    await soon(() => grid.page.title()).toContain("school-quality");
    await grid.page.getByRole("button", { name: "Settings" }).waitFor();
    await grid.page.reload();
    await grid.page.getByRole("button", { name: "Install in Excel" }).waitFor();
    await grid.close();
  });
});

/** Runs inside the page: three rows hidden, and cells merged beside the list. */
function hideAndMerge(): void {
  const sheet = univerAPI.getActiveWorkbook()?.getActiveSheet();
  sheet?.hideRows(4, 3);
  sheet?.getRange("C49:C50").merge({ isForceMerge: true });
}
