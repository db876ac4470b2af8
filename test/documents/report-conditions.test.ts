/** The report on a county's resources: the first thing it says of its targets is how many schools pass as a whole. */
import { expect, test } from "vitest";
import type { Collection, Resources, School } from "../../shared/contract.ts";
import { reportDocument } from "../../shared/documents/report.ts";
import type { County } from "../../shared/handin/county.ts";
import { rollupOf } from "../../shared/handin/rollup.ts";
import { add, heldFrom, newStore } from "../../shared/handin/store.ts";
import { latestRelease as definitions, shipped } from "../../shared/indicators/index.ts";

const collection: Collection = {
  ...{ collection: "cond", name: "办学条件", form: "resources", period: "2025", exam: null, opens: null, closes: null },
  ...{ required: null, baseline: null, definitions, indicators: null, choices: null },
};
const schools: School[] = ["S1", "S2", "S3", "S4"].map((school, at) => ({
  ...{ school, name: `第${at + 1}中学`, stages: ["junior"], setting: null, type: null, groups: [] },
}));
/** Just what the standard asks of a junior school of 1,000: areas in 0.01 ㎡, money in fen. */
const enough: Resources["amounts"] = {
  "teachers.overqualified": 53,
  "teachers.backbone": 10,
  "teachers.pearts": 9,
  "area.teaching": 580_000,
  "area.sports": 1_020_000,
  "equipment.value": 250_000_000,
  "rooms.multimedia": 24,
};
const county: County = { region: "370811", name: "示例县", schools, collections: [collection], targets: [], choices: [] };

/** 5.0 of 5.8 ㎡ is 86 % of what is asked, 4.0 is 69 %. */
const sent: [string, Resources["amounts"]][] = [
  ["S1", enough],
  ["S2", { ...enough, "area.teaching": 500_000, "area.sports": 1_000_000 }],
  ["S3", { ...enough, "area.teaching": 400_000 }],
];
const store = sent.reduce(
  (held, [school, amounts]) => {
    const slices = [{ stage: "junior" as const, grade: null, subject: null, class: null, resources: { pupils: 1000, amounts } }];
    const handed = { school, collection: "cond", body: { definitions, slices }, findings: [], counts: [] };
    return add(held, heldFrom(handed, { revision: 1, made: "2025-12-10T01:00:00.000Z", file: `${school}.json` }));
  },
  newStore(county, "2025-01-01T00:00:00.000Z"),
);

const blocksOf = (tongue: "zh" | "en") => {
  const rollup = rollupOf(store, "cond", { now: Date.parse("2025-12-20T00:00:00Z"), audience: "bureau" });
  const input = { region: { region: "370811", name: "示例县" }, rollup, collection, schools, made: "2025-12-20" };
  return reportDocument(input, shipped, tongue).blocks;
};
const textOf = (tongue: "zh" | "en") => blocksOf(tongue).flatMap((block) => ("text" in block ? [block.text] : []));

test("how many schools pass, which requirements the others miss and by the floor, and who is missing", () => {
  const texts = textOf("zh");
  const at = texts.findIndex((text) => text.includes("与目标对照"));
  expect(texts[at + 1]).toContain("初中学校综合达标：应填报 4 所，达标 1 所，未达标 2 所，未填报或不全 1 所。");
  expect(texts[at + 1]).toContain("生均教学及辅助用房面积 2 所（其中 1 所不足要求的 85%）、生均体育运动场馆面积 1 所");
  const failing = blocksOf("zh").find((block) => block.kind === "table" && block.caption === "初中未达标的学校");
  expect(failing).toMatchObject({
    rows: [
      { cells: ["第2中学", "5/7", "生均教学及辅助用房面积、生均体育运动场馆面积"] },
      { cells: ["第3中学", "6/7", "生均教学及辅助用房面积（不足要求的 85%）"] },
    ],
  });
  expect(textOf("en").join("\n")).toContain("Schools that pass as a whole, junior");
});

test("of targets that schools are judged by it is said who has not submitted: no column counts them", () => {
  // Of eight five are met by all three: S2 misses two, S3 one of those, and both of them the school as a whole.
  expect(textOf("zh")).toContainEqual(
    expect.stringMatching(/^对各校判定的目标 8 项，其中已填报的学校都达标的 5 项；未填报的 1 所没有判定，不在下表的所数里。/),
  );
});

test("it has no chapters of an exam", () => {
  const all = textOf("zh").join("\n");
  expect(all).toContain("各项指标");
  for (const exam of ["各学科成绩", "成绩分布", "试题分析"]) expect(all).not.toContain(exam);
});

test("its table of figures has each requirement once, no empty column, and nothing is said of marks", () => {
  const tables = blocksOf("zh").flatMap((block) => (block.kind === "table" ? [block] : []));
  expect(tables.map(({ caption }) => caption)).not.toContain("各科合计与跨校指标");
  const figures = tables.find(({ caption }) => caption === "全县指标");
  expect(figures?.columns.map(({ head }) => head)).toEqual(["指标", "范围", "数值"]);
  const names = figures?.rows.flatMap((row) => ("cells" in row ? (row.cells[0] ?? []) : [])) ?? [];
  for (const area of ["生均教学及辅助用房面积", "生均体育运动场馆面积", "生均教学仪器设备值"])
    expect(names.filter((name) => name.startsWith(area))).toEqual([`${area}（初中）`]);
  expect(textOf("zh").join("\n")).not.toContain("平均分和标准差");
  // The scope does not say the indicator again; of one that is read of seven resources it says of which.
  const scopes = figures?.rows.map((row) => ("cells" in row ? row.cells.slice(0, 2).join("|") : "")) ?? [];
  expect(scopes).toContain("生均教学仪器设备值（初中）|初中");
  expect(scopes).toContain("校际差异系数|初中 教学仪器设备值");
});
