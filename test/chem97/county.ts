/** How the real scores become regions, schools, one collection and the submissions of its schools. */
import type { CollectionBody, Paper, School, SubmissionBody } from "../../shared/contract.ts";
import { latestRelease as definitions } from "../../shared/indicators/index.ts";
import type { Pupil } from "./pupils.ts";

export const PASS = 2;
export const TOP = 10;
export const COLLECTION = "chem97";

export const paper: Paper = {
  stage: "junior",
  grade: 9,
  subject: "chemistry",
  full: 10,
  grid: 2,
  lines: { pass: PASS, excellent: TOP, low: null },
  before: { name: "GCSE", full: 8, grid: 1000 },
};

export const collectionBody: CollectionBody = {
  name: "A-level Chemistry 1997",
  form: "exam",
  period: "1997",
  exam: { name: "A-level Chemistry 1997", papers: [paper] },
  opens: null,
  closes: null,
  required: null,
  baseline: null,
  definitions: null,
  indicators: null,
};

/** Authority n is county 900000 + n. */
export function regionOf(lea: number): string {
  return String(900_000 + lea);
}

export function schoolCodeOf(school: number): string {
  return `C${String(school).padStart(4, "0")}`;
}

export function schoolBody(school: number): School {
  return { school: schoolCodeOf(school), name: `School ${school}`, stages: ["junior"], setting: null, type: null, groups: [] };
}

/** What a school sends: its distribution in half marks, the sums of its pairs, who passed every (the one) paper, and each one's per cent of 10. */
export function submissionOf(pupils: readonly Pupil[]): SubmissionBody {
  const place = { stage: paper.stage, grade: paper.grade, class: null };
  const halves = pupils.map(({ score, entry }) => ({ x: entry, y: 2 * score }));
  const sum = (of: (pair: { x: number; y: number }) => number) => halves.reduce((total, pair) => total + of(pair), 0);
  const marks = [...new Set(halves.map(({ y }) => y))].sort((a, b) => a - b);
  return {
    definitions,
    slices: [
      {
        ...place,
        subject: paper.subject,
        scores: {
          grid: 2,
          states: { sat: pupils.length, absent: 0, deferred: 0, exempt: 0, misconduct: 0, left: 0 },
          counts: marks.map((mark) => [mark, halves.filter(({ y }) => y === mark).length]),
        },
        pairs: {
          grid: { before: 1000, after: 2 },
          matched: pupils.length,
          unmatched: 0,
          before: sum(({ x }) => x),
          after: sum(({ y }) => y),
          before2: sum(({ x }) => x * x),
          after2: sum(({ y }) => y * y),
          product: sum(({ x, y }) => x * y),
        },
      },
      {
        ...place,
        subject: null,
        joint: {
          pupils: pupils.length,
          passed: pupils.filter(({ score }) => score >= PASS).length,
          lowest: marks.map((mark) => [mark * 5, halves.filter(({ y }) => y === mark).length]),
        },
      },
    ],
  };
}
