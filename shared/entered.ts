/** Indicators that are reported by themselves: whole numbers under the names of their inputs, amounts in hundredths. */
import type { CollectionBody, Figure, Slice, Stage } from "./contract.ts";
import { figureOf, type Read } from "./figures.ts";
import type { Definition } from "./indicators/definition.ts";
import { ruleOf } from "./indicators/kinds.ts";
import { chooseBy, type Rules } from "./indicators/rules.ts";
import type { Words } from "./refusal.ts";
import { countOf, placeKey, readKey } from "./slice.ts";
import type { Tallies, Tally } from "./tally.ts";

/** Money in fen, area in 0.01 square metres, hours in hundredths. */
export const ENTERED_UNIT = 100n;

/** Who is asked, and by which definitions. */
export interface Asked {
  readonly definitions: readonly Definition[];
  /** The region itself reports, not one of its schools. */
  readonly region: boolean;
}

/** Is it a fact of the county and of no school? */
export function isOfCounty(definition: Definition | undefined): boolean {
  return definition !== undefined && definition.levels.length > 0 && definition.levels.every((level) => level === "county");
}

/** Why a collection cannot ask for it; `null` where it can. */
export function whyNotAsked(definition: Definition | undefined, id: string): Words | null {
  if (!definition) return { zh: `指标目录中没有 ${id}。`, en: `the catalogue has no ${id}` };
  if (definition.id !== id) return { zh: `这是别名，请写 ${definition.id}。`, en: `this is an alias: write ${definition.id}` };
  if (definition.judged === "open" && definition.stages.length === 0)
    return { zh: "原文不全，不能采集。", en: "its text is cut: it cannot be asked for" };
  if (definition.reads.from !== "entered" || ruleOf(definition.kind).reports(definition.kind) === null)
    return { zh: "它由考试、办学条件或规则得出，不单独填报。", en: "it is read from exams, resources or rules, not reported by itself" };
  return null;
}

type Say = (path: string, zh: string, en: string) => void;

/** What is wrong with a slice of entered indicators. */
export function checkEntered(slice: Slice, { indicators }: CollectionBody, { definitions, region }: Asked, say: Say): void {
  if (!slice.entered || slice.scores || slice.pairs || slice.joint || slice.resources)
    say("", "单项指标采集只收 entered。", "a collection of form indicators takes entered only");
  if (slice.grade !== null || slice.subject !== null || slice.class !== null)
    say("", "单项指标按学段填报，不分年级、学科和班级。", "indicators are of a stage: grade, subject and class are null");
  if (slice.entered && Object.keys(slice.entered).length === 0) say("entered", "没有填任何指标。", "no indicator is reported");
  for (const [id, own] of Object.entries(slice.entered ?? {})) {
    const definition = definitions.find((one) => one.id === id);
    const at = `entered.${id}`;
    if (!definition || !indicators?.includes(id)) say(at, "这次采集没有要这个指标。", "the collection does not ask for this indicator");
    else if (!definition.stages.includes(slice.stage)) say(at, "这个指标不用于该学段。", "the indicator is not for this stage");
    else if (isOfCounty(definition) !== region)
      say(
        at,
        region ? "这个指标由学校填报。" : "这个指标由区县填报，用区划代码代替学校。",
        region ? "schools report this indicator" : "the county reports this indicator, under the region's code in place of a school's",
      );
    else checkNumbers(definition, own, at, say);
  }
}

function checkNumbers({ kind }: Definition, own: Readonly<Record<string, number>>, at: string, say: Say): void {
  const reported = ruleOf(kind).reports(kind);
  if (!reported) return;
  const { names, looks, mayBeNone } = reported;
  const sent = Object.keys(own);
  const strange = sent.find((name) => (names instanceof RegExp ? !names.test(name) : !names.includes(name)));
  if (strange !== undefined)
    say(
      `${at}.${strange}`,
      `没有这个数${looks ? `：要填${looks.zh}` : ""}。`,
      `there is no such number${looks ? `: give ${looks.en}` : ""}`,
    );
  else if (names instanceof RegExp ? sent.length === 0 && !mayBeNone : names.some((name) => !(name in own))) {
    const wanted = names instanceof RegExp ? looks : { zh: names.join("、"), en: names.join(", ") };
    say(at, `要填的数：${wanted?.zh}。`, `the numbers are ${wanted?.en}`);
  } else {
    const words = reported.wrong(own);
    if (words) say(at, `${words.zh}。`, words.en);
  }
}

/** Where a unit's numbers for an indicator lie. */
export function enteredKey({ stage, indicator }: Pick<Figure, "stage" | "indicator">): string {
  return placeKey({ part: "entered", stage, grade: null, subject: null, indicator });
}

/** The figures of the indicators a unit reported by themselves. */
export function enteredFigures(rules: Rules, tallies: Tallies): Read[] {
  const byId = new Map(rules.definitions.map((definition) => [definition.id, definition]));
  return [...tallies].flatMap(([key, own]) => {
    const { part, stage, indicator } = readKey(key);
    const definition = part === "entered" ? byId.get(indicator ?? "") : undefined;
    if (!definition) return [];
    const { kind } = definition;
    const fact = ruleOf(kind).read(kind, [own], ENTERED_UNIT, chooseBy(rules, definition));
    const why = whyNone(definition, countOf(own, "units"));
    return [figureOf(rules, definition, { stage: stage as Stage }, fact, why, pupilsBehind(definition, own))];
  });
}

/** Forms whose cases are pupils, or families that answer for them: behind few of them stand persons. */
const OF_PUPILS: readonly string[] = ["pupils", "fitness", "survey", "exam"];

/** How many pupils a figure could be traced to; no limit where it counts weeks, teachers or schools. */
function pupilsBehind({ kind, form, levels }: Definition, own: Tally): number {
  if (!OF_PUPILS.includes(form) && !levels.includes("pupil")) return Number.POSITIVE_INFINITY;
  switch (kind.kind) {
    case "rate":
      return countOf(own, "among");
    case "mean":
      return countOf(own, "n");
    case "joint":
      return countOf(own, "pupils");
    case "worst":
      return Object.entries(own).reduce((sum, [key, units]) => (key.includes("/") ? sum + Number(units) : sum), 0);
    default:
      return Number.POSITIVE_INFINITY;
  }
}

function whyNone({ kind }: Definition, units: number): Words {
  return kind.kind === "outside" && units > 1
    ? { zh: "各校的等次不能相加", en: "ranks and levels of several schools do not add up" }
    : { zh: "分母为 0，或没有填", en: "there is nothing to divide by" };
}

/**
 * Indicators of schools whose sum over a county is not what their limit is about: four lessons are asked of each school, one psychologist
 * of each started thousand of its own pupils, just 8 % of each one's funds. */
export function unpooled({ definitions }: Rules): string[] {
  const pooled = new Set(["rate", "ratio", "worst", "mean", "joint", "checklist"]);
  const ofEach = ({ kind, targets }: Definition) =>
    kind.kind === "ratio" ? kind.started !== undefined || targets.some(({ operator }) => operator === "=") : !pooled.has(kind.kind);
  return definitions
    .filter((one) => one.reads.from === "entered" && !isOfCounty(one) && ofEach(one))
    .filter(({ kind }) => !(kind.kind === "change" && kind.over))
    .map(({ id }) => id);
}
