/** A file of this product as a text: its kind, its version, its shape, and the digest that tells whether it is what was written. */
import { bytesOf, canonical, sha256 } from "../canonical.ts";
import { shapePlaces } from "./fault-words.ts";
import type { FileFinding } from "./finding.ts";
import { surfaceOf } from "./outline.ts";
import { faultsIn, type Shape } from "./shape.ts";

interface Expected {
  readonly format: string;
  /** Bytes in UTF-8. */
  readonly most: number;
  readonly shape: Shape;
}

/** The content, or why it is refused and, of a file of the kind, what it says all the same. */
export type Opened<Content> = { readonly content: Content } | { readonly refused: readonly FileFinding[]; readonly told?: unknown };

/** An error about the file as a whole. */
export function problem(code: string, zh: string, en: string): FileFinding {
  return { level: "error", code, sheet: null, cell: null, words: { zh, en } };
}

/** A file of more bytes than any this program writes. */
export function tooLarge(most: number): FileFinding {
  return problem(
    "file-too-large",
    `文件超过 ${most} 字节，不是本程序导出的文件。`,
    `the file is over ${most} bytes: this program writes no such file`,
  );
}

/** The content of a file, or why it is refused. The shape is checked before anything follows the file into its depth. */
export function openEnvelope<Content extends { readonly sha256: string }>(given: string, expected: Expected): Opened<Content> {
  const text = given.startsWith("\uFEFF") ? given.slice(1) : given;
  if (text.length > expected.most || bytesOf(text) > expected.most) return { refused: [tooLarge(expected.most)] };
  const { value, names } = parsed(text);
  if (value === undefined)
    return refuse(
      "file-not-json",
      "文件不完整或不是本程序导出的文件（不是有效的 JSON）。请重新复制或导出。",
      "the file is cut off, or not one of this program (not valid JSON): copy or export it again",
    );
  const stranger = strangerIn(value, expected.format);
  if (stranger) return { refused: [stranger] };
  // Only the last of them is in the value, so no digest can tell.
  if (namesIn(value) !== names)
    return refuse(
      "file-name-twice",
      "文件里有一项内容写了两次，分不清以哪一次为准：文件被改动过，请重新导出。",
      "something stands twice in the file, and it cannot be told which holds: it was altered; export it again",
    );
  const faults = faultsIn(expected.shape, value);
  if (faults.length > 0)
    return {
      told: value,
      refused: shapePlaces(faults, value).map(({ place, words }) =>
        problem(
          "file-shape",
          `文件内容不合规定：${place.zh}：${words.zh}请重新导出。`,
          `the file is not as it was written: ${place.en}: ${words.en}; export it again`,
        ),
      ),
    };
  const { sha256: digest, ...rest } = value as Content;
  if (sha256(canonical(rest)) !== digest)
    return {
      told: value,
      ...refuse(
        "file-altered",
        "文件内容与校验值不符：传送中损坏或被改动。请重新复制或导出。",
        "the content does not match its digest: it was damaged or altered on the way; copy or export it again",
      ),
    };
  return { content: value as Content };
}

function refuse(...[code, zh, en]: Parameters<typeof problem>): { readonly refused: readonly FileFinding[] } {
  return { refused: [problem(code, zh, en)] };
}

/** A JSON text's value; `undefined` where it is none, or nested or crowded as no file of this product is. */
export function jsonIn(text: string): unknown {
  return parsed(text).value;
}

function parsed(text: string): { readonly value: unknown; readonly names: number } {
  const { whole, crowded, names } = surfaceOf(text);
  if (!whole || crowded) return { value: undefined, names };
  try {
    return { value: JSON.parse(text) as unknown, names };
  } catch (error) {
    if (error instanceof SyntaxError) return { value: undefined, names };
    throw error;
  }
}

/** How many names the objects of a value have together. */
function namesIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const inner = Object.values(value).reduce((sum: number, one) => sum + namesIn(one), 0);
  return inner + (Array.isArray(value) ? 0 : Object.keys(value).length);
}

function strangerIn(value: unknown, format: string): FileFinding | null {
  const head = typeof value === "object" && value !== null ? (value as { format?: unknown; version?: unknown }) : {};
  if (head.format !== format)
    return problem(
      "file-format",
      "不是这种文件，或文件开头已损坏。请选择正确的文件。",
      "this is not a file of that kind, or it is damaged: choose the right one",
    );
  if (Number.isSafeInteger(head.version) && (head.version as number) > 1)
    return problem(
      "file-version",
      `文件由更新的版本（${head.version}）写成，请先更新本程序。`,
      `the file is of a newer version (${head.version}): update this program first`,
    );
  return null;
}
