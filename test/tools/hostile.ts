/** Broken and hostile files, each with what its refusal must say. Nobody outside this folder made them: they are written here byte by byte. */

import { archives } from "./hostile-archives.ts";
import { cells } from "./hostile-cells.ts";
import { contents } from "./hostile-contents.ts";
import { kinds } from "./hostile-kinds.ts";
import { markup } from "./hostile-markup.ts";
import { tables } from "./hostile-tables.ts";

export interface Hostile {
  readonly name: string;
  /** What it would be read as: nothing said, by what it is. */
  readonly as?: "xlsx" | "csv";
  bytes(): Uint8Array;
  /** What the Chinese sentence must say; of a cell, its sheet and address too. */
  readonly says: RegExp;
}

/** All of them. Large ones are made when asked for. */
export const hostileFiles: readonly Hostile[] = [...kinds, ...archives, ...contents, ...markup, ...cells, ...tables];
