/** A document as data, in one language: what a writer of files sets, and what can be checked without one. Texts are texts: nothing in them acts. */
import type { Scene } from "../pictures/scene.ts";
import type { Words } from "../refusal.ts";

export type Tongue = keyof Words;

/** Pixels in which pictures are composed, and as wide as they stand in a document. */
export const PICTURE_WIDTH = 580;

export interface Column {
  readonly head: string;
  /** Its share of the page's width, against the other columns. */
  readonly width: number;
  readonly align?: "left" | "center" | "right";
}

/** A row across the whole table, or one of cells; `bar` is drawn behind the last column as long as that fraction of it. */
export type Row = { readonly across: string } | { readonly cells: readonly string[]; readonly bar?: number };

export interface Table {
  readonly kind: "table";
  readonly caption?: string;
  /** Set small, as an annex is. */
  readonly small?: boolean;
  /** The head is repeated on every page. */
  readonly columns: readonly Column[];
  /** The head of the column in which bars are drawn, where there is one. */
  readonly bars?: string;
  readonly rows: readonly Row[];
}

/** Who signs: lines one under the other, with room for a hand and a seal. */
export interface Side {
  readonly heading: string;
  readonly lines: readonly string[];
}

export type Block =
  | { readonly kind: "title" | "subtitle" | "heading" | "subheading" | "paragraph" | "note"; readonly text: string }
  /** Empty lines, to be written in. */
  | { readonly kind: "room"; readonly lines: number }
  | { readonly kind: "signatures"; readonly sides: readonly [Side, Side] }
  /** Drawn where whoever writes the file can paint; the numbers stand in the table below it all the same. */
  | { readonly kind: "picture"; readonly scene: Scene }
  | Table;

export interface DocumentData {
  readonly tongue: Tongue;
  readonly title: string;
  /** Stands small at the head of every page. */
  readonly running: string;
  readonly blocks: readonly Block[];
}

/** Numbers of headings: 一、 二、 … or 1. 2. … */
export function numbered(tongue: Tongue): (text: string) => Block {
  let count = 0;
  return (text) => {
    count++;
    return { kind: "heading", text: tongue === "zh" ? `${"一二三四五六七八九十"[count - 1] ?? count}、${text}` : `${count}. ${text}` };
  };
}
