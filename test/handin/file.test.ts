/** A submission file is taken whole and unaltered, or not at all. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatOf } from "../../addin/handin/file-text.ts";
import { canonical, sha256 } from "../../shared/canonical.ts";
import { readSubmission, type SubmissionFile, writeSubmission } from "../../shared/handin/file.ts";
import { latestRelease, shipped } from "../../shared/indicators/index.ts";
import { Refusal } from "../../shared/refusal.ts";
import { bodySent, PAPERS, pupil } from "../indicators/county.ts";
import { chinese, county, exam } from "./bodies.ts";

type Content = Omit<SubmissionFile, "format" | "version" | "sha256">;
const content: Content = {
  program: "0.1.0",
  region: county.region,
  school: "S01",
  collection: exam.collection,
  revision: 2,
  body: chinese([
    [40, 3],
    [71.5, 20],
    [72, 25],
    [110, 9],
  ]),
  findings: [
    {
      level: "query",
      code: "participation-fell",
      sheet: "九年级",
      cell: "D7",
      words: { zh: "缺考较多。", en: "many were absent" },
      note: "流感",
    },
  ],
  made: "2025-07-01T08:00:00.000Z",
};
const written = writeSubmission(content);
const read = (text: string) => readSubmission(text, county, shipped);
const codes = (text: string) => read(text).findings.map(({ code }) => code);

/** The file with another content and the digest that belongs to it: what somebody makes who knows how. */
function forged(change: object): string {
  const { sha256: _, ...file } = JSON.parse(written) as SubmissionFile;
  const changed = { ...file, ...change };
  return canonical({ ...changed, sha256: sha256(canonical(changed)) });
}

describe("a submission file", () => {
  test("comes back as it was written, in whatever order of keys, with or without a byte order mark", () => {
    const pretty = JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(written) as object).reverse()), null, 2);
    for (const text of [written, `\uFEFF${written}`, pretty]) {
      const { findings, body, school, collection, revision, made, counts } = read(text);
      expect({ findings, body, school, collection, revision, made }).toEqual({
        findings: content.findings,
        body: content.body,
        school: "S01",
        collection: exam.collection,
        revision: 2,
        made: content.made,
      });
      expect(counts).toEqual([{ about: { zh: "九年级", en: "grade 9" }, pupils: 57 }]);
    }
  });

  test("carries any county's numbers unharmed", () => {
    const other = { ...exam, exam: { name: "期末", papers: [...PAPERS] } };
    const here = { ...county, collections: [other] };
    fc.assert(
      fc.property(fc.array(pupil, { minLength: 10, maxLength: 40 }), (pupils) => {
        const body = { ...bodySent(pupils), definitions: latestRelease };
        const back = readSubmission(writeSubmission({ ...content, body }), here, shipped);
        expect(back.findings).toEqual(content.findings);
        expect(canonical(back.body)).toBe(canonical(body));
      }),
      { numRuns: 30 },
    );
  });

  test("is not written while an error stands, nor under a revision that is none", () => {
    const error = { level: "error", code: "score-blank", sheet: "九年级", cell: "D7", words: { zh: "空白。", en: "blank" } } as const;
    expect(() => writeSubmission({ ...content, findings: [error] })).toThrow(Refusal);
    for (const revision of [0, -1, 1.5, Number.NaN, 10_001]) expect(() => writeSubmission({ ...content, revision })).toThrow(Refusal);
  });
});

