/** A filled 办学条件 -> a slice for each stage, in whole people and rooms, hundredths of square metres, and fen. */
import { SHARED } from "../../balance/split.ts";
import type { Slice, Stage } from "../../contract.ts";
import { type ReadBook, sheetNamed, valueAt } from "../../handin/book.ts";
import { unlikelyAmounts } from "../../handin/consistency/per-pupil.ts";
import { defaultSettings } from "../../handin/consistency/settings.ts";
import type { Handed } from "../../handin/handed.ts";
import { STAGES } from "../../indicators/definition.ts";
import { equipmentFault, RESOURCE_UNITS } from "../../indicators/resources.ts";
import { onGrid } from "../../kernel/decimal.ts";
import { ratio } from "../../kernel/ratio.ts";
import { addressOf } from "../../tabulate/address.ts";
import { missing } from "../exam/read.ts";
import type { ConditionPlaces } from "../places.ts";
import { isRefused, numberIn } from "../reading/cells.ts";
import type { Findings } from "../reading/findings.ts";
import { checkAround, checkInputs, type Framed, frameFits } from "../reading/structure.ts";
import { isShared } from "./places.ts";

/** No school has more pupils, and none owns more: what the wire takes. */
const MOST_PUPILS = 10_000_000;
const MOST = 1_000_000_000_000;

export interface ReadConditions {
  readonly slices: Slice[];
  readonly counts: Handed["counts"];
}

/** What one stage has: whole numbers of the units they are sent in; absent where a cell is blank or refused. */
interface Column {
  readonly stage: Stage;
  readonly column: number;
  readonly pupils: number | undefined;
  readonly amounts: Map<string, number>;
}

export function readConditions(book: ReadBook, places: ConditionPlaces, frame: readonly Framed[], findings: Findings): ReadConditions {
  const nothing = { slices: [], counts: [] };
  const sheet = sheetNamed(book, places.sheet);
  if (!sheet) {
    missing(places.sheet, findings);
    return nothing;
  }
  if (!frameFits(sheet, frame, findings)) return nothing;
  const { stages, amounts, pupils } = places;
  const [left, right] = [stages[0]?.column ?? 0, stages.at(-1)?.column ?? 0];
  const box = { top: pupils, left, bottom: amounts.at(-1)?.row ?? pupils, right };
  checkInputs(sheet, box, findings);
  // The column 怎么数 belongs to the sheet; a list has nothing below it here.
  checkAround({ ...sheet, rows: sheet.rows.slice(0, box.bottom + 1) }, { ...box, right: right + 1 }, findings);
  const read = (row: number, column: number, grid: number, most: number, what: string): number | undefined => {
    const cell = addressOf(row, column);
    const say = (code: string, zh: string, en: string) => {
      findings.error(code, places.sheet, cell, { zh: `${what}${zh}`, en: `${what}: ${en}` });
      return undefined;
    };
    const value = numberIn(valueAt(sheet, row, column));
    if (value === null) return undefined;
    if (isRefused(value)) return say(value.code, value.zh, value.en);
    if (value < 0) return say("amount-negative", ` ${value} 小于 0：请核对。`, `${value} is below 0: check it.`);
    const whole = onGrid(value, grid);
    if (whole === undefined)
      return grid === 1
        ? say("not-whole", ` ${value} 不是整数：人数和间数填整数。`, `${value} is not whole: people and rooms are whole numbers.`)
        : say("too-fine", ` ${value} 超过两位小数：最多两位。`, `${value} has more than two decimals: two at most.`);
    if (whole > most) return say("too-large", ` ${value} 太大：请核对单位。`, `${value} is too large: check the unit.`);
    return whole;
  };
  const columns = stages.map(({ stage, column }): Column => {
    const own = new Map<string, number>();
    for (const { resource, row } of amounts) {
      const { parts, zh } = RESOURCE_UNITS[resource];
      const amount = read(row, column, parts, MOST, zh);
      if (amount !== undefined) own.set(resource, amount);
    }
    return { stage, column, pupils: read(pupils, column, 1, MOST_PUPILS, "在校学生数"), amounts: own };
  });
  for (const one of columns) checkColumn(sheet, one, places, findings);
  if (!findings.failed) askUnlikely(columns, places, findings);
  if (isShared(places)) checkShared(columns, places, findings);
  return {
    slices: columns.flatMap(({ stage, pupils: number, amounts: own }): Slice[] =>
      number === undefined || number === 0
        ? []
        : [{ stage, grade: null, subject: null, class: null, resources: { pupils: number, amounts: Object.fromEntries(own) } }],
    ),
    counts: columns.map(({ stage, pupils: number }) => ({ about: STAGES[stage], pupils: number ?? 0 })),
  };
}

