/** A file that may have gone to the wrong place: into a collection that is over, or under a school that its name does not name. Asked before it is taken. */
import { canonical } from "../canonical.ts";
import { closing, dayOf } from "../moment.ts";
import { parsePeriod } from "../period.ts";
import type { Words } from "../refusal.ts";
import type { County } from "./county.ts";
import type { Held } from "./held.ts";
import { countsOf } from "./moved.ts";

/** What was taken of a collection that is over, or of an earlier time than one that is open, would be replaced: last time's template with new numbers. */
export function overdue(fresh: Held, own: Held | undefined, { collections }: County, now: number): Words[] {
  const place = collections.find(({ collection }) => collection === fresh.collection);
  if (!place || !own || countsOf(own) === countsOf(fresh)) return [];
  const isOver = (closes: string | null) => closes !== null && now >= closing(closes);
  const { to } = parsePeriod(place.period);
  const next = collections
    .filter(({ form, period, closes }) => form === place.form && parsePeriod(period).from > to && !isOver(closes))
    .sort((a, b) => (a.period < b.period ? -1 : 1))[0];
  const over = isOver(place.closes) && place.closes !== null ? dayOf(place.closes) : null;
  if (over === null && !next) return [];
  return [
    {
      zh: `这是“${place.name}”（${place.period}）的文件，会代替已收的（${own.file}）${over === null ? "" : `，而这次采集已在 ${over} 截止`}${next ? `；现在在收的是“${next.name}”（${next.period}）` : ""}：请核对是不是把这次的数填进了上次的模板`,
      en: `this is a file of ${place.name} (${place.period}) and would replace what was taken (${own.file})${over === null ? "" : `, though the collection closed on ${over}`}${next ? `; what is open now is ${next.name} (${next.period})` : ""}: see whether new numbers were put into an old template`,
    },
  ];
}

/** The name of another school and not its own, where nothing was taken yet or nothing of it is left. */
export function misnamed(fresh: Held, own: Held | undefined, { schools }: County): Words[] {
  const name = fresh.file.split(/[\\/]/).at(-1) ?? "";
  const mine = schools.find(({ school }) => school === fresh.school);
  if (!mine || name.includes(mine.name)) return [];
  const [other] = schools.filter((one) => name.includes(one.name)).sort((a, b) => b.name.length - a.name.length);
  if (!other || (own && isKept(own, fresh))) return [];
  const [zh, en] = own
    ? [`，和已收的（${own.file}）几乎没有相同的数`, `, and hardly a number is that of ${own.file}, which was taken`]
    : ["", ""];
  return [
    {
      zh: `文件名写的是${other.name}（${other.school}），模板是${mine.name}（${mine.school}）的${zh}：请核对是不是填错了学校的模板`,
      en: `the file is named for ${other.name} (${other.school}), but its template is that of ${mine.name} (${mine.school})${en}: see whether it was filled into another school's template`,
    },
  ];
}

/** A tenth or more of what was taken is there still: one that was corrected, however it is named. */
function isKept(own: Held, fresh: Held): boolean {
  const now = new Set(fresh.body.slices.map((slice) => canonical(slice)));
  const kept = own.body.slices.filter((slice) => now.has(canonical(slice))).length;
  return kept * 10 >= own.body.slices.length;
}
