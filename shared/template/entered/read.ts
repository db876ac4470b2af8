/** A filled 指标填报 and 逐项填报 -> a slice for each stage with the whole numbers of every indicator, as the Worker takes them. */
import type { Slice, Stage } from "../../contract.ts";
import { ENTERED_UNIT } from "../../entered.ts";
import { type ReadBook, type ReadSheet, sheetNamed, valueAt } from "../../handin/book.ts";
import type { Handed } from "../../handin/handed.ts";
import type { Definition } from "../../indicators/definition.ts";
import type { Given } from "../../indicators/kinds/rule.ts";
import { ruleOf } from "../../indicators/kinds.ts";
import { chooseBy, type Rules } from "../../indicators/rules.ts";
import { Refusal } from "../../refusal.ts";
import { addressOf } from "../../tabulate/address.ts";
import { missing } from "../exam/read.ts";
import type { EnteredPlaces, InputPlace } from "../places.ts";
import { isBlank } from "../reading/cells.ts";
import type { Findings } from "../reading/findings.ts";
import { checkAround, checkInputs, type Framed, frameFits } from "../reading/structure.ts";
import { SHEETS } from "../words.ts";
import { MOST, readCell, readColumn } from "./read-cell.ts";

export interface ReadEntered {
  readonly slices: Slice[];
  readonly counts: Handed["counts"];
}

type Entered = NonNullable<Slice["entered"]>;

export function readEntered(
  book: ReadBook,
  places: EnteredPlaces,
  frames: ReadonlyMap<string, readonly Framed[]>,
  rules: Rules,
  findings: Findings,
): ReadEntered {
  const sheets = new Map<string, ReadSheet>();
  for (const name of new Set(places.inputs.map(({ sheet }) => sheet))) {
    const sheet = sheetNamed(book, name);
    if (!sheet) missing(name, findings);
    else if (frameFits(sheet, frames.get(name) ?? [], findings)) sheets.set(name, sheet);
  }
  for (const [name, sheet] of sheets) checkSheet(name, sheet, places, findings);
  const byStage = new Map<Stage, Entered>();
  for (const group of groupsOf(places)) {
    const [first] = group;
    const sheet = sheets.get(first.sheet);
    const own = sheet && readGroup(sheet, group, rules, findings);
    if (own) byStage.set(first.stage, { ...byStage.get(first.stage), [first.definition.id]: own });
  }
  if (byStage.size === 0 && !findings.failed)
    findings.error("nothing-filled", null, null, {
      zh: "一个指标也没有填：请填好再交。",
      en: "no indicator is filled in: fill them in first.",
    });
  const slices = [...byStage].map(([stage, entered]): Slice => ({ stage, grade: null, subject: null, class: null, entered }));
  return { slices, counts: [] };
}

function checkSheet(name: string, sheet: ReadSheet, { inputs, stages }: EnteredPlaces, findings: Findings): void {
  const own = inputs.filter((one) => one.sheet === name);
  const top = Math.min(...own.map(({ row }) => row));
  const bottom = Math.max(...own.map(({ row, room }) => row + room - 1));
  if (name === SHEETS.columns) {
    const right = Math.max(...own.map(({ column }) => column));
    const box = { top, left: 0, bottom, right };
    checkInputs(sheet, box, findings);
    checkAround(sheet, box, findings);
    return;
  }
  // Cells of indicators that stand on the other sheet are formulas of the template's own.
  const rows = new Set(own.map(({ row }) => row));
  const left = stages[0]?.column ?? 0;
  const box = { top, left, bottom, right: stages.at(-1)?.column ?? left };
  const typed = new Map([...sheet.formulas].filter(([key]) => own.some(({ row, column }) => row * 16_384 + column === key)));
  checkInputs({ ...sheet, formulas: typed }, box, findings);
  // 检查 and 依据和算法 follow the stages.
  const filled = sheet.rows.map((row, at) => (rows.has(at) ? row : []));
  checkAround({ ...sheet, rows: filled }, { ...box, top: top + 1, right: box.right + 2 }, findings);
}

/** The inputs of one indicator in one stage. */
function groupsOf({ inputs }: EnteredPlaces): (readonly [InputPlace, ...InputPlace[]])[] {
  const groups = new Map<string, [InputPlace, ...InputPlace[]]>();
  for (const place of inputs) {
    const key = `${place.definition.id} ${place.stage}`;
    const own = groups.get(key);
    if (own) own.push(place);
    else groups.set(key, [place]);
  }
  return [...groups.values()];
}

