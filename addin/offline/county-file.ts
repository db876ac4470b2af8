/** A county as a server tells of it: what GET /api/regions/{region} answers to a bureau. */
import { checkCollection } from "../../shared/exam.ts";
import { type County, countyOf } from "../../shared/handin/county.ts";
import { countyShape } from "../../shared/handin/county-shape.ts";
import { jsonIn } from "../../shared/handin/envelope.ts";
import { faultsIn } from "../../shared/handin/shape.ts";
import { shipped } from "../../shared/indicators/index.ts";
import { invalid } from "../../shared/refusal.ts";

/** Refuses what is no county, or one of definitions newer than this page, naming the place that is wrong. */
export function countyFrom(text: string): County {
  const read = parsed(text);
  const county = countyOf(read as unknown as County);
  const [fault] = faultsIn(countyShape, county);
  if (fault)
    throw invalid(
      `这个文件不是本区的设置（${fault.at}：${fault.words.zh}）请选从服务器或本页导出的 .json 文件。`,
      `this file holds no county (${fault.at}: ${fault.words.en}); choose a .json file exported from the server or from this page`,
    );
  for (const collection of county.collections) {
    if (!shipped.releases.includes(collection.definitions))
      throw invalid(
        `“${collection.name}”用的指标定义 ${collection.definitions} 比本页新：请下载新的离线页。`,
        `"${collection.name}" uses the definitions ${collection.definitions}, newer than this page: download the page again`,
      );
    const [wrong] = checkCollection(collection);
    if (wrong) throw invalid(`“${collection.name}” ${wrong.at}：${wrong.words.zh}`, `"${collection.name}" ${wrong.at}: ${wrong.words.en}`);
  }
  return county;
}

/** A set-up of 3,000 schools and 300 collections takes 600,000; nothing larger than this is built to be refused. */
const COUNTY_CHARACTERS = 4_000_000;

function parsed(text: string): object {
  const read = text.length > COUNTY_CHARACTERS ? undefined : jsonIn(text);
  if (typeof read === "object" && read !== null) return read;
  throw invalid("这个文件不完整，或不是 .json 文件：请重新拷贝。", "this file is incomplete, or no .json file: copy it again");
}
