/** Who has submitted, and how figures stand against their targets: the tables that go with a bulletin. */
import type { Rollup, Verdict } from "../contract.ts";
import { shownGap, shownLimit, shownValue } from "../display.ts";
import { verdictWords } from "../indicators/compute.ts";
import { shipped } from "../indicators/index.ts";
import type { Words } from "../refusal.ts";
import type { County } from "./county.ts";
import type { Noticed } from "./held.ts";
import { placeWords } from "./place-words.ts";
import type { Cell, Column, Table } from "./table.ts";

const column = (zh: string, en: string, format: Column["format"] = "text"): Column => ({ name: { zh, en }, format });
const SENT: Words = { zh: "已填报", en: "submitted" };
const MISSING: Words = { zh: "未填报", en: "missing" };
const WITHHELD: Words = { zh: "有问题，未计入", en: "withheld: see the finding" };

/** A row for each school that was asked or has submitted, in the order of their codes; `noticed`: what is held and does not count. */
export function coverageTable(county: County, rollup: Rollup, noticed: readonly Noticed[]): Table {
  const { coverage, lineage } = rollup;
  const names = new Map([...county.schools.map(({ school, name }) => [school, name] as const), [county.region, county.name] as const]);
  const sent = new Map(lineage.map((line) => [line.school, line]));
  const codes = [...new Set([...coverage.missing, ...sent.keys()])].sort();
  const rows = codes.map((code): Cell[] => {
    const line = sent.get(code);
    const held = noticed.find(({ school }) => school === code);
    const name = names.get(code) ?? null;
    return line
      ? [code, name, SENT, line.revision, line.received, null]
      : [code, name, held ? WITHHELD : MISSING, null, null, held?.finding.words ?? null];
  });
  return {
    title: { zh: "填报情况", en: "Coverage" },
    note: {
      zh: `应填报 ${coverage.required} 所，已填报 ${coverage.submitted} 所，未填报 ${coverage.missing.length} 所。`,
      en: `${coverage.submitted} of ${coverage.required} required schools have submitted, ${coverage.missing.length} are missing.`,
    },
    columns: [
      ...[column("学校代码", "Code"), column("学校", "School"), column("情况", "State")],
      ...[column("版次", "Revision", "count"), column("时间", "Received"), column("说明", "Why")],
    ],
    rows,
  };
}

/** A row for each verdict, the region's first. Values are texts: a rounded one has the digits that tell it from its limit. */
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
      ...[column("数值", "Value"), column("目标", "Target"), column("判定", "Verdict"), column("差距", "Gap")],
      ...[column("还差人数", "Pupils lacking", "count"), column("目标来源", "Source"), column("说明", "Reason")],
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
    value === null || !definition ? null : shownValue(value, definition, limits),
    definition ? shownLimit(operator, limit, upTo, definition) : null,
    verdictWords(verdict.verdict),
    gap === null || !definition ? null : signed(gap, shownGap(gap, definition)),
    needed,
    verdict.source,
    verdict.reason,
  ];
}

/** A gap with its sign: what is missing to a limit, or beyond it. */
function signed(gap: number, { zh, en }: Words): Words {
  const sign = gap > 0 ? "+" : gap < 0 ? "−" : "";
  return { zh: `${sign}${zh}`, en: `${sign}${en}` };
}
