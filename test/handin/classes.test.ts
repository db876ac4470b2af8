/** One school's classes in every subject: each row has the full mark and the lines of its own subject. */
import fc from "fast-check";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { bulletinOf, resultsWorkbook } from "../../addin/offline/tables.ts";
import type { Collection, SubmissionBody } from "../../shared/contract.ts";
import { add, heldFrom, newStore } from "../../shared/handin/store.ts";
import { unlistedAmong, unlistedOf } from "../../shared/handin/unlisted.ts";
import { bodyByClass, bodySent, CHINESE, pupil } from "../indicators/county.ts";
import { chinese, county, exam } from "./bodies.ts";

const now = "2025-07-02T08:00:00.000Z";
const paper = { stage: "junior", grade: 9, grid: 2, before: null } as const;
const asked: Collection = {
  ...exam,
  exam: {
    name: "期末",
    papers: [
      { ...paper, subject: "语文", full: 120, lines: { pass: null, excellent: null, low: null } },
      { ...paper, subject: "物理", full: 50, lines: { pass: 30, excellent: 40, low: null } },
    ],
  },
};
const [slice] = chinese([[30, 12]]).slices;
if (!slice) throw new Error("no slice");
const body: SubmissionBody = { ...chinese([[30, 12]]), slices: [slice, { ...slice, class: "1班" }, { ...slice, subject: "物理" }] };

test("and no caption speaks of one subject only", () => {
  const store = add(
    newStore({ ...county, collections: [asked] }, now),
    heldFrom({ school: "S01", collection: asked.collection, body, findings: [], counts: [] }, { revision: 1, made: now, file: "S01.xlsx" }),
  );
  const { columns, rows, note } = bulletinOf(store, { collection: asked.collection, now, school: "S01" });
  expect(columns.slice(0, 6).map(({ name }) => name.zh)).toEqual(["学科", "班级", "满分", "及格线", "优秀线", "低分线"]);
  expect(rows.every((row) => row.length === columns.length)).toBe(true);
  const zh = (cell: unknown) => (typeof cell === "object" && cell !== null && "zh" in cell ? cell.zh : cell);
  expect(rows.map((row) => row.slice(0, 6).map(zh))).toEqual([
    ["九年级 语文", "1班", 120, 72, 102, 48],
    ["九年级 语文", "全校", 120, 72, 102, 48],
    ["九年级 物理", "全校", 50, 30, 40, 20],
  ]);
  const head = `${county.name} · ${asked.name}（${asked.period}）。`;
  expect(note.zh.startsWith(head)).toBe(true);
  expect(note.zh.slice(head.length)).not.toMatch(/\d/);
});

test("beneath them stands how many pupils are in classes that are not listed, as counting the pupils themselves has it", () => {
  fc.assert(
    fc.property(fc.array(pupil, { minLength: 1, maxLength: 60 }), fc.subarray(["1", "2", "3"]), (pupils, listed) => {
      const whole = bodySent(pupils);
      const classes = bodyByClass(pupils).slices.filter((one) => listed.includes(one.class ?? ""));
      const sent = { ...whole, slices: [...whole.slices, ...classes] };
      const apart = pupils.filter((one) => !listed.includes(one.class)).length;
      const words = unlistedOf(sent, [CHINESE]);
      if (apart === 0) expect(words).toBeNull();
      else if (classes.length === 0) expect(words?.zh).toMatch(/^九年级没有单列的班。不足 10 人的班/);
      else expect(words?.zh).toMatch(new RegExp(`^九年级另有 ${apart} 名学生的班不单列。不足 10 人的班`));
    }),
  );
});

/** Classes of 12, 9 and 11: the small one is sent with its grade, and 11 beside it, lest 9 be what is left. */
const three: SubmissionBody = {
  ...chinese([[30, 32]]),
  slices: [...chinese([[30, 32]]).slices, ...chinese([[30, 12]]).slices.map((one) => ({ ...one, class: "1班" }))],
  teaching: ["1班", "2班", "3班"].map((own) => ({ stage: "junior", grade: 9, subject: "语文", class: own, teacher: "T01" })),
};

test("where the 任课表 lists every class, how many classes", () => {
  expect(unlistedOf(three, [CHINESE])).toEqual({
    zh: "九年级另有 2 个班（20 人）不单列。不足 10 人的班只随年级合计填报，必要时另有一个班也这样，免得从合计里减出小班；都计入全校。",
    en: "2 classes (20 pupils) of grade 9 not listed. A class of fewer than 10 pupils is sent with its grade only, and where a subtraction would give it away, another one with it; all count in the whole school.",
  });
  expect(unlistedAmong([three, body, chinese([[30, 8]])], CHINESE)?.zh).toMatch(
    /^1 所学校另有 2 个班（20 人）不单列；1 所学校没有单列的班。不足 10 人/,
  );
  expect(unlistedAmong([three, { ...three, teaching: [] }], CHINESE)?.zh).toMatch(/^2 所学校另有 40 名学生的班不单列。/);
  expect(unlistedAmong([body], CHINESE)).toBeNull();
});

test("the workbook of results has them for each paper that was sent by class, with what is not listed", async () => {
  const store = [three, body].reduce(
    (all, own, at) =>
      add(
        all,
        heldFrom(
          { school: `S0${at + 1}`, collection: asked.collection, body: own, findings: [], counts: [] },
          { revision: 1, made: now, file: "x" },
        ),
      ),
    newStore({ ...county, collections: [asked] }, now),
  );
  const parts = unzipSync(
    new Uint8Array(await (await resultsWorkbook(store, { collection: asked.collection, now, tongue: "zh" })).arrayBuffer()),
  );
  const text = (path: string) => new TextDecoder().decode(parts[path]);
  const names = [...text("xl/workbook.xml").matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
  expect(names.filter((name) => name?.includes("分班"))).toEqual(["九年级 语文 分班一分三率"]);
  const whole = Object.keys(parts).map(text).join("");
  expect(whole).toContain("1 所学校另有 2 个班（20 人）不单列");
});
