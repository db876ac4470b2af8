/** Templates as files, whether of one school or of many: what a worker does for the page without a network and for /templates. */
import { fileName } from "../../shared/file-name.ts";
import type { County } from "../../shared/handin/county.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { rulesOf } from "../../shared/indicators/rules.ts";
import { invalid, Refusal } from "../../shared/refusal.ts";
import { countyAsFiller } from "../../shared/template/asked.ts";
import { templateOf } from "../../shared/template/layout.ts";
import type { TemplateRequest } from "../../shared/template/request.ts";
import { type NotAsked, writeAll } from "./all.ts";
import { writeTemplate } from "./write.ts";

export interface TemplatesGiven {
  readonly county: County;
  readonly collection: string;
  /** Codes; the region's own stands for the county. */
  readonly schools: readonly string[];
  /** The day they are made, 2026-11-28. */
  readonly made: string;
}

export interface Made {
  /** The name of the file; empty where no school had anything to fill in. */
  readonly file: string;
  readonly content: Blob;
  readonly count: number;
  readonly skipped: readonly NotAsked[];
}

/** What a worker that makes templates can be asked. */
export type TemplateTasks = { readonly templates: typeof makeTemplates };

/** One school's template as it is, or those of many in a zip, held as pieces. Tells how many are done. */
export async function makeTemplates(given: TemplatesGiven, tell: (done: number) => void): Promise<Made> {
  const { county, made } = given;
  const collection = county.collections.find((one) => one.collection === given.collection);
  if (!collection) throw invalid("没有这个采集。", "there is no such collection");
  const rules = rulesOf(shipped, collection.definitions, collection.choices ?? county.choices);
  const common = { region: county, collection, rules, targets: county.targets, made };
  const schools = [...county.schools, countyAsFiller(county)].filter(({ school }) => given.schools.includes(school));
  const [only] = schools;
  if (only && schools.length === 1) return oneTemplate({ ...common, school: only }, tell);
  const pieces: Blob[] = [];
  // A Blob may lie on the disk; bytes lie in memory.
  const { written, notAsked } = await writeAll(
    { ...common, schools },
    (piece) => pieces.push(new Blob([piece])),
    ({ done }) => tell(done),
  );
  const name = fileName(collection.name, made);
  return { file: written === 0 ? "" : `${name}.zip`, content: new Blob(pieces), count: written, skipped: notAsked };
}

async function oneTemplate(request: TemplateRequest, tell: (done: number) => void): Promise<Made> {
  try {
    const template = templateOf(request);
    const content = new Blob([await writeTemplate(template)]);
    return { file: `${template.file}.xlsx`, content, count: 1, skipped: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { school, name } = request.school;
    return { file: "", content: new Blob(), count: 0, skipped: [{ school, name, words: error.words }] };
  } finally {
    tell(1);
  }
}
