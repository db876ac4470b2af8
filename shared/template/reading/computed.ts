/** What the file's own formulas say: whether they still are formulas, and whether their last results are what the system counts. */
import type { Figure, Paper } from "../../contract.ts";
import { shownValue } from "../../display.ts";
import { figureKey } from "../../figures/figure-key.ts";
import { isError, placeKey, type ReadBook, type ReadSheet, sheetNamed, type Value, valueAt } from "../../handin/book.ts";
import type { Rules } from "../../indicators/rules.ts";
import type { Words } from "../../refusal.ts";
import { addressOf } from "../../tabulate/address.ts";
import { type FigurePlace, NONE } from "../figure.ts";
import type { Template } from "../layout.ts";
import type { Placed, TemplateSheet } from "../sheet.ts";
import { SHEETS } from "../words.ts";
import { isBlank, plainIn, quotedIn } from "./cells.ts";
import type { Findings } from "./findings.ts";
import { checkNames } from "./names.ts";

/** Excel works in doubles, LibreOffice saves 15 digits; the system divides once, exactly. */
const NEARLY = 1e-9;
/** Figures that differ are told one by one up to here. */
const TOLD = 12;

const COMPUTED: readonly string[] = [SHEETS.bulletin, SHEETS.summary, SHEETS.checks];

/** How figures are shown, and of which papers the file's formulas do not see all marks: of those it has been told already. */
interface Known {
  readonly rules: Rules;
  readonly texts: readonly Paper[];
}

/** `figures`: what the system reads from the slices; `null` while errors stand and nothing can be compared. */
export function checkComputed(book: ReadBook, template: Template, figures: readonly Figure[] | null, known: Known, findings: Findings) {
  const { sheets, figures: places } = template;
  const broken = checkNames(book, template, findings);
  const alive = new Map<string, ReadonlySet<number>>();
  for (const made of sheets.filter(({ name }) => COMPUTED.includes(name))) {
    const sheet = sheetNamed(book, made.name);
    if (sheet) alive.set(made.name, checkFormulas(sheet, made, findings));
    else
      findings.query("sheet-missing", made.name, null, {
        zh: `少了“${made.name}”这张表：数由系统重新计算，不受影响。`,
        en: `the sheet “${made.name}” is missing: the system computes its numbers anew, so nothing is lost.`,
      });
  }
  const told = places.filter((place) => !known.texts.some((paper) => restsOn(place, paper)));
  if (figures) checkFigures(book, sheets, told, figures, { alive, broken, rules: known.rules }, findings);
}

/**
 * The rows in which the texts that the template writes still stand; a formula there that is none any more is told once for the sheet, and so
 * is a number of the set-up, a full mark or a target, that is another now.
 */
function checkFormulas(sheet: ReadSheet, { name, cells }: TemplateSheet, findings: Findings): ReadonlySet<number> {
  const rows = new Map<number, Placed[]>();
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  const same = new Set<number>();
  const overwritten: string[] = [];
  const changed: { readonly cell: string; readonly wanted: number }[] = [];
  for (const [row, placed] of rows) {
    const fixed = placed.filter(({ formula, value, look }) => formula === undefined && value !== undefined && look !== "text");
    const other = fixed.filter(({ column, value }) => plainIn(valueAt(sheet, row, column)) !== plainIn(value ?? null));
    if (other.some(({ value }) => typeof value !== "number")) continue;
    for (const { column, value } of other) if (typeof value === "number") changed.push({ cell: addressOf(row, column), wanted: value });
    if (other.length > 0) continue;
    same.add(row);
    for (const { column, formula } of placed) {
      if (formula === undefined || sheet.formulas.has(placeKey(row, column)) || isBlank(valueAt(sheet, row, column))) continue;
      overwritten.push(addressOf(row, column));
    }
  }
  if (overwritten[0])
    findings.query("formula-overwritten", name, overwritten[0], {
      zh: `有 ${overwritten.length} 格的公式被改成了固定的内容（第一处 ${overwritten[0]}）：这里由系统重新计算，填的数不采用；要改结果请改填报的数。`,
      en: `${overwritten.length} formulas were overwritten (first ${overwritten[0]}): the system computes them anew and takes none of it; to change a result, change what was filled in.`,
    });
  const [first] = changed;
  if (first)
    findings.query("fixed-changed", name, first.cell, {
      zh: `有 ${changed.length} 格满分、各线或目标与现在的设置不同（第一处 ${first.cell}，应是 ${first.wanted}）：系统按设置计算，不采用表里的；没有改过的，请教育局重发模板。`,
      en: `${changed.length} full marks, lines or targets are not those that are set up now (first ${first.cell}, which should be ${first.wanted}): the system goes by the set-up; if nobody changed them, ask the bureau for a new template.`,
    });
  return same;
}

