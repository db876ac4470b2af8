/**
 * A filled template -> what a school hands in: slices, who teaches what, notes, and everything that is wrong or to be looked at, each in its
 * cell. Places come from the collection and the school, never from the file; rows of pupils end here, and only counts come out.
 *
 * Files of format 1 are read too (words.ts says what changed). What other programs make of a file, and is taken as it is: texts as shared
 * strings, with phonetic runs, or in the cell; cells of numbers, dates and errors by their type and style; formulas without a saved value; no
 * defined names, other sheet orders, extensions and styles of their own; sheets saved by "WPS 表格" or LibreOffice, which write all cells anew.
 */
import { choicesFor } from "../choices.ts";
import type { Slice, SubmissionBody, Teaching } from "../contract.ts";
import type { ReadBook } from "../handin/book.ts";
import type { County } from "../handin/county.ts";
import type { Handed } from "../handin/handed.ts";
import type { Catalogue } from "../indicators/catalogue.ts";
import { type Rules, rulesOf } from "../indicators/rules.ts";
import { yearOfEntries } from "../period.ts";
import { Refusal } from "../refusal.ts";
import { unitFigures } from "../rollup.ts";
import { talliesOf } from "../slice.ts";
import { checkSubmission } from "../submission.ts";
import { addressOf } from "../tabulate/address.ts";
import { type NotePlace, notePlaces } from "./check.ts";
import { conditionChecks } from "./conditions/checks.ts";
import { readConditions } from "./conditions/read.ts";
import { readEntered } from "./entered/read.ts";
import { checksOf } from "./entered/template.ts";
import { examChecks } from "./exam/checks.ts";
import { type ReadExam, readExam } from "./exam/read.ts";
import { type Template, templateOf } from "./layout.ts";
import { isLayout, META_KEYS } from "./meta.ts";
import { checkChoices } from "./reading/choices.ts";
import { checkComputed } from "./reading/computed.ts";
import { Findings } from "./reading/findings.ts";
import { readNotes } from "./reading/notes.ts";
import { checkOnlyNotes } from "./reading/only-notes.ts";
import { namedIn, type Recognised, recognise } from "./reading/recognise.ts";
import { checkCopies, checkOthers, checkOwner, frameOf } from "./reading/structure.ts";
import { SHEETS } from "./words.ts";

export { isTemplate } from "./reading/recognise.ts";

/** Where 办学条件 says the unit of each amount: 元 that became 万元 would be a slip in every number of the row. */
const UNITS = 1;
/** As many slices as one submission takes. */
const MOST_SLICES = 1000;

interface Read {
  readonly slices: readonly Slice[];
  readonly teaching: readonly Teaching[];
  readonly counts: Handed["counts"];
  readonly texts: ReadExam["texts"];
}

export function readTemplate(book: ReadBook, county: County, catalogue: Catalogue): Handed {
  const findings = new Findings();
  const known = recognise(book, county, findings);
  if (!known) return { ...namedIn(book), body: null, findings: findings.all(new Map()), counts: [] };
  const { school, collection } = known;
  const rules = rulesOf(catalogue, collection.definitions, choicesFor(collection, county.choices));
  const template = templateFor(known, county, rules, findings);
  if (!template) return handed(known, null, [], findings);
  const asMade = checkAsked(known, template, findings);
  for (const sheet of template.sheets) if (sheet.name !== SHEETS.meta) checkOwner(book, sheet, school, findings);
  const names = template.sheets.map(({ name }) => name);
  checkCopies(book, names, findings);
  checkOthers(book, names, findings);
  if (asMade) checkChoices(book, template.sheets, findings);
  const { slices, teaching, counts, texts } = contentsOf(book, known, template, asMade, rules, findings);
  const { byCheck, notes } = readNotes(book, known.format > 1 ? notesIn(template) : [], findings);
  checkOnlyNotes(book, template.sheets, notes.length, findings);
  const body: SubmissionBody = {
    definitions: collection.definitions,
    slices: [...slices],
    ...(notes.length > 0 && { notes }),
    ...(teaching.length > 0 && { teaching: [...teaching] }),
  };
  checkBody(body, known, county, rules, findings);
  const whole = findings.failed ? null : body;
  const unit = { ...school, type: school.type ?? null };
  const figures = whole && unitFigures(rules, talliesOf(whole), collection, unit).map(({ figure }) => figure);
  checkComputed(book, template, figures, { rules, texts }, findings);
  return handed(known, whole, counts, findings, byCheck);
}

function handed(
  { school, collection }: Recognised,
  body: SubmissionBody | null,
  counts: Handed["counts"],
  findings: Findings,
  notes: ReadonlyMap<string, string> = new Map(),
): Handed {
  return { school: school.school, collection: collection.collection, body, findings: findings.all(notes), counts };
}

