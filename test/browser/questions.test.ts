/** The questions about a plain list come after the first screen, and nothing is submitted that they were not asked of. */
import type { Route } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Submission } from "../../shared/contract.ts";
import { type ExcelPane, startExcelPane } from "./excel-pane.ts";
import { watchFirst } from "./first-screen.ts";
import { flaws, outgrown } from "./fitness.ts";

let excel: ExcelPane;
beforeAll(async () => {
  excel = await startExcelPane();
});
afterAll(() => excel?.stop());

const PUPILS = Array.from({ length: 12 }, (_, at) => [`20240${at + 10}`, "1", `学生${at}`, 95 - at, 60 + at, 72 + at, 45 + at, 58 - at]);
const SHEET = {
  name: "九年级",
  // The last pupil has 0 in every subject, which is only asked about.
  cells: [["学号", "班级", "姓名", "语文", "数学", "英语", "物理", "化学"], ...PUPILS, ["2024099", "1", "学生99", 0, 0, 0, 0, 0]],
};
const CODE = /\/assets\/questions-[^/]*\.js$/;
const WORDS = {
  zh: {
    tab: "填报",
    send: "提交",
    asking: "正在查名单里有没有要请您核对的地方，查完才能提交。",
    failed: /^名单里有没有要请您核对的地方还没有查（没有载入），不能提交：请检查网络后再试。/,
    again: "重试",
    asked: /有 1 名学生各科都是 0 分（D14）/,
  },
  en: {
    tab: "Submit",
    send: "Submit",
    asking: "Looking through the list for what is worth a note; it can be submitted after that.",
    failed: /^Not loaded: the list was not looked through for what is worth a note and cannot be submitted\./,
    again: "Try again",
    asked: /1 pupil has 0 in every subject \(D14\)/,
  },
};

/** 填报 with the questions' code on its way, until it is said what becomes of it. */
async function opened(spoken: "zh" | "en") {
  const w = WORDS[spoken];
  const asked: ((answer: (route: Route) => Promise<void>) => void)[] = [];
  const page = await excel.open([SHEET], {}, { language: spoken === "en" ? "en-US" : "zh-CN" }, (empty) =>
    empty.route(CODE, async (route) => {
      const answer = await new Promise<(route: Route) => Promise<void>>((resolve) => asked.push(resolve));
      await answer(route);
    }),
  );
  await excel.connect(page);
  await page.locator(".q-row").first().waitFor();
  await page.getByRole("tab", { name: new RegExp(`^${w.tab}`) }).click();
  await expect.poll(() => asked.length).toBe(1);
  return {
    ...{ page, w },
    send: page.getByRole("button", { name: w.send, exact: true }),
    questions: page.locator(".q-findings .q-query"),
    arrive: () => asked.shift()?.((route) => route.continue()),
    fail: () => asked.shift()?.((route) => route.abort()),
    onTheWay: () => asked.length,
  };
}

for (const spoken of ["zh", "en"] as const)
  test(`figures are there before the questions, and the list waits for these, in ${spoken}`, async () => {
    const { page, w, send, questions, arrive } = await opened(spoken);
    await page.getByText(w.asking, { exact: true }).waitFor();
    expect([await send.isDisabled(), await questions.count()]).toEqual([true, 0]);
    expect([await outgrown(page, "body"), await flaws(page, "#pane")]).toEqual([[], []]);
    arrive();
    await page.getByText(w.asked).waitFor();
    expect([await send.isEnabled(), await page.getByText(w.asking).count()]).toEqual([true, 0]);
    await page.context().close();
  });

for (const spoken of ["zh", "en"] as const)
  test(`where they do not load, that is said, nothing is submitted, and another try brings them, in ${spoken}`, async () => {
    const { page, w, send, questions, arrive, fail, onTheWay } = await opened(spoken);
    fail();
    const failed = page.getByRole("alert").filter({ hasText: w.failed });
    await failed.waitFor();
    expect([await send.isDisabled(), await questions.count()]).toEqual([true, 0]);
    expect([await outgrown(page, "body"), await flaws(page, "#pane")]).toEqual([[], []]);
    await failed.getByRole("button", { name: w.again }).click();
    await expect.poll(onTheWay).toBe(1);
    expect(await send.isDisabled()).toBe(true);
    arrive();
    await page.getByText(w.asked).waitFor();
    expect([await send.isEnabled(), await failed.count()]).toEqual([true, 0]);
    await page.context().close();
  });

test("a reason is written at the question and goes along; without one the list is sent only after it was said", async () => {
  const { page, send, arrive } = await opened("zh");
  arrive();
  const question = page.locator(".q-finding", { hasText: "各科都是 0 分" });
  await question.waitFor();
  await send.click();
  const sure = page.getByRole("alertdialog");
  await sure.getByText("还有 1 处请核对没有改，也没有写说明。都核对过、没有填错，再提交。").waitFor();
  await sure.getByRole("button", { name: "先不发送" }).click();
  // A number that tells who somebody is goes nowhere.
  const reason = question.getByLabel("说明");
  await reason.fill("家长电话 138-1234-5678");
  await page.getByRole("alert").filter({ hasText: "请删去" }).waitFor();
  expect([await send.isDisabled(), await flaws(page, "#pane")]).toEqual([true, []]);
  await reason.fill("该生全部弃考，按规定记 0 分");
  expect([await outgrown(page, "body"), await flaws(page, "#pane")]).toEqual([[], []]);
  await send.click();
  await page.getByText("已收到，第 1 版").waitFor();
  const sent = async () =>
    (await excel.ask<Submission>("GET", "/collections/2025-final/submissions/S03", undefined, excel.bureau)).body?.notes;
  const own = { sheet: "九年级", cell: "D14", text: "该生全部弃考，按规定记 0 分" };
  expect(await sent()).toEqual([expect.objectContaining(own)]);
  // Opened anew, what was explained stands at its question, and a correction keeps it.
  await page.reload();
  await page.getByRole("tab", { name: /^填报/ }).click();
  arrive();
  await expect.poll(() => question.getByLabel("说明").inputValue()).toBe(own.text);
  await page.evaluate(() => {
    const row = fakeBook.sheets[0]?.cells[1];
    if (row) row[3] = 94;
    fakeBook.change();
  });
  await page.getByRole("button", { name: "更正（第 2 版）" }).click();
  await page.getByText("已收到，第 2 版").waitFor();
  expect(await sent()).toEqual([expect.objectContaining(own)]);
  await page.context().close();
});

test("the first screen does not load them", async () => {
  const page = await excel.open([SHEET]);
  await excel.connect(page);
  const first = await watchFirst(page);
  const later = page.waitForRequest(CODE);
  await page.reload();
  const { loaded } = await first("check");
  expect(loaded.map(({ path }) => path)).toContain("/taskpane.js");
  expect(loaded.filter(({ path }) => CODE.test(path))).toEqual([]);
  await later;
  await page.context().close();
});
