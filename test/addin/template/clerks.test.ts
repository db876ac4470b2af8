/** Templates as clerks really fill them in: what Excel shows is what counts, and what cannot be is told at its cell. */
import { describe, expect, test } from "vitest";
import type { Collection } from "../../../shared/contract.ts";
import { type Entries, fill } from "../../tools/fill.ts";
import { conditions, emptyTemplate, exam, handIn, indicators, templateCounty, told } from "../../tools/templates.ts";

const files = new Map<Collection, Uint8Array>();
for (const collection of [exam, conditions, indicators]) files.set(collection, await emptyTemplate(collection, "S03"));
const handed = (collection: Collection, entries: Entries) => handIn(fill(files.get(collection) as Uint8Array, entries));

type Cells = Record<string, string | number | { formula: string; value: number }>;
const NINE = "成绩 九年级";
/** So many pupils of a class, alike in nothing: 班级 学号 姓名 语文 数学 英语 物理 化学; then what is typed over it. */
function nine(pupils: number, over: Cells = {}): Cells {
  const rows = Array.from({ length: pupils }, (_, at): [string, string | number][] => {
    const marks = [60 + at, 90 - at, 50 + 2 * at, 40 + at, 95 - at];
    return ["1班", `2023${String(at).padStart(4, "0")}`, `甲${at}`, ...marks].map((value, of) => [`${"ABCDEFGH"[of]}${at + 6}`, value]);
  });
  return { ...Object.fromEntries(rows.flat()), ...over };
}

describe("what a formula came to is read as Excel shows it, to 15 digits", () => {
  // IEEE 754: 45*0.7 = 31.499999999999996, 1.1*3 = 3.3000000000000003; Excel shows and saves 15 digits of them in its own cells.
  test("a mark on its grid, and the full mark", () => {
    const read = handed(exam, {
      [NINE]: nine(12, { D6: { formula: "45*0.7", value: 45 * 0.7 }, E6: 120.00000000000001, I6: 60.50000000000001 }),
    });
    expect(45 * 0.7).not.toBe(31.5);
    expect(read.findings.filter(({ level }) => level === "error")).toEqual([]);
    const slice = read.body?.slices.find(({ subject, class: own }) => subject === "语文" && own === null);
    expect(slice?.scores?.counts[0]).toEqual([63, 1]);
    const maths = read.body?.slices.find(({ subject, class: own }) => subject === "数学" && own === null);
    expect(maths?.scores?.counts.at(-1)).toEqual([240, 1]);
  });

  test("whole numbers and hundredths of resources and indicators", () => {
    expect(String(3 * 10000.1)).toBe("30000.300000000003");
    const rooms = handed(conditions, {
      办学条件: { C6: 1000.0000000000001, C7: 3, C8: 2, C9: 1, C10: 12000.300000000001, C11: 435.09999999999997, C12: 3 * 10000.1, C13: 9 },
    });
    expect(rooms.findings.filter(({ level }) => level === "error")).toEqual([]);
    expect(rooms.body?.slices[0]?.resources).toMatchObject({
      pupils: 1000,
      amounts: { "area.teaching": 1_200_030, "area.sports": 43_510, "equipment.value": 3_000_030 },
    });
    const own = handed(indicators, { 指标填报: { E17: 1.1 * 3, E18: 1000 }, 逐项填报: { D7: 0.1 + 0.2, D8: 4.35 * 100 } });
    expect(own.findings.filter(({ level }) => level === "error")).toEqual([]);
  });

  test("and nothing coarser than that: half a mark off stays off", () => {
    expect(told(handed(exam, { [NINE]: nine(12, { D6: 31.49999999999, E6: 120.0000000001 }) }))).toEqual(
      expect.arrayContaining([`score-off-grid ${NINE}!D6`, `score-above-full ${NINE}!E6`]),
    );
    expect(told(handed(conditions, { 办学条件: { C6: 1000.001 } }))).toContain("not-whole 办学条件!C6");
  });
});

test("a county hands in no exam and no resources, which its schools do: it would count twice", async () => {
  for (const collection of [exam, conditions]) {
    const read = handIn(await emptyTemplate(collection, templateCounty.region));
    expect([read.body, told(read)]).toEqual([null, ["county-hands-in"]]);
    expect(read.findings[0]?.words.zh).toContain("区县不能交");
  }
});