interface Seen {
  /** By sheet: the rows that are as they were made. */
  readonly alive: ReadonlyMap<string, ReadonlySet<number>>;
  /** A name of the template leads nowhere: what has no result for that has been told. */
  readonly broken: boolean;
  readonly rules: Rules;
}

interface Difference {
  readonly sheet: string;
  readonly cell: string;
  readonly name: string;
  readonly found: Words;
  readonly wanted: Words;
}

function checkFigures(
  book: ReadBook,
  sheets: readonly TemplateSheet[],
  places: readonly FigurePlace[],
  figures: readonly Figure[],
  { alive, broken, rules }: Seen,
  findings: Findings,
): void {
  const known = new Map(figures.map((figure) => [figureKey(figure), figure]));
  let computed = false;
  let wanting = 0;
  const differ: Difference[] = [];
  for (const place of places) {
    const sheet = sheetNamed(book, place.sheet);
    const key = placeKey(place.row, place.column);
    const figure = known.get(figureKey(place));
    if (!sheet || !figure || !alive.get(place.sheet)?.has(place.row) || !sheet.formulas.has(key)) continue;
    const found = valueAt(sheet, place.row, place.column);
    const wanted = figure.value === null ? null : figure.value * place.times;
    const shown = typeof found === "number" ? found : null;
    if (shown !== null || (broken && isError(found))) computed = true;
    if (wanted !== null) wanting++;
    const equal = shown === null || wanted === null ? shown === wanted : Math.abs(shown - wanted) <= NEARLY * Math.max(1, Math.abs(wanted));
    if (!equal && !(broken && shown === null))
      differ.push({
        sheet: place.sheet,
        cell: addressOf(place.row, place.column),
        name: labelOf(sheets, place),
        ...shownBoth(place, found, wanted, rules),
      });
  }
  if (!computed && wanting > 0) {
    findings.query("not-recalculated", SHEETS.summary, null, {
      zh: "这份文件的公式还没有计算过，“汇总”上看不到数：请用 Excel、WPS 或 LibreOffice 打开、保存一次，核对后再交。上报的数由系统计算，不受影响。",
      en: "the formulas of this file were never computed, so 汇总 shows nothing: open and save it once in Excel, WPS or LibreOffice and look it over. What is sent is computed by the system.",
    });
    return;
  }
  for (const { sheet, cell, name, found, wanted } of differ.slice(0, TOLD))
    findings.query("value-differs", sheet, cell, {
      zh: `${name}：表里是${found.zh}，系统算出的是 ${wanted.zh}。以系统的为准；请打开文件重新计算（F9），仍不同请告诉教育局。`,
      en: `${name}: the sheet says ${found.en}, the system computes ${wanted.en}, which counts. Recalculate the file (F9); if they still differ, tell the bureau.`,
    });
  if (differ.length > TOLD)
    findings.query("value-differs", differ[TOLD]?.sheet ?? null, null, {
      zh: `另有 ${differ.length - TOLD} 个数和系统算出的不同，没有一一列出。`,
      en: `${differ.length - TOLD} more numbers differ from the system's and are not listed.`,
    });
}

/** Does a figure count the marks of a paper? One of all papers, or of a whole stage, does. */
function restsOn({ stage, grade, subject }: FigurePlace, paper: Paper): boolean {
  return stage === paper.stage && (grade === null || grade === paper.grade) && (subject === null || subject === paper.subject);
}

/** Both as people read them, with as many digits as tell them apart. Texts are not repeated: an altered formula can fetch a pupil's name. */
function shownBoth(place: FigurePlace, found: Value, wanted: number | null, rules: Rules): Pick<Difference, "found" | "wanted"> {
  const definition = rules.definitions.find(({ id }) => id === place.indicator);
  const shown = (value: number, other: number | null): Words => {
    const own = value / place.times;
    const plain = String(Number(value.toPrecision(12)));
    return definition ? shownValue(own, definition, other === null ? [] : [other / place.times]) : { zh: plain, en: plain };
  };
  const number = typeof found === "number" ? found : null;
  const other = { zh: typeof found === "string" ? "文字" : quotedIn(found), en: typeof found === "string" ? "a text" : quotedIn(found) };
  return {
    found: number !== null ? shown(number, wanted) : isBlank(found) ? { zh: "空白", en: "nothing" } : other,
    wanted: wanted === null ? { zh: NONE, en: NONE } : shown(wanted, number),
  };
}

/** The texts of the figure's row, as its reader sees them. */
function labelOf(sheets: readonly TemplateSheet[], { sheet, row }: FigurePlace): string {
  const cells = sheets.find(({ name }) => name === sheet)?.cells ?? [];
  const texts = cells.filter((cell) => cell.row === row && cell.column < 3 && typeof cell.value === "string").map(({ value }) => value);
  return texts.join(" ");
}
