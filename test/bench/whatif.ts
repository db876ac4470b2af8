/** What-if in a county of 300 schools and nine subjects: a line is moved beside a naive recount, and plans are made. */
import { movedBy } from "../../addin/whatif/moved.ts";
import type { Paper } from "../../shared/contract.ts";
import { countOf, placeKey, talliesOf } from "../../shared/slice.ts";
import type { Tally } from "../../shared/tally.ts";
import { moveLines, prepareMoves } from "../../shared/whatif/move.ts";
import { type PlanAsk, planFor } from "../../shared/whatif/plan.ts";
import { collection, rollupInput } from "../indicators/county.ts";
import { randomness } from "./marks.ts";
import { measure, type Timed } from "./measure.ts";

const SUBJECTS = ["语文", "数学", "英语", "物理", "化学", "历史", "地理", "生物", "道德与法治"];
const papers: Paper[] = SUBJECTS.map(
  (subject): Paper => ({
    stage: "junior",
    grade: 9,
    subject,
    full: 100,
    grid: 2,
    lines: { pass: null, excellent: null, low: null },
    before: null,
  }),
);
const random = randomness(9);
const members = Array.from({ length: 300 }, (_, at) => {
  const slices = papers.map(({ stage, grade, subject }) => {
    const marks = new Map<number, number>();
    for (let pupil = 0; pupil < 150; pupil++) {
      const mark = Math.min(200, Math.floor(60 + 70 * (random() + random())));
      marks.set(mark, (marks.get(mark) ?? 0) + 1);
    }
    const states = { sat: 150, absent: 2, deferred: 0, exempt: 1, misconduct: 0, left: 1 };
    return { stage, grade, subject, class: null, scores: { grid: 2 as const, states, counts: [...marks].sort(([a], [b]) => a - b) } };
  });
  const school = `S${String(at).padStart(3, "0")}`;
  return { school, name: school, stages: ["junior" as const], tallies: talliesOf({ definitions: "bench", slices }) };
});
const input = rollupInput(members, { collection: collection({ exam: { name: "期末", papers } }) });
const move = { stage: "junior", grade: 9, subject: "数学", line: "pass", mark: 65.5 } as const;

/** Every mark of every distribution, again for every rate: who reaches the three lines, of each unit and paper. */
function naively(): number {
  let sum = 0;
  for (const tallies of [input.sums, ...members.map((one) => one.tallies)]) {
    for (const { stage, grade, subject } of papers) {
      const own = tallies.get(placeKey({ part: "scores", stage, grade, subject })) as Tally;
      for (const line of [subject === move.subject ? move.mark : 60, 85, 40]) {
        for (const name of Object.keys(own)) if (Number(name) / 2 >= line) sum += countOf(own, name);
      }
    }
  }
  return sum;
}

export function lineMoves(rounds: number): Timed[] {
  const prepared = prepareMoves(input);
  const exactly = () => {
    let sum = 0;
    for (const { indicator, after } of moveLines(prepared, [move])) {
      if (typeof after !== "object" || after === null || !/^exam\.(pass|excellent|low)$/.test(indicator)) continue;
      sum += Number(indicator === "exam.low" ? Number(after.denominator) - Number(after.numerator) : after.numerator);
    }
    return sum;
  };
  const ways = [
    { name: "from cumulative counts", run: exactly },
    { name: "a naive recount of three rates", run: naively },
  ];
  return measure(ways, rounds, (a, b) => a === b);
}

/** A step of a drag as 推演 takes it: the county's rate, how many it is short of, and every school before and after. */
export function dragSteps(rounds: number): Timed[] {
  const prepared = prepareMoves(input);
  const limit = { operator: ">=" as const, value: 0.9 };
  const at = { stage: "junior" as const, grade: 9 };
  const questions = [
    { name: "one subject", question: { ...at, indicator: "exam.pass", subject: "数学" } },
    { name: "nine subjects pooled", question: { ...at, indicator: "academic.attainment.rate.junior", grade: null, subject: null } },
  ];
  return questions.flatMap(({ name, question }) => {
    let step = 0;
    const run = () => {
      const { whole, least, schools, why } = movedBy(
        prepared,
        prepared,
        question,
        [{ ...move, mark: 55 + (step++ % 20) / 2 }],
        limit,
        null,
      );
      if (why || !whole || !least?.possible || schools.length !== members.length) throw new Error(`${name}: no answer`);
      return least.pupils;
    };
    return measure([{ name, run }], rounds, () => true);
  });
}

export function plans(rounds: number): Timed[] {
  const ask: PlanAsk = { indicator: "exam.pass", stage: "junior", grade: 9, subject: "数学", limit: { operator: ">=", value: 0.8 } };
  const made = (over: Partial<PlanAsk>) => () => {
    const plan = planFor(input, { ...ask, ...over });
    return plan.possible ? plan.plan.effort : -1;
  };
  const ways = [
    { name: "in any number of schools", over: {} },
    { name: "in at most 150", over: { schools: 150 } },
    { name: "in at most 250", over: { schools: 250 } },
    { name: "one point more, in at most 5", over: { schools: 5, limit: { operator: ">=" as const, value: 0.74 } } },
  ];
  return ways.flatMap(({ name, over }) => measure([{ name, run: made(over) }], rounds, () => true));
}
