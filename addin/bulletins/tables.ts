/** Which table is asked for, and that table. */
import type { Collection, Overview, Rollup, School, SubmissionBody, Tallied } from "../../shared/contract.ts";
import { bandTable, paperAt, schoolSummary } from "../../shared/handin/bulletin.ts";
import { asClasses, classesOf } from "../../shared/handin/class-table.ts";
import { rankTable } from "../../shared/handin/rank-table.ts";
import { headed, joined, type Table } from "../../shared/handin/table.ts";
import { coverageTable, verdictTable } from "../../shared/handin/tables.ts";
import { unlistedOf } from "../../shared/handin/unlisted.ts";
import { Refusal, type Words } from "../../shared/refusal.ts";
import { groundAlone, groundOf, type Setup } from "../../shared/whatif/input.ts";
import { inForce } from "../all-definitions.ts";

export const EXAM_KINDS = ["schools", "classes", "ranks", "bands"] as const;
export const KINDS = [...EXAM_KINDS, "verdicts", "coverage"] as const;
export type Kind = (typeof KINDS)[number];

export interface Asked {
  readonly kind: Kind;
  /** Place of the paper in the exam. */
  readonly paper: number;
  readonly school: string;
  /** Ranks, as they were typed: 50, 100, 200. */
  readonly cuts: string;
  readonly width: number;
}

export interface From {
  readonly overview: Overview;
  readonly collection: Collection;
  readonly rollup: Rollup;
  readonly told: Tallied;
}

/** The table, or why there is none. */
export function tableOf(asked: Asked, from: From): Table | Words {
  return orWhy(() => headed(made(asked, from), from.overview, from.collection));
}

/** One school by itself, with what it sent or would send. */
export interface Own {
  readonly overview: Setup & Pick<Overview, "name">;
  readonly collection: Collection;
  readonly school: School;
  readonly body: SubmissionBody;
}

/** A table of the school's own classes, or why there is none. */
export function ownTable(asked: Asked, own: Own): Table | Words {
  return orWhy(() => headed(madeOfOwn(asked, own), own.overview, own.collection));
}

function madeOfOwn({ kind, paper: at, cuts, width }: Asked, { overview, collection, school: { school, name }, body }: Own): Table {
  const { input } = groundAlone(overview, collection.collection, { school, body, before: null }, inForce().catalogue);
  if (kind === "classes") return classesOf(input, school, body);
  const paper = paperAt({ collection }, at);
  const classes = asClasses(input, school, body);
  const table = kind === "bands" ? bandTable(classes, paper, width, "classes") : rankTable(classes, paper, numbersIn(cuts), "classes");
  const note = joined(table.note, unlistedOf(body, [paper]));
  return { ...table, note, title: { zh: `${name} ${table.title.zh}`, en: `${name}: ${table.title.en}` } };
}

function orWhy(make: () => Table): Table | Words {
  try {
    return make();
  } catch (error) {
    if (error instanceof Refusal) return error.words;
    throw error;
  }
}

function made({ kind, paper: at, school, cuts, width }: Asked, { overview, collection, rollup, told }: From): Table {
  if (kind === "verdicts") return verdictTable(overview, rollup);
  if (kind === "coverage") return coverageTable(overview, rollup, []);
  const { input } = groundOf(overview, told, inForce().catalogue);
  if (kind === "classes") return classesOf(input, school, told.standing.find((one) => one.school === school)?.body);
  const paper = paperAt({ collection }, at);
  if (kind === "schools") return schoolSummary(input, paper);
  if (kind === "bands") return bandTable(input, paper, width);
  return rankTable(input, paper, numbersIn(cuts));
}

/** 50、100，200 as numbers; what is no number is kept as one that is refused. */
function numbersIn(text: string): number[] {
  return text
    .split(/[^0-9.]+/)
    .filter((part) => part !== "")
    .map(Number);
}