/** The whole numbers of one indicator in one stage; `undefined` where nothing is filled in or something is wrong. */
function readGroup(
  sheet: ReadSheet,
  group: readonly [InputPlace, ...InputPlace[]],
  rules: Rules,
  findings: Findings,
): Record<string, number> | undefined {
  const [{ definition }] = group;
  const required = group.filter(({ input }) => !input.optional);
  const blank = (place: InputPlace) =>
    place.room > 1
      ? !sheet.rows.slice(place.row, place.row + place.room).some((row) => !isBlank(row[place.column] ?? null))
      : isBlank(valueAt(sheet, place.row, place.column));
  const lacking = required.filter(blank);
  if (lacking.length === required.length) {
    const [{ row, column, stage }] = group;
    findings.query(
      "indicator-blank",
      sheet.name,
      addressOf(row, column),
      {
        zh: `“${definition.names.zh}”整个没有填：没有这项工作填 0 或 否；确实不能填的请说明。`,
        en: `“${definition.names.en}” is not filled in (${stage}): write 0 or 否 where there is no such work; if it cannot be told, say so.`,
      },
      "indicator-blank",
    );
    return undefined;
  }
  for (const { row, column, input } of lacking)
    findings.error("input-blank", sheet.name, addressOf(row, column), {
      zh: `“${definition.names.zh}”的“${input.names.zh}”空白：同一个指标的几个数要填全，没有就填 0 或 否。`,
      en: `“${input.names.en}” of “${definition.names.en}” is blank: all numbers of an indicator are given, 0 or 否 where there is none.`,
    });
  const given = group.map((place) =>
    place.room > 1 ? readColumn(sheet, place, group[0].column - 1, findings) : readCell(sheet, place, findings),
  );
  const refused = given.some((value) => value === null) || lacking.length > 0;
  if (refused) return undefined;
  return numbersOf(sheet, group, definition, given as Given[], rules, findings);
}

/** The inputs as the kind tallies them, under the names it reports; what it refuses is told at its first cell. */
function numbersOf(
  sheet: ReadSheet,
  group: readonly [InputPlace, ...InputPlace[]],
  definition: Definition,
  given: readonly Given[],
  rules: Rules,
  findings: Findings,
): Record<string, number> | undefined {
  const { kind } = definition;
  const rule = ruleOf(kind);
  const reported = rule.reports(kind);
  const [{ row, column }] = group;
  const say = (code: string, zh: string, en: string) => {
    const of = { zh: `“${definition.names.zh}”：`, en: `“${definition.names.en}”: ` };
    findings.error(code, sheet.name, addressOf(row, column), { zh: `${of.zh}${zh}`, en: `${of.en}${en}` });
    return undefined;
  };
  if (!reported) return undefined;
  try {
    const own: Readonly<Record<string, bigint | number>> =
      kind.kind === "joint"
        ? { passed: given[0] as number, pupils: given[1] as number }
        : Object.assign({}, ...rule.tally(kind, given, ENTERED_UNIT, chooseBy(rules, definition)));
    const { names } = reported;
    const numbers =
      names instanceof RegExp
        ? Object.entries(own).map(([name, value]) => [name, Number(value)] as const)
        : names.map((name) => [name, Number(own[name] ?? 0)] as const);
    const large = numbers.some(([name, value]) => value > MOST || value < 0 || name.length > 40);
    if (large)
      return say("out-of-reach", "数太大或小于 0，不能上报：请核对。", "a number is too large, or below 0, and cannot be sent: check it.");
    const strange = names instanceof RegExp ? numbers.find(([name]) => !names.test(name)) : undefined;
    if (strange) return say("out-of-reach", "数太大或太细，不能上报：请核对。", "a number is too large or too fine to be sent: check it.");
    const result = Object.fromEntries(numbers);
    const wrong = reported.wrong(result);
    return wrong ? say("part-above-whole", `${wrong.zh}：请核对。`, `${wrong.en}: check them.`) : result;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return say(kind.kind === "rate" || kind.kind === "change" ? "part-above-whole" : "rows-do-not-match", error.words.zh, error.words.en);
  }
}
