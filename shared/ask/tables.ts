/** What the functions that ask spill: a header in two languages, then a row for each figure, school or submission. */
import { standardOf } from "../balance/standard.ts";
import { schoolsStanding } from "../balance/standing.ts";
import type { AskCell, Figure, School, Verdict } from "../contract.ts";
import { shownLimit } from "../display.ts";
import { figureKey } from "../figures/figure-key.ts";
import { placeWords } from "../handin/place-words.ts";
import { verdictWords } from "../indicators/compute.ts";
import { type Definition, FAMILIES, STAGES } from "../indicators/definition.ts";
import { restates, withoutRestated } from "../indicators/restated.ts";
import type { Rules } from "../indicators/rules.ts";
import { clockOf } from "../moment.ts";
import { undecided, type Words } from "../refusal.ts";
import { subjectName } from "../subjects.ts";
import { indicatorOf, unitOf, withheld } from "./units.ts";
import type { View } from "./view.ts";

type Rows = AskCell[][];
const NONE = "";
const words = (zh: string, en: string): Words => ({ zh, en });

/** What a figure is about, in the subject's usual name. */
const placeOf = (figure: Figure): Words => placeWords({ ...figure, subject: figure.subject === null ? null : subjectName(figure.subject) });

const ABOUT = words("范围", "About");
const OF = words("达到", "Of");
const AMONG = words("总数", "Among");
const VALUE = words("数值", "Value");
const LIMIT = words("目标", "Target");
const VERDICT = words("判定", "Verdict");
const SCHOOL = words("学校代码", "School");
const NAME = words("学校", "Name");

/**
 * The region's figures, of one family where one is named: indicator, about, counts, value, target, verdict, reason. Of resources 学校综合达标
 * comes first, with how many of the schools asked pass; what another document takes over from the standard is not told again.
 */
export function rollupRows(view: View, family: string | null, schools: readonly School[]): Rows {
  const { rules, rollup, only } = view;
  if (only !== null) throw withheld();
  const named = family === null ? null : familyOf(family);
  const byId = new Map(rules.definitions.map((one) => [one.id, one]));
  const told = named === null ? withoutRestated(rollup.figures, rules.definitions) : rollup.figures;
  const figures = told.flatMap((figure) => {
    const definition = byId.get(figure.indicator);
    if (!definition || (named !== null && definition.family !== named)) return [];
    const verdict = verdictOf(figure, rollup.verdicts, rules);
    return [[definition.id, definition.names, placeOf(figure), ...numbersOf(figure), ...judgedOf(definition, figure, verdict)]];
  });
  const every = everySchoolRows(view, schools).filter(([id]) => named === null || byId.get(String(id))?.family === named);
  const rows = [...every, ...figures];
  if (rows.length === 0) throw undecided("这次采集还没有这样的数。", "this collection has no such figures yet");
  const head = [words("编号", "Id"), words("指标", "Indicator"), ABOUT, OF, AMONG, VALUE, LIMIT, VERDICT, words("说明", "Reason")];
  return [head, ...rows];
}

/** A row for each stage: schools that pass as a whole, of those asked. */
function everySchoolRows({ collection, rules, rollup }: View, schools: readonly School[]): Rows {
  if (collection.form !== "resources") return [];
  const standard = standardOf(rules);
  const { id, names } = standard.school;
  const missing = schools.filter(({ school }) => rollup.coverage.missing.includes(school));
  return schoolsStanding(standard, rollup.schools, missing).map(({ stage, asked, passing, open, verdict }): AskCell[] => {
    const reason = open.length > 0 ? words(`${open.length} 所未填报或不全`, `${open.length} not submitted or incomplete`) : NONE;
    return [
      id,
      names,
      STAGES[stage],
      passing,
      asked,
      passing / asked,
      words("每所学校都达标", "every school"),
      verdictWords(verdict),
      reason,
    ];
  });
}

/** One indicator of every school: code, name, about, counts, value, target, verdict. In the order of their codes: no ranking. */
export function schoolRows(view: View, indicator: string): Rows {
  const { rules, rollup, only } = view;
  const definition = indicatorOf(view, indicator);
  const schools = rollup.schools.filter(({ school }) => only === null || school === only);
  const rows = schools.flatMap(({ school, name, figures, verdicts }) =>
    figures
      .filter((figure) => figure.indicator === definition.id)
      .map((figure) => [
        school,
        name,
        placeOf(figure),
        ...numbersOf(figure),
        ...judgedOf(definition, figure, verdictOf(figure, verdicts, rules)),
      ]),
  );
  if (rows.length === 0) throw undecided("没有学校有这个数，或不对外显示。", "no school has this figure, or it is withheld");
  return [[SCHOOL, NAME, ABOUT, OF, AMONG, VALUE, LIMIT, VERDICT, words("说明", "Reason")], ...rows];
}

