/** What is asked of a whole grade is asked of one of its classes too; and pupils with another's marks in every subject. */
import { describe, expect, test } from "vitest";
import type { Paper } from "../../shared/contract.ts";
import { withQuestions } from "../../shared/tabulate/questions.ts";
import { guessColumns, tabulate } from "../../shared/tabulate.ts";

const SUBJECTS = ["语文", "数学", "英语", "历史", "生物", "体育"];
const papers = SUBJECTS.map(
  (subject): Paper => ({
    ...{ stage: "junior", grade: 9, subject, full: 100, grid: 2, before: null },
    lines: { pass: null, excellent: null, low: null },
  }),
);
const HEAD = ["班级", "学号", "姓名", ...SUBJECTS];
const [CHINESE, ENGLISH, HISTORY, BIOLOGY, SPORTS] = [3, 5, 6, 7, 8];

/** Four classes of 20, alike as classes are; whoever is good is good in every subject but 体育, up to 19 marks of chance, from a linear congruence. */
function pupils(classes = 4): (string | number)[][] {
  let seed = 11;
  const chance = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * 20);
  };
  return Array.from({ length: 20 * classes }, (_, at) => {
    const marks = Array.from({ length: 5 }, () => 30 + 2.5 * (at % 20) + chance());
    return [`${Math.floor(at / 20) + 1}班`, `2024${1000 + at}`, `学生${at}`, ...marks, 60 + 10 * (chance() % 5)];
  });
}
const told = (rows: (string | number)[][]) => {
  const cells = [HEAD, ...rows];
  const school = { school: "S01", name: "第一中学" };
  const { findings } = withQuestions(
    tabulate({ name: "Sheet1", top: 0, left: 0, cells }, guessColumns(cells, papers), { name: "期末", papers }, school),
  );
  return findings.map(({ level, code, cell, words }) => ({ told: `${level} ${code} ${cell}`, zh: words.zh }));
};
const codes = (rows: (string | number)[][]) => told(rows).map((one) => one.told);
/** The list with one column of one class changed. */
const inClass = (name: string, column: number, change: (cells: (string | number)[]) => string | number, rows = pupils()) =>
  rows.map((cells) => (cells[0] === name ? cells.with(column, change(cells)) : cells));

describe("one class in one subject", () => {
  test("is asked nothing as it should be, nor is a good class, nor one whose teacher has it 15 marks better", () => {
    expect(codes(pupils())).toEqual([]);
    const good = pupils().map((cells) =>
      cells[0] === "1班" ? cells.map((cell, at) => (at >= CHINESE && at < SPORTS ? Math.min(100, Number(cell) + 25) : cell)) : cells,
    );
    expect(codes(good)).toEqual([]);
    expect(codes(inClass("2班", ENGLISH, (cells) => Number(cells[ENGLISH]) - 15))).toEqual([]);
  });

  test("with one mark for all, 0 or any, is asked at its first pupil", () => {
    expect(told(inClass("3班", ENGLISH, () => 0)).map(({ told, zh }) => [told, zh])).toEqual([
      ["query marks-one-value F42", "3班 英语实考的 20 人都是 0 分：请核对是不是没有录完或填错了；确实如此请说明。"],
    ]);
    expect(codes(inClass("1班", HISTORY, () => 48))).toEqual(["query marks-one-value G2"]);
    expect(codes(inClass("4班", BIOLOGY, () => 100))).toEqual(["query marks-one-value H62"]);
    // Only multiples of ten, where the other classes have all marks; where every class has them, it is the paper.
    const tens = (cells: (string | number)[]) => 10 * Math.round(Number(cells[ENGLISH]) / 10);
    expect(told(inClass("3班", ENGLISH, tens)).map(({ told, zh }) => [told, zh])).toEqual([
      ["query class-rounded F42", "3班 英语实考的 20 人分数都是 10 的倍数，别的班大多不是：请核对是不是估计的分；确实如此请说明。"],
    ]);
    expect(codes(pupils().map((cells) => cells.with(ENGLISH, tens(cells))))).toEqual([]);
    // Everybody of a class may run alike.
    expect(codes(inClass("4班", SPORTS, () => 100))).toEqual([]);
  });

  test("with another subject's marks", () => {
    expect(codes(inClass("1班", HISTORY, (cells) => cells[BIOLOGY] as number))).toEqual(["query subjects-alike H2"]);
  });

  test("with marks that were halved, told with the mean beside that of the others", () => {
    const [found, ...more] = told(inClass("2班", BIOLOGY, (cells) => Math.floor(Number(cells[BIOLOGY])) / 2));
    expect([found?.told, more]).toEqual(["query class-apart H22", []]);
    expect(found?.zh).toMatch(
      /^2班 生物平均 [\d.]+ 分，各班的中位数是 [\d.]+；这个班别的学科没有差这么多：请核对这一科是不是按别的满分填了、减了半/,
    );
    const two = inClass("2班", BIOLOGY, (cells) => Math.floor(Number(cells[BIOLOGY])) / 2, pupils(2));
    expect(codes(two)).toEqual(["query class-apart H22"]);
  });

  test("but not where the class is far off in other subjects too, as classes that chose other subjects are", () => {
    const less = (cells: (string | number)[], column: number) => Math.floor(Number(cells[column])) / 2;
    const rows = inClass("2班", BIOLOGY, (cells) => less(cells, BIOLOGY));
    expect(codes(inClass("2班", HISTORY, (cells) => less(cells, HISTORY), rows))).toEqual([]);
  });

  test("with more than half deferred", () => {
    const rows = inClass("1班", ENGLISH, (cells) => (Number(cells[1]) < 20241012 ? "缓考" : (cells[ENGLISH] as number)));
    expect(told(rows).map(({ told, zh }) => [told, zh])).toEqual([
      [
        "query absent-many F2",
        "1班 英语应考 20 人，缺考 0 人、缓考 12 人，而1班 语文有 20 人实考：请核对是不是还没有录成绩；确实如此请说明。",
      ],
    ]);
  });
});

