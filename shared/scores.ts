/**
 * Score cells -> marks, states and blanks. The one place that knows 缺考, full-width digits and what a blank is.
 */
import type { Frequency } from "./kernel/frequency.ts";
import { noStates, type State, type StateCounts, stateOf } from "./marks/states.ts";
import { invalid, type Refusal, type Words } from "./refusal.ts";

export type Cells = readonly (readonly unknown[])[];

/** A mark, a state, `null` for a blank, or `undefined` for a cell that is neither. */
export type Score = number | State | null | undefined;

const NUMERAL = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** Reads one score cell. Numbers, numeric text (full-width digits and spaces too), states, blanks. Range is not checked here. */
export function readScore(cell: unknown): Score {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : undefined;
  if (cell === null || cell === undefined) return null;
  if (typeof cell !== "string") return undefined;
  // Most texts are written just so, and looking one up is quicker than making it plain.
  const state = stateOf(cell);
  if (state !== undefined) return state;
  const text = plainText(cell);
  if (text === "") return null;
  if (!NUMERAL.test(text)) return stateOf(text);
  const mark = Number(text);
  return Number.isFinite(mark) ? mark : undefined;
}

/**
 * A sheet's cell with its number to the 15 digits that spreadsheets work with: =45*0.7 is kept as 31.499999999999996, and whoever looks at it
 * sees 31.5. For cells whose number must lie on a grid or below a full mark; whatever is finer than those digits was never typed.
 */
export function asShown(cell: unknown): unknown {
  if (typeof cell !== "number" || Math.round(cell * 2) / 2 === cell || !Number.isFinite(cell)) return cell;
  return Number(cell.toPrecision(15));
}

const FULL_WIDTH = /[\u00a0\u3000\uff01-\uff5e]/;

