/** A school that leaves something out is missing from that figure: a weak subject cannot be dropped to reach a target. */
import { expect, test } from "vitest";
import { readRollup } from "../../shared/rollup.ts";
import { bodySent, member, type Pupil, rollupInput } from "./county.ts";

const pupils: Pupil[] = Array.from({ length: 20 }, () => ({ class: "1", chinese: 200, maths: 190, entry: null }));

function verdicts(leaveOut: "数学" | "joint" | null) {
  const bodies = [bodySent(pupils), bodySent(pupils)];
  const [first] = bodies;
  if (first)
    first.slices = first.slices.filter(({ subject, joint }) => (leaveOut === "joint" ? !joint : leaveOut === null || subject !== leaveOut));
  const target = {
    stage: null,
    unit: "370811",
    period: "2025",
    operator: ">=" as const,
    value: 0.5,
    upTo: null,
    source: "test",
    by: "admin",
    at: "2026-11-22",
  };
  const targets = ["exam.pass", "exam.allpass", "academic.attainment.rate.junior"].map((indicator) => ({ ...target, indicator }));
  const read = readRollup(
    rollupInput(
      bodies.map((body, at) => member(body, at)),
      { targets },
    ),
  );
  const of = (indicator: string, subject: string | null = null) =>
    read.verdicts.find((verdict) => verdict.indicator === indicator && verdict.subject === subject);
  return {
    chinese: of("exam.pass", "语文")?.verdict,
    maths: of("exam.pass", "数学"),
    all: of("exam.allpass")?.verdict,
    pooled: of("academic.attainment.rate.junior")?.verdict,
  };
}

test("with everything sent, everything is judged", () => {
  expect(verdicts(null)).toMatchObject({ chinese: "met", maths: { verdict: "met" }, all: "met", pooled: "met" });
});

test("without its mathematics, mathematics and the pooled rate are undecided and say why; Chinese is judged", () => {
  const reason = { en: "1 of the schools that submitted left this out" };
  expect(verdicts("数学")).toMatchObject({ chinese: "met", maths: { verdict: "undecided", reason }, pooled: "undecided" });
});

test("without its joint counts, the all-subject rate is undecided", () => {
  expect(verdicts("joint")).toMatchObject({ chinese: "met", maths: { verdict: "met" }, all: "undecided" });
});