describe("pupils with another's marks in every subject", () => {
  const again = (of: number) => {
    const rows = pupils();
    return [
      ...rows,
      ...rows.slice(0, of).map((cells, at) =>
        cells
          .with(0, "4班")
          .with(1, `2024${9000 + at}`)
          .with(2, `新${at}`),
      ),
    ];
  };

  test("are asked about from five on, by both rows: the same pupils under new numbers and names", () => {
    expect(told(again(5)).map(({ told, zh }) => [told, zh])).toEqual([
      [
        "query rows-same-marks D82",
        "有 5 名学生（D82:D86）各科分数都与另一名学生（D2:D6）相同：请核对是不是把一个班的成绩贴到了别的班，或同一批学生写了两次；确实如此请说明。",
      ],
    ]);
    expect(codes(again(4))).toEqual([]);
  });

  test("as where one class's marks stand under another's names", () => {
    const rows = pupils();
    const copied = rows.map((cells, at) => (cells[0] === "2班" ? [...cells.slice(0, 3), ...(rows[at - 20] as number[]).slice(3)] : cells));
    expect(codes(copied)).toEqual(["query rows-same-marks D22"]);
  });

  test("are nothing to ask on a scale so coarse that many differ in one subject only, nor those who were away or have 0", () => {
    const coarse = pupils().map((cells) => cells.map((cell, at) => (at >= CHINESE ? 40 * Math.floor(Number(cell) / 40) : cell)));
    const rows = coarse.map((cells) => JSON.stringify(cells.slice(3)));
    expect(rows.length - new Set(rows).size).toBeGreaterThanOrEqual(5);
    expect(codes(coarse).filter((code) => code.includes("rows-same-marks"))).toEqual([]);
    const away = pupils().map((cells, at) => (at % 10 === 0 ? [...cells.slice(0, 3), ...SUBJECTS.map(() => "缺考")] : cells));
    expect(codes(away)).toEqual([]);
    const zeros = pupils().map((cells, at) => (at % 10 === 0 ? [...cells.slice(0, 3), ...SUBJECTS.map(() => 0)] : cells));
    expect(codes(zeros).filter((code) => code.includes("rows-same-marks"))).toEqual([]);
  });
});

describe("one mark that is a tenth of what the pupil's others let expect", () => {
  /** The best of 1班 has 77.5 to 96.5 in every written subject, and the middle one some 30 to 50 less. */
  const slipped = (mark: string | number, at = 19, more: (cells: (string | number)[]) => (string | number)[] = (cells) => cells) =>
    pupils().map((cells, row) => (row === at ? more(cells.with(ENGLISH, mark)) : cells));

  test("is asked about at its cell, as 8.5 for 85 is", () => {
    expect(told(slipped(8.5))).toEqual([
      {
        told: "query mark-tenth F21",
        zh: "有 1 格分数很低（F21），十倍才与同一名学生别的学科相当：请核对小数点有没有写错；确实如此请说明。",
      },
    ]);
  });

  test("but not 0, a mark that is low as others of the pupil are, or one that ten times would be too much or still too little", () => {
    for (const mark of [0, 5, 10.5, "缺考"]) expect(codes(slipped(mark))).toEqual([]);
    expect(codes(slipped(4, 2))).toEqual([]);
    // Of six times 8.5, which is 51, the others have as much.
    expect(codes(slipped(8.5, 19, (cells) => cells.with(HISTORY, 51)))).toEqual(["query mark-tenth F21"]);
    expect(codes(slipped(8.5, 19, (cells) => cells.with(HISTORY, 50.5)))).toEqual([]);
    // Two other subjects say too little, and 体育 nothing.
    expect(codes(slipped(8.5, 19, (cells) => cells.with(HISTORY, "缺考").with(BIOLOGY, "缺考")))).toEqual([]);
  });
});

describe("a subject that is another's, moved by as many marks for all", () => {
  const moved = (by: (mark: number, at: number) => number, rows = pupils()) =>
    rows.map((cells, at) => cells.with(BIOLOGY, by(Number(cells[HISTORY]), at)));

  test("is asked about with both names, full marks and whoever missed one apart", () => {
    expect(told(moved((mark) => Math.min(100, mark + 4.5)))).toEqual([
      {
        told: "query subjects-alike H2",
        zh: "生物和历史两科都有分数的学生，每人都相差 4.5 分：请核对是不是一科的分数改了数又贴了一次；确实如此请说明。",
      },
    ]);
    const away = moved((mark) => mark - 3).map((cells, at) => (at % 9 === 0 ? cells.with(HISTORY, "缺考") : cells));
    expect(codes(away)).toEqual(["query subjects-alike H2"]);
  });

  test("not where one pupil's is another mark, or of fewer than thirty", () => {
    expect(codes(moved((mark, at) => (at === 40 ? mark : mark + 1)))).toEqual([]);
    expect(codes(moved((mark) => mark + 1, pupils(2).slice(0, 29)))).toEqual([]);
  });
});
