/** Who has submitted, and how figures stand against their targets: the tables that go with a bulletin. */

import { requiredSchools } from "../collecting/coverage.ts";
import type { Note, Rollup, Verdict } from "../contract.ts";
import { shownGap, shownLimit, shownValue, timesOf } from "../display.ts";
import { countedIn, countFormat } from "../figures/counted.ts";
import { verdictWords } from "../indicators/compute.ts";
import type { Definition } from "../indicators/definition.ts";
import { shipped } from "../indicators/index.ts";
import { clockOf } from "../moment.ts";
import type { Words } from "../refusal.ts";
import { sourceWords } from "../statement/source.ts";
import type { County } from "./county.ts";
import { isUnexplained } from "./finding.ts";
import type { Noticed } from "./held.ts";
import { placeWords } from "./place-words.ts";
import type { Cell, Column, Table } from "./table.ts";

const column = (zh: string, en: string, format: Column["format"] = "text"): Column => ({ name: { zh, en }, format });
const SENT: Words = { zh: "已填报", en: "submitted" };
/** So many explanations stand in one cell. */
const NOTES_TOLD = 3;
const BEYOND: Words = { zh: "已填报（未要求）", en: "submitted unasked" };
const MISSING: Words = { zh: "未填报", en: "missing" };
const WITHHELD: Words = { zh: "有问题，未计入", en: "withheld: see the finding" };

/** A row for each school that was asked or has submitted, in the order of their codes; `noticed`: what is held and does not count. */
export function coverageTable(county: County, rollup: Rollup, noticed: readonly Noticed[]): Table {
  const { coverage, lineage } = rollup;
  const names = new Map([...county.schools.map(({ school, name }) => [school, name] as const), [county.region, county.name] as const]);
  const sent = new Map(lineage.map((line) => [line.school, line]));
  const codes = [...new Set([...coverage.missing, ...sent.keys()])].sort();
  const collection = county.collections.find((one) => one.collection === rollup.collection);
  const asked = new Set(collection ? requiredSchools(collection, county.schools) : codes);
  const explained = new Map(rollup.schools.map(({ school, notes }) => [school, notes]));
  const beyond = lineage.length - coverage.submitted;
  const rows = codes.map((code): Cell[] => {
    const line = sent.get(code);
    const held = noticed.find(({ school }) => school === code);
    const name = names.get(code) ?? null;
    return line
      ? [code, name, asked.has(code) ? SENT : BEYOND, line.revision, clockOf(line.received), notesTold(explained.get(code) ?? [])]
      : [code, name, held ? WITHHELD : MISSING, null, null, held?.finding.words ?? null];
  });
  return {
    title: { zh: "填报情况", en: "Coverage" },
    note: {
      zh: `应填报 ${coverage.required} 所，已填报 ${coverage.submitted} 所，未填报 ${coverage.missing.length} 所。${beyond > 0 ? `另有 ${beyond} 所未要求也已填报，照常计入。` : ""}`,
      en: `${coverage.submitted} of ${coverage.required} required schools have submitted, ${coverage.missing.length} are missing.${beyond > 0 ? ` ${beyond} more submitted without being asked, and count.` : ""}`,
    },
    columns: [
      ...[column("学校代码", "Code"), column("学校", "School"), column("情况", "State")],
      ...[column("版次", "Revision", "count"), column("时间", "Received"), column("说明", "Why")],
    ],
    rows,
  };
}

/** The first of what a school explained, and how many there are: a cell is no place for all of them. */
function notesTold(notes: readonly Pick<Note, "text">[]): Words | null {
  if (notes.length === 0) return null;
  const [zh, en] = ["；", "; "].map((by) =>
    notes
      .slice(0, NOTES_TOLD)
      .map(({ text }) => text)
      .join(by),
  ) as [string, string];
  if (notes.length <= NOTES_TOLD) return { zh, en };
  return { zh: `${zh}……共 ${notes.length} 条说明`, en: `${en} … ${notes.length} notes in all` };
}

/** What is worth a question once all files lie side by side, school by school; what a school explained stands beside it. */
export function questionTable(county: County, questions: readonly Noticed[]): Table {
  const names = new Map(county.schools.map(({ school, name }) => [school, name]));
  // What is asked of a file is explained there; what lies side by side is asked of the schools.
  const waits = ({ finding }: Noticed) => finding.sheet !== null && isUnexplained(finding);
  const open = questions.filter(waits).length;
  const [zh, en] = open > 0 ? [`其中 ${open} 处待说明。`, ` ${open} still to be explained.`] : ["", ""];
  const rows = questions.map(({ school, finding }): Cell[] => [
    school ?? county.region,
    school === null ? county.name : (names.get(school) ?? null),
    finding.words,
    finding.note ?? (waits({ school, finding }) ? { zh: "待说明", en: "to be explained" } : null),
  ]);
  return {
    title: { zh: "请核对", en: "To be checked" },
    note: {
      zh: `${questions.length} 处：各校之间、各表之间、与上次相比不寻常的数，以及各校文件里请核对的内容和学校的说明。都照常计入汇总；请向学校核实，属实的请说明原因。${zh}`,
      en: `${questions.length}: numbers that are unusual beside other schools, other sheets or last time, and what each file was asked about and explained. All of them count; ask the school, or note why they are right.${en}`,
    },
    columns: [
      column("学校代码", "Code"),
      column("学校", "School"),
      column("请核对的内容", "What to check"),
      column("学校说明", "Explained"),
    ],
    rows,
  };
}