/** Who has submitted and who has not: code, name, state, revision, when. `schools` are all of the region. */
export function submittedRows({ rollup, only }: View, schools: readonly School[]): Rows {
  const names = new Map(schools.map(({ school, name }) => [school, name]));
  const sent = new Map(rollup.lineage.map((one) => [one.school, one]));
  const all = [...new Set([...sent.keys(), ...rollup.coverage.missing])].filter((school) => only === null || school === only).sort();
  const rows = all.map((school): AskCell[] => {
    const one = sent.get(school);
    const state = one ? words("已填报", "submitted") : words("未填报", "missing");
    return [school, names.get(school) ?? school, state, one?.revision ?? NONE, one ? clockOf(one.received) : NONE];
  });
  return [[SCHOOL, NAME, words("状态", "State"), words("版次", "Revision"), words("收到时间", "Received")], ...rows];
}

/** What a number is made of: each submission behind it with its part of the counts, then the definition and the readings. */
export function lineageRows(view: View, indicator: string, unit: string): Rows {
  const { rollup } = view;
  const definition = indicatorOf(view, indicator);
  const asked = unitOf(view, unit);
  const own = asked.figures.filter((figure) => figure.indicator === definition.id);
  if (own.length === 0) throw undecided("这个单位没有这个数。", "the unit has no such figure");
  const ofRegion = asked.code === rollup.region;
  const behind = rollup.lineage.filter(({ school }) => ofRegion || school === asked.code);
  const rows = behind.flatMap(({ school, revision, received, definitions, sha256 }) => {
    const member = rollup.schools.find((one) => one.school === school);
    const figures = member?.figures.filter((figure) => figure.indicator === definition.id) ?? [];
    const shown: (Figure | null)[] = figures.length > 0 ? figures : [null];
    return shown.map((figure): AskCell[] => [
      school,
      member?.name ?? school,
      figure ? placeOf(figure) : NONE,
      ...(figure ? numbersOf(figure) : [NONE, NONE, NONE]),
      revision,
      clockOf(received),
      definitions,
      sha256 ?? NONE,
    ]);
  });
  const total = own.map((figure): AskCell[] => [
    asked.code,
    words("合计", "Total"),
    placeOf(figure),
    ...numbersOf(figure),
    NONE,
    NONE,
    `${definition.id}@${definition.version}`,
    NONE,
  ]);
  const resting = new Set(own.flatMap(({ readings }) => readings));
  const notes = rollup.readings
    .filter(({ id }) => resting.has(id))
    .map(({ zh, en }): AskCell[] => [words("口径", "Reading"), words(zh, en), ...Array<string>(8).fill(NONE)]);
  const head = [
    SCHOOL,
    NAME,
    ABOUT,
    OF,
    AMONG,
    VALUE,
    words("版次", "Revision"),
    words("收到时间", "Received"),
    words("定义", "Definitions"),
  ];
  return [[...head, "SHA-256"], ...rows, ...(ofRegion ? total : []), ...notes];
}

function numbersOf({ counts, value }: Figure): AskCell[] {
  return [counts?.numerator ?? NONE, counts?.denominator ?? NONE, value ?? NONE];
}

function judgedOf(definition: Definition, figure: Figure, verdict: Verdict | undefined): AskCell[] {
  const limit = verdict ? shownLimit(verdict.operator, verdict.limit, verdict.upTo, definition) : NONE;
  return [limit, verdict ? verdictWords(verdict.verdict) : NONE, verdict?.reason ?? figure.why ?? NONE];
}

/** Its own, or that of the standard whose requirement it restates: the two are judged once. */
function verdictOf(figure: Figure, verdicts: readonly Verdict[], { definitions }: Rules): Verdict | undefined {
  const key = figureKey(figure);
  const own = verdicts.find((verdict) => figureKey(verdict) === key);
  if (own) return own;
  const definition = definitions.find(({ id }) => id === figure.indicator);
  const standards = definitions.filter((one) => definition && restates(definition, one)).map(({ id }) => id);
  return verdicts.find(({ indicator, stage }) => stage === figure.stage && standards.includes(indicator));
}

function familyOf(asked: string): string {
  const plain = asked.toLowerCase();
  const found = Object.entries(FAMILIES).find(([id, { zh, en }]) => [id, zh, en.toLowerCase()].includes(plain));
  if (!found) throw undecided(`没有“${asked}”这一类指标。`, `there is no family "${asked}"`);
  return found[0];
}
