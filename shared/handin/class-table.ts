/** 各班一分三率 of one school: its classes under each other, subject by subject, each with its own full mark and lines, ended by the whole school. */
import type { SubmissionBody } from "../contract.ts";
import { invalid } from "../refusal.ts";
import type { Member, RollupInput } from "../rollup.ts";
import { subjectName } from "../subjects.ts";
import { classSummary, LINES, LINES_NOTE, lineCells, papersIn, talliesByClass } from "./bulletin.ts";
import { placeWords } from "./place-words.ts";
import { type Cell, joined, type Table } from "./table.ts";
import { unlistedOf } from "./unlisted.ts";

/** Refuses a school that nothing is counted of. */
export function classesOf(input: RollupInput, school: string, body: SubmissionBody | undefined): Table {
  const member = input.members.find((one) => one.school === school);
  if (!member || !body) throw invalid("这所学校没有计入汇总的填报。", "nothing of this school is counted");
  const alone = { ...input, members: [member] };
  const bodies = new Map([[school, body]]);
  const parts = papersIn(input).map((paper) => ({
    place: placeWords({ ...paper, subject: subjectName(paper.subject) }),
    lines: lineCells(input, paper),
    table: classSummary(alone, bodies, paper),
  }));
  const [first] = parts;
  if (!first) throw invalid("这个采集没有考试。", "this collection has no exam");
  // The county ends each table, and is left out here.
  const rows = parts.flatMap(({ place, lines, table }) =>
    table.rows.filter(([code]) => code === school).map((row): readonly Cell[] => [place, row[2] ?? null, ...lines, ...row.slice(3)]),
  );
  return {
    title: { zh: `${member.name} 分班一分三率`, en: `${member.name}: summary by class` },
    note: joined(LINES_NOTE, unlistedOf(body, papersIn(input))),
    columns: [
      { name: { zh: "学科", en: "Subject" }, format: "text" },
      ...first.table.columns.slice(2, 3),
      ...LINES,
      ...first.table.columns.slice(3),
    ],
    rows,
  };
}

/** A school's classes in place of schools, and the school in place of the county: what of theirs is in each band, and among the first of the school. */
export function asClasses(input: RollupInput, school: string, body: SubmissionBody): RollupInput {
  const member = input.members.find((one) => one.school === school);
  if (!member) throw invalid("这所学校没有计入汇总的填报。", "nothing of this school is counted");
  const { stages } = member;
  const members = talliesByClass(body).map(([name, tallies]): Member => ({ school: name, name, stages, tallies }));
  return { ...input, sums: member.tallies, members };
}
