/** What a rate rests on says whose line it was: the exam's own goes before the region's choice, and is told per subject. */
import { expect, test } from "vitest";
import { NEGATIVE_SHARE } from "../../shared/indicators/readings.ts";
import { readRollup } from "../../shared/rollup.ts";
import { bodySent, CHINESE, collection, MATHS, member, type Pupil, rollupInput } from "./county.ts";

const pupils = (...marks: readonly number[]): Pupil[] =>
  marks.map((mark) => ({ class: "1", chinese: mark * 2, maths: mark * 2, entry: null }));

function read(excellent: readonly [chinese: number | null, maths: number | null], schools: readonly Pupil[][] = [pupils(40, 90, 96)]) {
  const [chinese, maths] = [CHINESE, MATHS].map((paper, at) => ({ ...paper, lines: { ...paper.lines, excellent: excellent[at] ?? null } }));
  if (!chinese || !maths) throw new Error("no papers");
  const input = rollupInput(schools.map((own, at) => member(bodySent(own), at)));
  return readRollup({ ...input, collection: collection({ exam: { name: "期末", papers: [chinese, maths] } }) });
}
const excellentIn = ({ readings }: ReturnType<typeof read>) => readings.find(({ id }) => id.startsWith("excellent-line:"))?.zh;

test("no paper sets one: the choice in force", () => {
  expect(excellentIn(read([null, null]))).toBe("优秀线为满分的 85%");
});

test("every paper sets one: theirs, and no word of the default", () => {
  expect(excellentIn(read([96, 80]))).toBe("优秀线用本次考试自己定的：语文 96 分（满分 120），数学 80 分（满分 100）");
});

test("one of two sets one: that, and the choice for the rest", () => {
  expect(excellentIn(read([null, 80]))).toBe("优秀线用本次考试自己定的：数学 80 分（满分 100）；其余学科：优秀线为满分的 85%");
});

test("a between-school share below nought says how that can be, and one above does not", () => {
  const alike = read([null, null], [pupils(10, 90), pupils(10, 90)]);
  const apart = read([null, null], [pupils(10, 12), pupils(90, 92)]);
  const share = ({ figures }: ReturnType<typeof read>) => figures.find(({ indicator }) => indicator === "exam.betweenschools");
  // Two schools with the same two marks: MSB = 0, m = 2, so the estimate is -MSW / MSW = -1.
  expect([share(alike)?.value, share(alike)?.readings.includes(NEGATIVE_SHARE.id)]).toEqual([-1, true]);
  expect(alike.readings.some(({ id }) => id === NEGATIVE_SHARE.id)).toBe(true);
  expect(share(apart)?.readings.includes(NEGATIVE_SHARE.id)).toBe(false);
  expect(apart.readings.some(({ id }) => id === NEGATIVE_SHARE.id)).toBe(false);
});