describe("it is refused", () => {
  test("with any one byte of it flipped", () => {
    const bytes = Buffer.from(written.trimEnd(), "utf8");
    for (let at = 0; at < bytes.length; at++) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (bytes[at] as number) ^ 1;
      const { body, findings } = read(damaged.toString("utf8"));
      expect([body, findings.length > 0], `byte ${at}`).toEqual([null, true]);
    }
  });

  test("cut off anywhere", () => {
    for (let length = 0; length < written.trimEnd().length; length += 7) expect(codes(written.slice(0, length))).toEqual(["file-not-json"]);
  });

  test("however 2,000 files are mangled: a refusal, or the identical content", () => {
    const mangled = fc.tuple(
      fc.nat(written.length - 1),
      fc.nat(60),
      fc.oneof(
        fc.string({ maxLength: 8 }),
        fc.json({ maxDepth: 3 }),
        fc.constantFrom('"__proto__":{}', "9e15", "-0", "1e400", "[[[[", "\u0000", "null"),
      ),
    );
    fc.assert(
      fc.property(fc.array(mangled, { minLength: 1, maxLength: 4 }), (cuts) => {
        const text = cuts.reduce((now, [at, gone, put]) => now.slice(0, at) + put + now.slice(at + gone), written);
        const { body, findings } = read(text);
        if (body === null) expect(findings.every(({ level, words }) => level === "error" && words.zh !== "" && words.en !== "")).toBe(true);
        else expect([canonical(body), canonical(findings)]).toEqual([canonical(content.body), canonical(content.findings)]);
      }),
      { numRuns: 2000 },
    );
  });

  test.each<[string, Partial<Record<keyof SubmissionFile | "names", unknown>>, string]>([
    ["of the county itself, in an exam", { school: county.region }, "file-content"],
    ["of another region", { region: "370812" }, "file-region"],
    ["of a school that is not registered", { school: "S99" }, "file-school"],
    ["for a collection that there is not", { collection: "2024-final" }, "file-collection"],
    ["by another release of the definitions", { body: { ...content.body, definitions: "2026-10" } }, "file-definitions"],
    ["of a newer version of the file", { version: 2 }, "file-version"],
    ["of another kind", { format: "quality-county" }, "file-format"],
    ["with a field there is not", { names: ["张三"] }, "file-shape"],
    ["with an error among its findings", { findings: [{ ...content.findings[0], level: "error" }] }, "file-shape"],
    ["with revision 0", { revision: 0 }, "file-shape"],
    ["with a mark above the full mark", { body: chinese([[120.5, 20]]) }, "file-content"],
    ["with a telephone number beside what was asked", { findings: [{ ...content.findings[0], note: "问 13812345678" }] }, "file-content"],
  ])("%s", (_, change, code) => {
    expect(codes(forged(change))).toEqual([code]);
  });

  test("with a name that stands twice, whichever of the two its digest is of", () => {
    for (const [from, to] of [
      ['"school":', '"school":"S04","school":'],
      ['"grid":', '"grid":2,"grid":'],
    ] as const)
      expect(codes(written.replace(from, to))).toEqual(["file-name-twice"]);
    // What looks like a name inside a text is none.
    const { body, findings } = read(forged({ findings: [{ ...content.findings[0], note: '流感："school": "S04"' }] }));
    expect([body, findings[0]?.note]).toEqual([content.body, '流感："school": "S04"']);
  });

  test("under the school and the collection that it names, where its digest or something else in it is wrong", () => {
    for (const text of [forged({ revision: 0 }), forged({ names: ["张三"] }), written.replace('"revision":2', '"revision":3')]) {
      const { school, collection, body } = read(text);
      expect([school, collection, body]).toEqual(["S01", exam.collection, null]);
    }
    expect(read(forged({ school: "<b>", revision: 0 })).school).toBeNull();
  });

  test("once where nothing in it is what the collection asks for", () => {
    const body = { ...content.body, slices: content.body.slices.flatMap((slice) => [slice, { ...slice, class: "1班" }]) };
    expect(codes(forged({ collection: "2025-resources", body }))).toEqual(["file-other-collection"]);
    const eight = { ...content.body, slices: content.body.slices.map((slice) => ({ ...slice, grade: 8 })) };
    expect(read(forged({ body: eight })).findings.map(({ words }) => words.zh)).toEqual([
      `文件里没有一项是“${exam.name}”这次采集要的：看来是别的采集的内容。请按这次采集重新导出。`,
    ]);
  });

  test("for a class or a teacher by grade, class and subject, not by places in lists", () => {
    const [slice] = chinese([[72, 57]]).slices;
    const body = { ...content.body, slices: [...content.body.slices, { ...slice, class: "1班" }] };
    expect(read(forged({ body })).findings.map(({ words }) => words.zh)).toEqual([
      "九年级 语文：有的分数或状态，各班合计的人数超过了全年级的。请在原表中改正后重新导出。",
    ]);
    const taught = (...classes: string[]) => {
      const teaching = classes.map((name) => ({ stage: "junior", grade: 9, class: name, subject: "历史", teacher: "T01" }));
      return read(forged({ body: { ...content.body, teaching } })).findings.map(({ words }) => words.zh);
    };
    expect(taught("1班")).toEqual(["任课表 九年级 1班 历史：没有这个年级这一学科的成绩。请在原表中改正后重新导出。"]);
    // Of every class alike: once.
    expect(taught("1班", "2班", "3班", "4班")).toEqual([
      "任课表 九年级 1班 历史、任课表 九年级 2班 历史、任课表 九年级 3班 历史等 4 处：没有这个年级这一学科的成绩。请在原表中改正后重新导出。",
    ]);
  });

  test("for a class that is a telephone number once, by grade and subject and without repeating it", () => {
    const [slice] = chinese([[72, 57]]).slices;
    const body = (name: string) => ({
      ...content.body,
      slices: [...content.body.slices, ...["语文", "数学", "英语", "物理"].map((subject) => ({ ...slice, subject, class: name }))],
    });
    const many = Array.from({ length: 12 }, (_, at) => ({ ...slice, subject: `学科${at}`, class: "13853712345" }));
    const [all, ...others] = read(forged({ body: { ...content.body, slices: many } })).findings;
    expect([all?.words.zh.slice(0, 41), others]).toEqual([
      "文件内容不合规定：九年级 学科0、九年级 学科1、九年级 学科2等多处的班级：班级",
      [],
    ]);
    expect(read(forged({ body: body("13853712345") })).findings.map(({ code, words }) => [code, words.zh, words.en])).toEqual([
      [
        "file-shape",
        "文件内容不合规定：九年级 语文、九年级 数学、九年级 英语等 4 处的班级：班级最多 16 个字，只用文字、数字、括号和 . _ -，不能是电话或身份证号。请重新导出。",
        "the file is not as it was written: grade 9 语文, grade 9 数学, grade 9 英语 and others, 4 in all: class: a class is at most 16 letters, digits, brackets and . _ -, and no telephone or identity number; export it again",
      ],
    ]);
  });

  test("for a number or a field that is none, by its name, or where it has none by its place in brackets", () => {
    const [slice] = content.body.slices;
    const shapeOf = (change: object) =>
      read(forged({ body: { ...content.body, slices: [{ ...slice, ...change }] } })).findings[0]?.words.zh;
    const scores = { ...slice?.scores, states: { ...slice?.scores?.states, absent: -3 } };
    expect(shapeOf({ scores })).toBe("文件内容不合规定：九年级 语文的缺考：应是 0 到 10000000 的整数。请重新导出。");
    expect(shapeOf({ 姓名: "张三" })).toBe("文件内容不合规定：九年级 语文的有一处（姓名）：没有这个字段。请重新导出。");
    expect(shapeOf({ stage: "__proto__" })).toMatch(
      /^文件内容不合规定：学段（body\.slices\[0\]\.stage）：应是 primary、junior、senior 之一。/,
    );
    expect(read(forged({ revision: 0 })).findings[0]?.words.zh).toMatch(/^文件内容不合规定：版次：应是 1 到/);
    expect(read(forged({ names: ["张三"] })).findings[0]?.words.zh).toBe("文件内容不合规定：有一处（names）：没有这个字段。请重新导出。");
  });

  test("with a revision after which there is no room for corrections, by its number, and not one below it", () => {
    expect(codes(forged({ revision: 10_000 }))).toEqual(content.findings.map(({ code }) => code));
    const { school, body, findings } = read(forged({ revision: 1_000_000 }));
    expect([school, body, findings.map(({ level, words }) => [level, words.zh])]).toEqual([
      "S01",
      null,
      [["error", "文件写的是第 1000000 版，填报文件最多到第 10000 版：这个版次不对，收了就不能再更正。请学校重新导出。"]],
    ]);
  });

  test("with an identity card's number in an explanation, by its field and without repeating it", () => {
    const notes = [{ code: "general", sheet: null, cell: null, text: "37081119680101123X 休学" }];
    const [found, ...more] = read(forged({ body: { ...content.body, notes } })).findings;
    expect([found?.code, more]).toEqual(["file-content", []]);
    expect(found?.words.zh).toMatch(/^notes\[0\]\.text：说明里有电话、身份证号或学籍号/);
    expect(JSON.stringify(found)).not.toContain("37081119680101123X");
  });

  test("with names of a prototype, in the file or in a list of numbers", () => {
    const numbers = '{"stage":"junior","grade":null,"subject":null,"class":null,"entered":{"__proto__":{"of":1}}}';
    const inside = written.replace(/"slices":\[.*\]\},"collection"/, `"slices":[${numbers}]},"collection"`);
    expect(inside).not.toBe(written);
    expect(codes(inside)).toEqual(["file-shape"]);
    expect(codes(written.replace("{", '{"__proto__":{"x":1},'))).toEqual(["file-shape"]);
  });

  test("too large, or deeper than any stack", () => {
    expect(codes(`${" ".repeat(4_000_000)}${written}`)).toEqual(["file-too-large"]);
    expect(codes("汉".repeat(1_900_000))).toEqual(["file-too-large"]);
    const deep = written.replace('"slices":[', `"slices":[${"[".repeat(500_000)}${"]".repeat(500_000)},`);
    expect(codes(deep)).toEqual(["file-not-json"]);
    expect(() => formatOf(`{"format":${"[".repeat(40)}`)).toThrow(Refusal);
    expect(() => formatOf(`{"format":1,"more":${"[".repeat(40)}${"]".repeat(40)}}`)).toThrow(Refusal);
  });

  test("whose texts are full of brackets is no deep one", () => {
    const notes = [{ code: "general", sheet: null, cell: null, text: `${'["\\{'.repeat(40)}"` }];
    expect(read(writeSubmission({ ...content, body: { ...content.body, notes } })).body?.notes).toEqual(notes);
  });
});
