/** Pupils who stand in two grades: a pupil is in one only, so a grade's list was pasted into another's sheet. */
import type { Value } from "../../handin/book.ts";
import { defaultSettings } from "../../handin/consistency/settings.ts";
import { addressOf, rangesShown } from "../../tabulate/address.ts";
import { nameOf, numberIn } from "../../tabulate/twice.ts";
import { meets } from "../../target.ts";
import type { ScorePlace } from "../places.ts";
import type { Findings } from "../reading/findings.ts";

export interface GradeRows {
  readonly place: ScorePlace;
  readonly rows: readonly (readonly Value[])[];
}

interface Listed {
  readonly row: number;
  readonly number: string;
  readonly name: string;
}

/** One query for each two grades, in the later sheet. */
export function checkTwoGrades(grades: readonly GradeRows[], findings: Findings): void {
  const lists = grades.map(({ place, rows }) => ({ place, pupils: listedIn(rows, place) }));
  for (const [at, { place, pupils }] of lists.entries())
    for (const before of lists.slice(0, at)) {
      const [byNumber, byName] = [sameNumbers(pupils, before.pupils), sameNames(pupils, before.pupils)];
      const again = byNumber.length > 0 ? byNumber : byName;
      const [first] = again;
      if (!first) continue;
      const column = byNumber.length > 0 ? place.number : place.pupil;
      const cells = rangesShown(
        again.map(({ own }) => own.row),
        column,
        2,
      );
      const other = `“${before.place.sheet}”${addressOf(first.other.row, column)}`;
      const what = byNumber.length > 0 ? { zh: "学号", en: "numbers" } : { zh: "姓名", en: "names" };
      findings.query("pupils-in-two-grades", place.sheet, addressOf(first.own.row, column), {
        zh: `有 ${again.length} 名学生（${cells}）的${what.zh}在${before.place.spoken}里也有，第一个在${other}：一名学生只在一个年级，请核对是不是把一个年级的名单贴到了另一个年级；确实如此请说明。`,
        en: `${again.length} pupils (${cells}) have ${what.en} that stand in grade ${before.place.grade} too, the first in ${other}: a pupil is in one grade only; see whether one grade's list was pasted into another's sheet. If it is so, say so.`,
      });
    }
}

function listedIn(rows: GradeRows["rows"], { first, number, pupil }: ScorePlace): Listed[] {
  return rows.flatMap((cells, row) => (row < first ? [] : [{ row, number: numberIn(cells[number]), name: nameOf(cells[pupil]) }]));
}

interface Pair {
  readonly own: Listed;
  readonly other: Listed;
}

/** Of a number shorter than those of the country many schools have one in each grade, and serial numbers begin anew: now and then both pupils have one name. */
function sameNumbers(here: readonly Listed[], there: readonly Listed[]): Pair[] {
  const { nationalDigits, gradesChance, gradesDigits } = defaultSettings;
  const found = pairsBy(({ number }) => number, here, there).filter(
    ({ own, other }) => own.number.length >= nationalDigits || (own.name !== "" && own.name === other.name),
  );
  return found.length > gradesChance || found.some(({ own }) => own.number.length >= gradesDigits) ? found : [];
}

function sameNames(here: readonly Listed[], there: readonly Listed[]): Pair[] {
  const { gradesNames, gradesShare } = defaultSettings;
  const numbered = [here, there].every((list) => list.some(({ number }) => number !== ""));
  const found = numbered ? [] : pairsBy(({ name }) => name, here, there);
  const fewer = Math.min(here.length, there.length);
  return found.length >= gradesNames && meets({ numerator: found.length, denominator: fewer }, ">=", gradesShare) ? found : [];
}

function pairsBy(keyOf: (one: Listed) => string, here: readonly Listed[], there: readonly Listed[]): Pair[] {
  const known = new Map(there.map((one) => [keyOf(one), one]));
  return here.flatMap((own) => {
    const other = keyOf(own) === "" ? undefined : known.get(keyOf(own));
    return other ? [{ own, other }] : [];
  });
}
