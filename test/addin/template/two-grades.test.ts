/** One grade's pupils in another grade's sheet of a template; serial numbers that each grade begins anew are nobody's doubt. */
import { expect, test } from "vitest";
import { fill } from "../../tools/fill.ts";
import { emptyTemplate, exam, handIn } from "../../tools/templates.ts";

const [NINE, EIGHT] = ["成绩 九年级", "成绩 八年级"];
/** Numbers and names of the pupils of both grades. */
type Pupils = readonly (readonly [number: string | number | null, name: string | null])[];

const sheet = (pupils: Pupils, columns: string, from: number) =>
  Object.fromEntries(
    pupils.flatMap(([number, name], at) =>
      [["A", "1班"], ["B", number], ["C", name], ...[...columns].map((column, of) => [column, from + at + 3 * of])]
        .filter(([, value]) => value !== null)
        .map(([column, value]) => [`${column}${at + 6}`, value as string | number]),
    ),
  );

const empty = await emptyTemplate(exam, "S03");
const asked = (nine: Pupils, eight: Pupils) =>
  handIn(fill(empty, { [NINE]: sheet(nine, "DEFGH", 40), [EIGHT]: sheet(eight, "DE", 30) }))
    .findings.filter(({ code }) => code === "pupils-in-two-grades")
    .map(({ level, sheet, cell, words }) => `${level} ${sheet}!${cell} ${words.zh}`);

const pupils = (count: number, numberOf: (at: number) => string | number | null, nameOf: (at: number) => string | null): Pupils =>
  Array.from({ length: count }, (_, at) => [numberOf(at), nameOf(at)] as const);
const long = (year: number) => (at: number) => `${year}0100${String(at + 1).padStart(2, "0")}`;
const named = (sign: string) => (at: number) => `${sign}${"一二三四五六七八九十甲乙丙丁戊己庚辛壬癸"[at]}`;

test("a grade's whole list in the other grade's sheet is asked about at its first pupil, with how many and where they stand", () => {
  const nine = pupils(15, long(2023), named("赵"));
  expect(asked(nine, nine)).toEqual([
    expect.stringMatching(
      /^query 成绩 八年级!B6 有 15 名学生（B6:B20）的学号在九年级里也有，第一个在“成绩 九年级”B6：一名学生只在一个年级/,
    ),
  ]);
});

test("a few pupils who stand in both are found in whatever rows", () => {
  const [nine, eight] = [pupils(15, long(2023), named("赵")), pupils(14, long(2024), named("钱"))];
  expect(asked(nine, [...eight, nine[3] ?? [null, null]])).toEqual([expect.stringContaining("成绩 八年级!B20 有 1 名学生（B20）")]);
});

test("an identity number is one person's, whatever the name", () => {
  const nine = pupils(15, (at) => `37081120110101${String(at).padStart(4, "0")}`, named("赵"));
  expect(
    asked(
      nine,
      nine.map(([number], at) => [number, named("钱")(at)]),
    ),
  ).toHaveLength(1);
});

test("where nobody has a number the names tell it, if most of them agree", () => {
  const nine = pupils(15, () => null, named("赵"));
  expect(asked(nine, nine)).toEqual([expect.stringContaining("成绩 八年级!C6 有 15 名学生（C6:C20）的姓名在九年级里也有")]);
  expect(asked(nine, [...nine.slice(0, 5), ...pupils(10, () => null, named("钱"))])).toEqual([]);
});

test("grades that are numbered from 1, or by class and seat, are asked nothing, though two pupils should have one name", () => {
  const nine = pupils(15, (at) => at + 1, named("赵"));
  const eight = nine.map(([number], at) => [number, named(at < 2 ? "赵" : "钱")(at)] as const);
  expect(asked(nine, eight)).toEqual([]);
  const seats = (sign: string) => pupils(15, (at) => `3708110101${String(at + 1).padStart(2, "0")}`, named(sign));
  expect(asked(seats("赵"), seats("钱"))).toEqual([]);
});
