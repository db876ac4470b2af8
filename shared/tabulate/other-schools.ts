/** What a column of schools says beside this one: the school by another name, or one that the region has not. */
import { plainText, shown } from "../scores.ts";
import type { Mapping, Sheet } from "../tabulate.ts";
import { headOf } from "./address.ts";
import { alikeSchool } from "./alike-school.ts";
import { findingAt, type Said, type SheetFinding } from "./finding.ts";
import type { Reading, SchoolName } from "./pupils.ts";

/** One query for each name that looks like this school's; one for all that are no school's of the region. */
export function otherSchools(sheet: Sheet, mapping: Mapping, { otherSchools: named, pupils }: Reading, school: SchoolName): SheetFinding[] {
  const ask = (said: Said) => findingAt("query", headOf(sheet, mapping, mapping.school ?? 0), said);
  const alike = [...named].filter(([one]) => alikeSchool(one, school.name));
  const unknown = strangers(named, school);
  // A list of another region says as much in its preview; a few spellings among schools that are known are slips.
  const slips = unknown.length > 0 && unknown.length < named.size + Number(pupils.length > 0);
  return [
    ...alike.map(([one, rows]) => ask(sentences.schoolAlike(one, school.name, rows))),
    ...(slips ? [ask(sentences.schoolUnknown(unknown, school.name))] : []),
  ];
}

/** What a column of schools says that no school of the region is called, with the rows; those that look like this one are asked about alone. */
function strangers(
  named: ReadonlyMap<string, number>,
  { name, others, codes = [] }: Pick<SchoolName, "name" | "others" | "codes">,
): [named: string, rows: number][] {
  if (others === undefined) return [];
  const plain = (text: string) => plainText(text).replace(/\s+/g, "").toLowerCase();
  const known = new Set([...others, ...codes].map(plain));
  return [...named].filter(([one]) => !known.has(plain(one)) && !alikeSchool(one, name));
}

/** Slips are few; a list of another region would fill the pane. */
const MOST_NAMED = 20;

const sentences = {
  schoolAlike: (named: string, own: string, rows: number): Said => ({
    code: "school-alike",
    zh: `学校写的是${shown(named)}（${rows} 行），没有算进${own}：看来是同一所学校。是本校的请把校名写成“${own}”；确实是别的学校，不用改。`,
    en: `${rows} rows name the school ${shown(named)} and are not counted for ${own}: it looks like the same school. If it is, write “${own}”; if it is another school, leave them.`,
  }),
  schoolUnknown: (spellings: readonly (readonly [named: string, rows: number])[], own: string): Said => {
    const more = spellings.length > MOST_NAMED ? "……" : "";
    const told = (rows: (n: number) => string, comma: string) =>
      spellings
        .slice(0, MOST_NAMED)
        .map(([named, n]) => shown(named) + rows(n))
        .join(comma) + more;
    return {
      code: "school-unknown",
      zh: `学校这一列有 ${spellings.length} 种写法不是本区的学校，没有计入：${told((n) => `（${n} 行）`, "、")}。是${own}的请改成“${own}”；确实是别处的，不用改。`,
      en: `the column of schools has ${spellings.length} spellings that are no school of the region and are not counted: ${told((n) => ` (${n} rows)`, ", ")}. Write “${own}” where it is meant; where it is another place's, leave them.`,
    };
  },
};
