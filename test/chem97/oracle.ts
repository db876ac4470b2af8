/**
 * What every figure must be: counts and means by SQLite's own SQL, deviations, variance shares and value added by exact fractions over the
 * pupils, quantiles by the textbook's finite sums. Nothing here comes from the product.
 */
import { DatabaseSync } from "node:sqlite";
import { Fraction, squares } from "../tools/fractions.ts";
import { naiveIcc, naiveValueAdded, naiveVarianceOfMeans } from "../tools/naive.ts";
import { t975 } from "../tools/quantile.ts";
import { groupedBy, type Pupil } from "./pupils.ts";

export interface Counted {
  readonly sat: number;
  readonly pass: number;
  readonly top: number;
  /** Below 40 % of the full mark, 4. */
  readonly low: number;
  readonly mean: number;
  /** Population standard deviation, from the exact variance. */
  readonly sd: number;
}

export interface ExpectedSchool extends Counted {
  readonly school: number;
  readonly meanBefore: number;
  readonly valueAdded: number;
  /** Half the width of the 95 % interval; undefined for a school of one pupil. */
  readonly half: number | undefined;
}

export interface ExpectedCounty extends Counted {
  readonly lea: number;
  readonly counts: readonly (readonly [mark: number, pupils: number])[];
  readonly icc: number | undefined;
  readonly sdOfMeans: number;
  /** In order of first appearance. */
  readonly schools: readonly ExpectedSchool[];
}

const COUNTS = "count(*) AS sat, sum(score >= 2) AS pass, sum(score = 10) AS top, sum(score < 4) AS low, avg(score) AS mean";

/** The figures of every county, in order of first appearance. */
export function expectedCounties(pupils: readonly Pupil[]): ExpectedCounty[] {
  const store = new DatabaseSync(":memory:");
  store.exec("CREATE TABLE pupil (lea INTEGER, school INTEGER, score INTEGER)");
  const insert = store.prepare("INSERT INTO pupil VALUES (?, ?, ?)");
  store.exec("BEGIN");
  for (const { lea, school, score } of pupils) insert.run(lea, school, score);
  store.exec("COMMIT");
  const ofCounty = store.prepare(`SELECT ${COUNTS} FROM pupil WHERE lea = ?`);
  const ofSchool = store.prepare(`SELECT ${COUNTS} FROM pupil WHERE school = ?`);
  const distribution = store.prepare("SELECT score AS mark, count(*) AS pupils FROM pupil WHERE lea = ? GROUP BY score ORDER BY score");
  store.exec("CREATE INDEX by_lea ON pupil (lea); CREATE INDEX by_school ON pupil (school)");
  const counties = [...groupedBy(pupils, "lea")].map(([lea, own]): ExpectedCounty => {
    const lists = [...groupedBy(own, "school")];
    const marks = lists.map(([, list]) => list.map(({ score }) => new Fraction(score)));
    return {
      lea,
      ...(ofCounty.get(lea) as unknown as Omit<Counted, "sd">),
      sd: deviation(marks.flat()),
      counts: distribution.all(lea).map((row) => [Number(row.mark), Number(row.pupils)] as const),
      icc: naiveIcc(marks)?.toNumber(),
      sdOfMeans: naiveVarianceOfMeans(marks).root().toNumber(),
      schools: schoolsOf(lists, (school) => ofSchool.get(school) as unknown as Omit<Counted, "sd">),
    };
  });
  store.close();
  return counties;
}

function schoolsOf(lists: readonly (readonly [number, Pupil[]])[], counted: (school: number) => Omit<Counted, "sd">): ExpectedSchool[] {
  const pairs = lists.map(([, list]) => list.map(({ score, entry }) => [new Fraction(entry, 1000), new Fraction(score)] as const));
  const { n, residual, results } = naiveValueAdded(pairs);
  const quantile = t975(n - 2);
  return lists.map(([school, list], at) => {
    const result = results[at] as (typeof results)[number];
    const variance = residual.over(new Fraction((n - 2) * list.length));
    return {
      school,
      ...counted(school),
      sd: deviation(list.map(({ score }) => new Fraction(score))),
      meanBefore: result.before.toNumber(),
      valueAdded: result.added.toNumber(),
      half: list.length === 1 ? undefined : quantile * variance.root().toNumber(),
    };
  });
}

function deviation(marks: readonly Fraction[]): number {
  return squares(marks).over(new Fraction(marks.length)).root().toNumber();
}