/** Every figure there is, the region's first, whether it has a target or not: nothing that a page shows is missing from the file. */
export function figureTable(county: County, rollup: Rollup): Table {
  const units = [{ school: county.region, name: county.name, figures: rollup.figures }, ...rollup.schools];
  const rows = units.flatMap(({ school, name, figures }) =>
    figures.map((figure): Cell[] => {
      const definition = shipped.find(figure.indicator, rollup.definitions);
      const own = rollup.readings.filter(({ id }) => figure.readings.includes(id));
      const readings = { zh: own.map(({ zh }) => zh).join("；"), en: own.map(({ en }) => en).join("; ") };
      return [
        ...[school, name, definition?.names ?? figure.indicator, placeWords(figure)],
        figure.value === null || !definition ? null : valueCell(figure.value, definition),
        ...[figure.counts?.numerator ?? null, figure.counts?.denominator ?? null, figure.why, own.length > 0 ? readings : null],
      ];
    }),
  );
  return {
    title: { zh: "全部指标", en: "All figures" },
    note: {
      zh: `全县和各校的每一项指标，有没有目标都列出。指标定义 ${rollup.definitions} 版。不排名，不得公布。`,
      en: `Every figure of the region and of each school, with a target or without, by the definitions of ${rollup.definitions}. No ranking, not for publication.`,
    },
    columns: [
      ...[column("单位代码", "Code"), column("单位", "Unit"), column("指标", "Indicator"), column("范围", "About")],
      ...[column("数值", "Value", "number"), column("分子", "Numerator", "count"), column("分母", "Denominator", "count")],
      ...[column("没有数的原因", "Why there is none"), column("口径", "Readings")],
    ],
    rows,
  };
}

/** A row for each verdict, the region's first. A value that would round to its limit has the digits that tell them apart. */
export function verdictTable(county: County, rollup: Rollup): Table {
  const region = rollup.verdicts.map((verdict) => verdictRow(county.region, county.name, verdict, rollup));
  const schools = rollup.schools.flatMap(({ school, name, verdicts }) =>
    verdicts.map((verdict) => verdictRow(school, name, verdict, rollup)),
  );
  const all = [...rollup.verdicts, ...rollup.schools.flatMap(({ verdicts }) => verdicts)];
  const count = (outcome: Verdict["verdict"]) => all.filter(({ verdict }) => verdict === outcome).length;
  return {
    title: { zh: "目标判定", en: "Verdicts" },
    note: {
      zh: `达标 ${count("met")} 项，未达标 ${count("missed")} 项，无法判定 ${count("undecided")} 项。指标定义 ${rollup.definitions} 版。不排名，不得公布。`,
      en: `${count("met")} met, ${count("missed")} missed, ${count("undecided")} undecided, by the definitions of ${rollup.definitions}. No ranking, not for publication.`,
    },
    columns: [
      ...[column("单位代码", "Code"), column("单位", "Unit"), column("指标", "Indicator"), column("范围", "About")],
      ...[column("数值", "Value", "number"), column("目标", "Target"), column("判定", "Verdict"), column("差距", "Gap", "number")],
      ...[column("还差", "Still needed", "count"), column("目标来源", "Source"), column("说明", "Reason")],
    ],
    rows: [...region, ...schools],
  };
}

function verdictRow(code: string, name: string, verdict: Verdict, { definitions }: Rollup): Cell[] {
  const { operator, limit, upTo, value, gap, needed } = verdict;
  const definition = shipped.find(verdict.indicator, definitions);
  const limits = [limit, upTo ?? limit];
  return [
    code,
    name,
    definition?.names ?? verdict.indicator,
    placeWords(verdict),
    value === null || !definition ? null : valueCell(value, definition, limits),
    definition ? shownLimit(operator, limit, upTo, definition) : null,
    verdictWords(verdict.verdict),
    gap === null || !definition ? null : gapCell(gap, definition),
    needed === null || !definition ? null : { value: needed, format: countFormat(countedIn(definition)) },
    sourceWords(verdict.source, definition),
    verdict.reason,
  ];
}

/** A figure as a number with its unit in the format; what is no quantity, a level or yes and no, is its words. */
export function valueCell(value: number, definition: Definition, limits: readonly number[] = []): Cell {
  const shown = shownValue(value, definition, limits);
  if (["flag", "level", "rank"].includes(definition.unit)) return shown;
  if (definition.unit === "rate") return { value, format: formatAs(shown, "%") };
  return { value: value * timesOf(definition.unit), format: formatAs(shown) };
}

/** A gap with its sign: what is missing to a limit, or beyond it. Of rates it is told in points, which are no per cent. */
function gapCell(gap: number, definition: Definition): Cell {
  const { zh, en } = formatAs(shownGap(gap, definition));
  const signed = (format: string) => `+${format};\u2212${format};${format}`;
  return { value: gap * timesOf(definition.unit), format: { zh: signed(zh), en: signed(en) } };
}

/** The digits of what is shown as Excel writes them, with what stands behind them: 93.4 % is 0.0%, 5.0 个百分点 is 0.0" 个百分点". */
function formatAs(shown: Words, end?: string): Words {
  const format = (text: string) => {
    const [, places = "", unit = ""] = /^-?\d+(?:\.(\d+))?(.*)$/.exec(text) ?? [];
    const digits = places === "" ? "0" : `0.${"0".repeat(places.length)}`;
    return digits + (end ?? (unit === "" ? "" : `"${unit.replaceAll('"', "")}"`));
  };
  return { zh: format(shown.zh), en: format(shown.en) };
}