/** Full-width forms made ordinary, outer spaces taken off. Not NFKC, which also makes 62 of 6² and 1 of ①. */
export function plainText(text: string): string {
  if (!FULL_WIDTH.test(text)) return text.trim();
  const narrow = (wide: string) => (wide < "\uff01" ? " " : String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  return text.replaceAll(new RegExp(FULL_WIDTH, "g"), narrow).trim();
}

/** A column of scores: how many pupils in each state, how many cells blank, and the marks of those who sat. */
export interface ScoreColumn {
  readonly states: StateCounts;
  readonly blanks: number;
  readonly frequency: Frequency;
}

/** Tenths of a mark up to this one are counted in an array; anything else goes to a map, equally exact. */
const DENSEST = 1000;

/** Counts score cells and refuses the first that is not a score, naming its place. */
export class ScoreCounter {
  private readonly tenths: Uint32Array;
  private readonly others = new Map<number, number>();
  private readonly states = noStates();
  private blanks = 0;
  private readonly full: number;
  private readonly advice: Words;

  /** `advice` ends the message about a mark above the full mark: what the person can do. */
  constructor(full = Number.MAX_VALUE, advice: Words = CHECK_FULL) {
    this.full = full;
    this.tenths = new Uint32Array(10 * Math.ceil(Math.min(full, DENSEST)) + 1);
    this.advice = advice;
  }

  /** Counts a range, row by row. A county's million marks run through this loop, so it does no more than it must. */
  putAll(cells: Cells): void {
    const { tenths, full } = this;
    for (let row = 0; row < cells.length; row++) {
      const line = cells[row] as readonly unknown[];
      const cell = line[0];
      if (typeof cell === "number" && cell <= full && line.length === 1) {
        const tenth = (cell * 10 + 0.5) >>> 0;
        if (tenth < tenths.length && tenth / 10 === cell) {
          tenths[tenth] = (tenths[tenth] as number) + 1;
          continue;
        }
      }
      this.putRow(line, row);
    }
  }

  /** Texts, blanks, finer marks, and rows of several columns. */
  private putRow(line: readonly unknown[], row: number): void {
    if (line.length === 1) this.put(line[0], row);
    else for (let column = 0; column < line.length; column++) this.put(line[column], row, column);
  }

  /** Counts one cell; row and column are zero-based places inside the range. */
  put(cell: unknown, row: number, column?: number): void {
    if (typeof cell !== "number" || !(cell >= 0 && cell <= this.full)) {
      this.putOther(cell, row, column);
      return;
    }
    const tenth = Math.round(cell * 10);
    if (tenth / 10 === cell && tenth < this.tenths.length) this.tenths[tenth] = (this.tenths[tenth] as number) + 1;
    else this.others.set(cell, (this.others.get(cell) ?? 0) + 1);
  }

  private putOther(cell: unknown, row: number, column: number | undefined): void {
    const score = readScore(cell);
    if (score === null) this.blanks++;
    else if (score === undefined) throw notAScore(cell, row, column);
    else if (typeof score === "string") this.states[score]++;
    else if (score < 0 || score > this.full) throw outOfRange(score, this.full, row, column, this.advice);
    else this.put(score, row, column);
  }

  result(): ScoreColumn {
    const counts = [...this.others];
    this.tenths.forEach((pupils, tenth) => {
      if (pupils > 0) counts.push([tenth / 10, pupils]);
    });
    const frequency = counts.sort(([a], [b]) => a - b);
    const sat = frequency.reduce((n, [, pupils]) => n + pupils, 0);
    return { states: { ...this.states, sat }, blanks: this.blanks, frequency };
  }
}

/** Reads a whole range of scores; marks lie within 0..full. Throws a refusal that names the place. */
export function readScores(cells: Cells, full?: number, advice?: Words): ScoreColumn {
  const counter = new ScoreCounter(full, advice);
  counter.putAll(cells);
  return counter.result();
}

const CHECK_FULL: Words = { zh: "请核对分数和满分。", en: "check the mark and the full mark" };

/** Where a cell stands inside its range, counted from 1 as people do. */
export function placeOf(row: number, column?: number): Words {
  return column === undefined
    ? { zh: `区域内第 ${row + 1} 行`, en: `row ${row + 1}` }
    : { zh: `区域内第 ${row + 1} 行第 ${column + 1} 列`, en: `row ${row + 1}, column ${column + 1}` };
}

/** What stands in a cell, for a message: texts in quotes, errors by their code, long texts cut. */
export function shown(cell: unknown): string {
  if (typeof cell === "string") return cell.length > 20 ? `“${cell.slice(0, 20)}…”` : `“${cell}”`;
  if (typeof cell === "object" && cell !== null) return "code" in cell ? String(cell.code) : "{…}";
  return String(cell);
}

/** The refusal of a cell that is neither mark, state nor blank. A header inside the range is the commonest case. */
export function notAScore(cell: unknown, row: number, column?: number): Refusal {
  const at = placeOf(row, column);
  const header = row === 0 && typeof cell === "string" && !cell.startsWith("#");
  return header
    ? invalid(
        `${at.zh}的${shown(cell)}不是分数：看来表头也选进来了，请从下一行选起，不要选整列。`,
        `${shown(cell)} at ${at.en} is not a mark: it looks like a header, start the range one row below, not the whole column`,
      )
    : invalid(
        `${at.zh}的${shown(cell)}不是分数：请填分数，或缺考、缓考、免考、违纪、转出。`,
        `${shown(cell)} at ${at.en} is not a mark: write a mark, or absent, deferred, exempt, misconduct, left`,
      );
}

export function outOfRange(mark: number, full: number, row: number, column: number | undefined, advice: Words = CHECK_FULL): Refusal {
  const at = placeOf(row, column);
  return mark < 0
    ? invalid(`${at.zh}的 ${mark} 小于 0：分数不能为负。`, `${mark} at ${at.en} is below 0: marks are not negative`)
    : invalid(`${at.zh}的 ${mark} 超过满分 ${full}：${advice.zh}`, `${mark} at ${at.en} is above the full mark ${full}: ${advice.en}`);
}
