/** One number of one unit: as it stands in the rollup, of a class by itself, or read at another line. */
import type { AskSlice, Collection, Figure, Paper, Question } from "../contract.ts";
import type { Definition } from "../indicators/definition.ts";
import { RESOURCE_UNITS } from "../indicators/resources.ts";
import { onGrid } from "../kernel/decimal.ts";
import { undecided } from "../refusal.ts";
import { unitFigures } from "../rollup.ts";
import { subjectName } from "../subjects.ts";
import { aboutOf, indicatorOf, unitOf, withheld } from "./units.ts";
import type { View } from "./view.ts";

export type Actual = Extract<Question, { ask: "actual" }>;

/** The number; refuses where there is none, several, or none that the asker may see. */
export function actual(view: View, { indicator, unit, slice, line }: Actual): number {
  const definition = indicatorOf(view, indicator);
  const asked = unitOf(view, unit);
  const figures = line === null && slice.class === null ? asked.figures : readAnew(view, asked.code, definition, slice, line);
  const figure = only(figures.filter((one) => one.indicator === definition.id && fits(one, slice)));
  if (figure.value === null) throw undecided(`${figure.why?.zh ?? "没有数据"}。`, figure.why?.en ?? "no data");
  return figure.value;
}

function fits(figure: Figure, { stage, grade, subject }: AskSlice): boolean {
  const { resource } = figure;
  // 差异系数 is one of each resource: it is named where else a subject is, by its id or its name.
  const ofResource = resource !== null && (resource === subject || RESOURCE_UNITS[resource].zh === subject);
  const same = subject === null || ofResource || (figure.subject !== null && subjectName(figure.subject) === subject);
  return same && (stage === null || figure.stage === stage) && (grade === null || figure.grade === grade);
}

function only(figures: readonly Figure[]): Figure {
  const [figure, ...others] = figures;
  if (!figure) throw undecided("这次采集没有这个数，或切面写得不对。", "this collection has no such figure, or the slice is not one of it");
  if (others.length > 0) {
    const list = figures.map(aboutOf);
    throw undecided(
      `有 ${list.length} 个这样的数，请在切面里写明是哪一个：${list.slice(0, 12).join("、")}。`,
      `there are ${list.length} such figures; name one in the slice: ${list.slice(0, 12).join(", ")}`,
    );
  }
  return figure;
}

function readAnew(view: View, unit: string, definition: Definition, slice: AskSlice, line: number | null): Figure[] {
  if (!view.distributions) throw withheld();
  const own = view.tallies(unit, slice.class);
  if (!own)
    throw undecided(
      slice.class === null ? "这个单位没有分数分布。" : `没有单独上报的班级“${slice.class}”（不足 10 人的班只算在年级里）。`,
      slice.class === null ? "the unit has no distribution of marks" : `no class "${slice.class}" was sent on its own`,
    );
  const collection = line === null ? view.collection : movedTo(view.collection, definition, slice, line);
  return unitFigures(view.rules, own, collection).map(({ figure }) => figure);
}

/** The collection with the line of the asked papers moved: the mark must lie on their grid. */
function movedTo(collection: Collection, { kind, reads }: Definition, slice: AskSlice, line: number): Collection {
  const name = kind.kind === "share" ? kind.line : reads.from === "stage" ? reads.line : null;
  if (name === null || !collection.exam)
    throw undecided("这个指标不按分数线计算，不能换线。", "this indicator is not read at a line of marks, so there is none to move");
  const isAsked = ({ stage, grade, subject }: Paper) =>
    (slice.stage ?? stage) === stage &&
    (slice.grade ?? grade) === grade &&
    (slice.subject ?? subjectName(subject)) === subjectName(subject);
  const papers = collection.exam.papers.map((paper) => {
    if (!isAsked(paper)) return paper;
    if (line < 0 || line > paper.full || onGrid(line, paper.grid) === undefined)
      throw undecided(
        `线 ${line} 不在 ${subjectName(paper.subject)} 的分数格上（0—${paper.full} 分，${1 / paper.grid} 分一格）。`,
        `the line ${line} is off the grid of ${paper.subject} (0 to ${paper.full}, steps of ${1 / paper.grid})`,
      );
    return { ...paper, lines: { ...paper.lines, [name]: line } };
  });
  return { ...collection, exam: { ...collection.exam, papers } };
}
