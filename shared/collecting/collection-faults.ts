/** What is wrong with a collection that somebody wants to set up, against the region it is for: the Worker's rules, and those of who has none. */
import type { CollectionBody } from "../contract.ts";
import { whyNotAsked } from "../entered.ts";
import { checkCollection, type Finding, linesFault } from "../exam.ts";
import { shipped } from "../indicators/index.ts";
import { periodFault } from "../indicators/limit-faults.ts";
import { closing, opening } from "../moment.ts";

export interface Known {
  /** The codes of the region's schools. */
  readonly schools: ReadonlySet<string>;
  /** The ids of its collections. */
  readonly collections: ReadonlySet<string>;
}

/** So many different marks a paper may have: its sum is one row, and a row holds 2 MB. */
const MOST_MARKS = 100_000;

/** Each fault with its place as a JSON path of the body. */
export function collectionFaults(id: string, body: CollectionBody, known: Known): Finding[] {
  const period = periodFault(body.period);
  const faults: Finding[] = [...(period ? [{ at: "period", words: period }] : []), ...checkCollection(body)];
  const say = (at: string, zh: string, en: string) => faults.push({ at, words: { zh, en } });
  body.exam?.papers.forEach((paper, at) => {
    const { full, grid } = paper;
    const order = faults.some((fault) => fault.at.startsWith(`exam.papers[${at}].`)) ? null : linesFault(paper);
    if (order) faults.push({ at: `exam.papers[${at}].lines.${order[0]}`, words: order[1] });
    if (full * grid > MOST_MARKS)
      say(`exam.papers[${at}].grid`, "分数格太细，请用更粗的格。", `more than ${MOST_MARKS} different marks: take a coarser grid`);
  });
  if (body.opens !== null && body.closes !== null && opening(body.opens) >= closing(body.closes))
    say("closes", "截止时间不晚于开始时间。", "it closes before it opens");
  if (body.definitions !== null && !shipped.releases.includes(body.definitions)) {
    const releases = shipped.releases.join(", ");
    say("definitions", `没有这个版本，现有：${releases}。`, `no such release; there are ${releases}`);
  }
  const release = shipped.releases.find((one) => one === body.definitions) ?? shipped.releases.at(-1);
  body.indicators?.forEach((indicator, at, all) => {
    const twice = all.indexOf(indicator) < at ? { zh: "出现两次。", en: "it is named twice" } : null;
    const words = whyNotAsked(shipped.find(indicator, release), indicator) ?? twice;
    if (words) faults.push({ at: `indicators[${at}]`, words });
  });
  body.required?.forEach((code, at, all) => {
    if (all.indexOf(code) < at) say(`required[${at}]`, `学校 ${code} 出现两次。`, `school ${code} is named twice`);
    if (!known.schools.has(code)) say(`required[${at}]`, `没有登记学校 ${code}。`, `school ${code} is not registered`);
  });
  if (body.baseline !== null && (body.baseline === id || !known.collections.has(body.baseline)))
    say("baseline", "基线应是本区划另一个已有的采集。", "the baseline is another collection of the region");
  return faults;
}
