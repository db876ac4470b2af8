/** Whose file it is and for what: told by the hidden sheet 模板信息, and believed only as far as the county knows the same. */
import type { Collection } from "../../contract.ts";
import { type ReadBook, sheetNamed, textIn, valueAt } from "../../handin/book.ts";
import type { County } from "../../handin/county.ts";
import { plainText } from "../../scores.ts";
import { OF_SCHOOLS } from "../../submission.ts";
import { countyAsFiller, type Filler } from "../asked.ts";
import { META_KEYS, type Meta, type MetaKey } from "../meta.ts";
import { SHEETS, TEMPLATE_FORMAT } from "../words.ts";
import type { Findings } from "./findings.ts";

export interface Recognised {
  readonly meta: Meta;
  readonly format: number;
  readonly school: Filler;
  readonly collection: Collection;
}

/** Sheets that no other file of a school is likely to have together. */
const OWN: readonly string[] = [SHEETS.guide, SHEETS.checks, SHEETS.summary];

/** Does it look like a template at all, whole or not? */
export function isTemplate(book: ReadBook): boolean {
  if (book.format !== "xlsx") return false;
  return metaIn(book) !== undefined || OWN.every((name) => sheetNamed(book, name) !== undefined);
}

/** What the hidden sheet says; `undefined` where there is none, or it is another product's. */
function metaIn(book: ReadBook): Meta | undefined {
  const sheet = sheetNamed(book, SHEETS.meta);
  if (!sheet) return undefined;
  const told = new Map<string, string>();
  META_KEYS.forEach((_, row) => {
    told.set(plainText(textIn(valueAt(sheet, row, 0))), plainText(textIn(valueAt(sheet, row, 1))));
  });
  const pairs = META_KEYS.map((key) => [key, told.get(key)] as const);
  if (pairs.some(([, value]) => value === undefined)) return undefined;
  return Object.fromEntries(pairs) as Record<MetaKey, string>;
}

/** The codes the file names, whether the county knows them or not. */
export function namedIn(book: ReadBook): { readonly school: string | null; readonly collection: string | null } {
  const meta = metaIn(book);
  return { school: meta?.学校代码 || null, collection: meta?.采集 || null };
}

/** The school and the collection in the county's own words, or the errors that say why not. */
export function recognise(book: ReadBook, county: County, findings: Findings): Recognised | undefined {
  const fail = (code: string, zh: string, en: string) => {
    findings.error(code, null, null, { zh, en });
    return undefined;
  };
  const meta = metaIn(book);
  if (!meta) {
    if (isTemplate(book))
      return fail(
        "meta-missing",
        "这份文件少了“模板信息”表，认不出是哪所学校、哪次采集的：请用发下来的模板，把内容“选择性粘贴—数值”进去。",
        "the sheet 模板信息 is missing, so nobody can tell whose file this is: use the template that was sent out and paste the values into it.",
      );
    return fail(
      "not-a-template",
      "这不是本系统的模板：请用教育局发下来的模板填。",
      "this is not a template of this product: fill in the template that the bureau sent out.",
    );
  }
  const format = Number(meta.模板格式);
  if (!Number.isInteger(format) || format < 1)
    return fail(
      "not-a-template",
      "“模板信息”表里的模板格式看不懂：请用教育局发下来的模板填。",
      "the format in 模板信息 is not understood: fill in the template that the bureau sent out.",
    );
  if (format > TEMPLATE_FORMAT)
    return fail(
      "newer-format",
      `这份模板的格式是 ${format}，本页只认识到 ${TEMPLATE_FORMAT}：请刷新页面或换新版本再导入。`,
      `the template has format ${format} and this page knows up to ${TEMPLATE_FORMAT}: reload the page, or take its newer version.`,
    );
  if (meta.区划 !== county.region)
    return fail(
      "wrong-region",
      `这是${meta.区划名称}（${meta.区划}）的模板，不是${county.name}（${county.region}）的：请交到那里，或用本区的模板。`,
      `this template is of ${meta.区划名称} (${meta.区划}), not of ${county.name} (${county.region}): hand it in there, or use a template of this region.`,
    );
  const school = unitOf(meta.学校代码, county);
  const collection = county.collections.find((one) => one.collection === meta.采集);
  if (!school) wrongSchool(meta, county, findings);
  if (!collection)
    fail(
      "unknown-collection",
      `没有“${meta.采集名称}”（${meta.采集}）这次采集：现有的是${county.collections.map(({ name }) => `“${name}”`).join("、")}。请用这次采集的模板。`,
      `there is no collection “${meta.采集名称}” (${meta.采集}); there are ${county.collections.map(({ name }) => `“${name}”`).join(", ")}. Use the template of the collection that is asked for.`,
    );
  if (school?.school === county.region && collection && collection.form !== "indicators")
    return fail("county-hands-in", `${OF_SCHOOLS.zh}请让各校用自己的模板填。`, `${OF_SCHOOLS.en}: each school fills in its own template.`);
  return school && collection ? { meta, format, school, collection } : undefined;
}

function unitOf(code: string, county: County): Filler | undefined {
  const { region, schools } = county;
  if (code === region) return countyAsFiller(county);
  return schools.find(({ school }) => school === code);
}

function wrongSchool({ 学校名称, 学校代码 }: Meta, { schools, name }: County, findings: Findings): void {
  const [own] = schools;
  if (own && schools.length === 1)
    findings.error("wrong-school", null, null, {
      zh: `这是${学校名称}（${学校代码}）的模板，不是${own.name}（${own.school}）的：请用本校的模板。`,
      en: `this template is of ${学校名称} (${学校代码}), not of ${own.name} (${own.school}): use your own school's template.`,
    });
  else
    findings.error("unknown-school", null, null, {
      zh: `${name}没有代码为 ${学校代码} 的学校（${学校名称}）：请核对学校名单，或用新发的模板。`,
      en: `${name} has no school with the code ${学校代码} (${学校名称}): check the list of schools, or use a newly made template.`,
    });
}
