/** The 一分三率 table of 50,000 pupils in 300 schools, beside the same figures by simple-statistics over grouped arrays. */
import { max, mean, median, min, standardDeviation } from "simple-statistics";
import { SUMMARYBY } from "../../addin/functions.ts";
import { column, randomness } from "./marks.ts";
import { measure, type Timed } from "./measure.ts";

type Row = readonly number[];

/** Mean, deviation, highest, lowest, median, pass, excellent and low rate of each school. */
function bySimpleStatistics(schools: unknown[][], scores: unknown[][]): Row[] {
  const groups = new Map<unknown, number[]>();
  scores.forEach(([score], row) => {
    const school = schools[row]?.[0];
    const group = groups.get(school);
    if (group) group.push(score as number);
    else groups.set(school, [score as number]);
  });
  const share = (marks: number[], reached: (mark: number) => boolean) => marks.filter(reached).length / marks.length;
  return [...groups.values()].map((marks) => [
    ...[mean(marks), standardDeviation(marks), max(marks), min(marks), median(marks)],
    ...[share(marks, (mark) => mark >= 60), share(marks, (mark) => mark >= 85), share(marks, (mark) => mark < 40)],
  ]);
}

function byProduct(schools: unknown[][], scores: unknown[][]): Row[] {
  const rows = SUMMARYBY(schools, scores).slice(1, -1);
  return rows.map((row) => row.slice(8, 16) as number[]);
}

export function summaries(rounds: number): Timed[] {
  const scores = column("half marks", 50_000);
  const random = randomness(2025);
  const schools = scores.map(() => [`第${Math.floor(random() * 300)}中学`]);
  return measure(
    [
      { name: "simple-statistics", run: () => bySimpleStatistics(schools, scores) },
      { name: "SUMMARYBY", run: () => byProduct(schools, scores) },
    ],
    rounds,
    (a, b) =>
      a.length === b.length && a.every((row, at) => row.every((value, place) => Math.abs(value - (b[at]?.[place] ?? Number.NaN)) < 1e-9)),
  );
}
