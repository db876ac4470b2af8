/** The real scores of test/data/chem97.csv.gz: counties of schools of pupils, as whole numbers and as they are written. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

export interface Pupil {
  readonly lea: number;
  readonly school: number;
  /** Mark out of 10. */
  readonly score: number;
  /** Earlier average mark, 0 to 8, in thousandths. */
  readonly entry: number;
}

/** Every pupil, in the order of the file. */
export function readPupils(): Pupil[] {
  const text = gunzipSync(readFileSync(new URL("../data/chem97.csv.gz", import.meta.url))).toString("utf8");
  const [header, ...rows] = text.trimEnd().split("\n");
  if (header !== "lea,school,score,gcsescore") throw new Error(`chem97 has other columns: ${header}`);
  return rows.map((row) => {
    const [lea = "", school = "", score = "", entry = ""] = row.split(",");
    return { lea: Number(lea), school: Number(school), score: Number(score), entry: thousandths(entry) };
  });
}

/** "6.625" is 6625 thousandths: by its digits, without a division. */
function thousandths(text: string): number {
  const [whole = "0", decimals = ""] = text.split(".");
  if (!/^\d+$/.test(whole) || !/^\d{0,3}$/.test(decimals)) throw new Error(`"${text}" is no entry mark`);
  return Number(whole + decimals.padEnd(3, "0"));
}

/** Pupils under a key, keys in order of first appearance. */
export function groupedBy(pupils: readonly Pupil[], key: "lea" | "school"): Map<number, Pupil[]> {
  const groups = new Map<number, Pupil[]>();
  for (const pupil of pupils) {
    const group = groups.get(pupil[key]);
    if (group) group.push(pupil);
    else groups.set(pupil[key], [pupil]);
  }
  return groups;
}
