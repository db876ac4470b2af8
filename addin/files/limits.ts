/** How much a file may hold, and the budget that is spent while one is read: nobody's file takes more than this of a computer. */
import type { Refusal } from "../../shared/refusal.ts";
import { tooMuch } from "./refusals.ts";

const MB = 1024 * 1024;

/** The file as it lies on the disk, in bytes. */
const COMPRESSED = 20 * MB;
/** All parts of the file together once inflated, and the largest of them, in bytes. */
export const INFLATED = 120 * MB;
export const PART = 100 * MB;
/** Times that a part may grow when inflated. Smaller parts may do as they like: a hundred thousand equal blank cells are no bomb. */
export const RATIO = 200;
export const RATIO_FROM = 10 * MB;
/** Files inside the file. */
export const ENTRIES = 2_000;
export const SHEETS = 100;
/** Rows and columns of a sheet up to the last cell with something in it. A template has room for 3,000 pupils. */
export const ROWS = 20_000;
export const COLUMNS = 500;
/** Cells of the whole file, each row counted up to its last cell with something in it. */
export const CELLS = 2_000_000;
/** Texts in the list that cells share, and texts that stand in their own cell; like dates and formulas they take more memory than marks. */
const SHARED_STRINGS = 500_000;
export const OWN_TEXTS = 300_000;
export const DATES = 100_000;
export const FORMULAS = 200_000;
/** Characters of a cell, and of a formula, as in Excel. */
export const TEXT = 32_767;
export const FORMULA = 8_192;
/** Characters of all texts and formulas together; those of shared texts once. */
const CHARACTERS = 16 * MB;
export const DEFINED_NAMES = 10_000;
export const MERGES = 20_000;
/** Elements inside each other, attributes of one, characters of a tag. */
export const DEPTH = 64;
export const ATTRIBUTES = 100;
export const TOKEN = 65_536;
/** How long it may take, in milliseconds. */
export const TIME = 2_000;

/** A clock in milliseconds; any beginning will do. */
export type Clock = () => number;

/** What may still be spent on a file. Each verb refuses when there is nothing left. */
export interface Budget {
  /** Called every few thousand characters. */
  time(): void;
  bytes(inflated: number): void;
  cells(more: number): void;
  /** A text that several cells share, or one that stands in its own cell. */
  sharedText(characters: number): void;
  ownText(characters: number): void;
  formula(characters: number): void;
  date(): void;
}

/** The budget of one file, from now on; `late` is said of one that takes too long. */
export function budgetOf(clock: Clock, late: (seconds: number) => Refusal = tooMuch.time): Budget {
  const until = clock() + TIME;
  const bytes = countdown(INFLATED, () => tooMuch.inflated(INFLATED / MB));
  const characters = countdown(CHARACTERS, () => tooMuch.characters(CHARACTERS));
  const shared = countdown(SHARED_STRINGS, () => tooMuch.texts(SHARED_STRINGS));
  const own = countdown(OWN_TEXTS, () => tooMuch.texts(OWN_TEXTS));
  const formulas = countdown(FORMULAS, () => tooMuch.formulas(FORMULAS));
  const dates = countdown(DATES, () => tooMuch.dates(DATES));
  return {
    time() {
      if (!(clock() <= until)) throw late(TIME / 1000);
    },
    bytes,
    cells: countdown(CELLS, () => tooMuch.cells(CELLS)),
    sharedText(length) {
      shared(1);
      characters(length);
    },
    ownText(length) {
      own(1);
      characters(length);
    },
    formula(length) {
      formulas(1);
      characters(length);
    },
    date: () => dates(1),
  };
}

function countdown(most: number, refusal: () => Refusal): (spent: number) => void {
  let left = most;
  return (spent) => {
    left -= spent;
    if (left < 0) throw refusal();
  };
}

/** Refuses a file of too many bytes before more of it is looked at than its first, by which it is told what to take out. */
export function checkSize(size: number, head: Uint8Array): void {
  if (size <= COMPRESSED) return;
  const [first, second] = head[0] === 0xef ? head.subarray(3) : head;
  if (first === 0x7b) throw tooMuch.json(COMPRESSED / MB);
  throw first === 0x50 && second === 0x4b ? tooMuch.file(COMPRESSED / MB) : tooMuch.plain(COMPRESSED / MB);
}