/** The template as it would be made today; a collection that asks nothing of the school has none. */
function templateFor({ school, collection, meta }: Recognised, county: County, rules: Rules, findings: Findings): Template | undefined {
  try {
    return templateOf({ region: county, school, collection, rules, targets: county.targets, made: meta.制作日期 });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    findings.error("nothing-asked", null, null, error.words);
    return undefined;
  }
}

/** Was the school asked; and it tells whether papers, lines and indicators are what they were when the template was made. */
function checkAsked({ school, collection, meta, format }: Recognised, { places }: Template, findings: Findings): boolean {
  if (collection.required && !collection.required.includes(school.school))
    findings.query("not-required", null, null, {
      zh: `“${collection.name}”没有要求${school.name}填报：确实要交的请告诉教育局。`,
      en: `“${collection.name}” does not ask ${school.name} to submit: tell the bureau if it should.`,
    });
  checkMeta({ school, collection, meta }, findings);
  const asMade = isLayout(meta.布局校验, places, format);
  if (!asMade)
    findings.query("layout-changed", null, null, {
      zh: "模板与现在的设置对不上：或者模板做好以后教育局改过这次采集（试卷、满分、各线或指标），或者隐藏的“模板信息”表被改过。按现在的设置读取，表里自己算的数可能不同，请核对；没有改过采集的，请用发下来的模板。",
      en: "the template does not fit what is set up now: the collection was changed after it was made (papers, full marks, lines or indicators), or its hidden sheet 模板信息 was altered. It is read by what holds now, and the sheet's own numbers may differ; if the collection was not changed, use the template that was sent out.",
    });
  return asMade;
}

/** What the hidden sheet says beside the codes: another period or other definitions than the collection's are another time's file, or an altered one. */
function checkMeta({ school, collection, meta }: Pick<Recognised, "school" | "collection" | "meta">, findings: Findings): void {
  const wanted = { 学校名称: school.name, 报表: collection.form, 周期: collection.period, 定义: collection.definitions } as const;
  const keys = (Object.keys(wanted) as (keyof typeof wanted)[]).filter((key) => meta[key] !== wanted[key]);
  for (const key of keys)
    findings.query("meta-differs", SHEETS.meta, addressOf(META_KEYS.indexOf(key), 1), {
      zh: `隐藏的“模板信息”里${key}是“${meta[key]}”，“${collection.name}”现在是“${wanted[key]}”：请核对是不是这次发的模板；教育局后来改过的，用新模板。`,
      en: `the hidden sheet 模板信息 gives ${key} as “${meta[key]}”, while “${collection.name}” now has “${wanted[key]}”: see whether this is the template that was sent out for it; if the bureau has changed it since, use a new one.`,
    });
}

function contentsOf(
  book: ReadBook,
  { school, collection }: Recognised,
  template: Template,
  asMade: boolean,
  rules: Rules,
  findings: Findings,
): Read {
  const { places, sheets } = template;
  const frame = (name: string, from: number, columns: readonly number[] = []) => {
    const sheet = sheets.find((one) => one.name === name);
    return sheet ? frameOf(sheet, from, columns) : [];
  };
  if (places.form === "exam") {
    if (!collection.exam) throw new RangeError("an exam's places come from an exam");
    const year = yearOfEntries(school.stages, collection.period);
    return readExam(book, places, collection.exam, { ...school, ...(year !== undefined && { year }) }, asMade ? sheets : [], findings);
  }
  if (places.form === "resources") {
    const last = places.amounts.at(-1)?.row ?? places.pupils;
    const framed = frame(places.sheet, places.header, [UNITS]).filter(({ row }) => row <= last);
    return { ...readConditions(book, places, framed, findings), teaching: [], texts: [] };
  }
  const frames = new Map([
    [SHEETS.entered, frame(SHEETS.entered, places.header, [2])],
    [SHEETS.columns, frame(SHEETS.columns, 0)],
  ]);
  return { ...readEntered(book, places, frames, rules, findings), teaching: [], texts: [] };
}

function notesIn({ places }: Template): NotePlace[] {
  if (places.form === "exam") return notePlaces(examChecks(places.scores, places.teaching));
  return notePlaces(places.form === "resources" ? conditionChecks(places) : checksOf(places));
}

/** Whatever the Worker would refuse is refused here. Cells have told it before; a fault that none told is told of the file. */
function checkBody(body: SubmissionBody, { school, collection }: Recognised, county: County, { definitions }: Rules, findings: Findings) {
  if (findings.failed) return;
  const say = (zh: string, en: string) => findings.error("not-taken", null, null, { zh, en });
  if (body.slices.length === 0) say("没有可以上报的数。", "there is nothing to send.");
  if (body.slices.length > MOST_SLICES)
    say(
      `班级和学科太多（${body.slices.length} 个切面，最多 ${MOST_SLICES} 个）。`,
      `${body.slices.length} slices are more than ${MOST_SLICES}.`,
    );
  for (const { at, words } of checkSubmission(body, collection, school, { definitions, region: school.school === county.region }))
    say(`${words.zh}（${at}）`, `${words.en} (${at})`);
}
