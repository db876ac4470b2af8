/** What a submission was asked about in its own file, with what was explained of it: for whoever reads it after the file is gone. */
import type { Note } from "../contract.ts";
import type { FileFinding } from "./finding.ts";
import type { Held } from "./held.ts";

const OTHER = { zh: "学校另外的说明", en: "the school's own remark" };

/** The queries in the order of the file, then what was explained that no query asks about. */
export function askedOf({ queries, body }: Pick<Held, "queries" | "body">): FileFinding[] {
  const notes = body.notes ?? [];
  const texts = new Map(notes.map((one) => [placeOf(one), one.text]));
  const asked = new Set(queries.map(placeOf));
  return [
    ...queries.map((one) => {
      const note = one.note ?? texts.get(placeOf(one));
      return note === undefined ? one : { ...one, note };
    }),
    ...notes
      .filter((one) => !asked.has(placeOf(one)))
      .map(({ text, ...place }): FileFinding => ({ level: "query", ...place, words: OTHER, note: text })),
  ];
}

/** The same with the place said before it: a table has no column for it. */
export function placed(finding: FileFinding): FileFinding {
  const { sheet, cell, words } = finding;
  const place = [sheet, cell].filter((part) => part !== null).join(" ");
  return place === "" ? finding : { ...finding, words: { zh: `${place}：${words.zh}`, en: `${place}: ${words.en}` } };
}

/** What an explanation goes with: a check at a cell. */
export function placeOf({ code, sheet, cell }: Pick<Note, "code" | "sheet" | "cell">): string {
  return `${code}|${sheet}|${cell}`;
}