function checkColumn(
  sheet: Parameters<typeof valueAt>[0],
  { stage, column, pupils, amounts }: Column,
  places: ConditionPlaces,
  findings: Findings,
): void {
  const shared = isShared(places);
  const blankAt = (row: number) => numberIn(valueAt(sheet, row, column)) === null;
  const blanks = [
    ...(blankAt(places.pupils) ? [places.pupils] : []),
    ...places.amounts.filter(({ resource, row }) => !(shared && SHARED.includes(resource)) && blankAt(row)).map(({ row }) => row),
  ];
  for (const row of blanks)
    findings.error("amount-blank", places.sheet, addressOf(row, column), {
      zh: `${STAGES[stage].zh}这一格空白：每格都要填，没有就填 0。`,
      en: `this cell of ${STAGES[stage].en} is blank: every cell is filled in, with 0 where there is none.`,
    });
  if (pupils === 0)
    findings.error("no-pupils", places.sheet, addressOf(places.pupils, column), {
      zh: `${STAGES[stage].zh}学生数是 0：没有学生的学段请告诉教育局改学校的学段。`,
      en: `${STAGES[stage].en} has 0 pupils: if the stage has none, ask the bureau to change the school's stages.`,
    });
  const equipment = amounts.get("equipment.value");
  const equipmentRow = places.amounts.find(({ resource }) => resource === "equipment.value")?.row ?? places.pupils;
  // Amounts are in fen.
  const fault = pupils ? equipmentFault(ratio(equipment ?? 0, RESOURCE_UNITS["equipment.value"].parts), pupils) : null;
  if (fault)
    findings.error("yuan-as-wan", places.sheet, addressOf(equipmentRow, column), {
      zh: `设备值${fault.zh}`,
      en: `the value of equipment ${fault.en}`,
    });
  for (const { resource, row } of places.amounts) {
    if (!resource.startsWith("teachers.") || !pupils || (amounts.get(resource) ?? 0) <= pupils) continue;
    findings.query(
      "teachers-above-pupils",
      places.sheet,
      addressOf(row, column),
      {
        zh: `教师 ${amounts.get(resource)} 人，多于学生 ${pupils} 人：请核对两个数是不是填反了。`,
        en: `${amounts.get(resource)} teachers are more than ${pupils} pupils: check that the two are not exchanged.`,
      },
      `teachers-above-pupils ${stage}`,
    );
  }
}

function askUnlikely(columns: readonly Column[], { sheet, amounts }: ConditionPlaces, findings: Findings): void {
  const stages = columns.map(({ stage, pupils = 0, amounts: own }) => ({ stage, pupils, amounts: Object.fromEntries(own) }));
  for (const { stage, resource, code, words } of unlikelyAmounts(stages, defaultSettings)) {
    const column = columns.find((one) => one.stage === stage)?.column ?? 0;
    const row = amounts.find((one) => one.resource === resource)?.row ?? 0;
    findings.query(code, sheet, addressOf(row, column), words);
  }
}

/** What stages share stands under one of them whole, or under each: as splitShared reads it. */
function checkShared(columns: readonly Column[], { sheet, amounts }: ConditionPlaces, findings: Findings): void {
  const given = ({ amounts: own }: Column) => SHARED.filter((resource) => own.has(resource)).length;
  const whole = columns.filter((one) => given(one) === SHARED.length).length;
  const some = columns.filter((one) => given(one) > 0).length;
  if (whole === columns.length || (whole === 1 && some === 1)) return;
  const row = amounts.find(({ resource }) => SHARED.includes(resource))?.row ?? 0;
  findings.error("shared-unclear", sheet, addressOf(row, columns[0]?.column ?? 0), {
    zh: "用房、场馆、设备、多媒体教室没有填清楚：四项都只填在一个学段（全校总数），或每个学段都填各自的；没有就填 0。",
    en: "the four shared amounts are not clear: give all four under one stage, for the whole school, or each stage its own; 0 where there is none.",
  });
}
