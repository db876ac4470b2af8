/** What a worker does with the file: reads the store of a page without a network, and plans its way into the Worker. */
import { canonical } from "../../shared/canonical.ts";
import type { County } from "../../shared/handin/county.ts";
import type { Noticed } from "../../shared/handin/held.ts";
import { type Call, planOf } from "../../shared/handin/plan.ts";
import { readStore } from "../../shared/handin/store-file.ts";
import { invalid, Refusal } from "../../shared/refusal.ts";
import { formatOf } from "../handin/file-text.ts";
import { textOf } from "../handin/store-text.ts";

/** How many are new to the Worker, how many it has otherwise, and how many alike. */
export interface Compared {
  readonly fresh: number;
  readonly changed: number;
  readonly same: number;
}

export interface Ready {
  readonly calls: readonly Call[];
  readonly schools: Compared;
  readonly collections: Compared;
  readonly submissions: number;
  /** Lists that replace those of the Worker; `null` where they are alike. */
  readonly targets: { readonly here: number; readonly there: number } | null;
  readonly choices: { readonly here: number; readonly there: number } | null;
  /** What is held in the file and does not stand: it is not moved. */
  readonly left: readonly Noticed[];
  /** How many scenarios the file holds: they are of the page that saved them, and the Worker keeps none. */
  readonly scenarios: number;
}

/** `there`: the county as the Worker has it. Refuses what is no such file, or of another region. */
export async function readMove({ file, there }: { readonly file: File; readonly there: County }): Promise<Ready> {
  const text = await textOf(file);
  if (formatOf(text) !== "quality-county")
    throw invalid(
      "这个 .json 文件不是离线版的全部数据：请在离线版的“数据”里点“导出全部数据”，选那个文件。",
      'this .json file is not all data of an offline page: choose the one that "Export all data" saved there, under Data',
    );
  const { store, findings } = readStore(text);
  if (!store) throw new Refusal("invalid", findings[0]?.words ?? { zh: "文件没有读入。", en: "the file was not read" });
  const { county: here } = store;
  if (here.region !== there.region)
    throw invalid(
      `文件是${here.name}（${here.region}）的，现在连接的是${there.name}（${there.region}）：没有移入。`,
      `the file is of ${here.name} (${here.region}), and this is connected to ${there.name} (${there.region}): nothing was moved`,
    );
  const { calls, left } = planOf(store);
  return {
    calls,
    schools: compared(here.schools, there.schools, ({ school }) => school),
    // A Worker says by which choices a collection is counted; what it is asked is the rest.
    collections: compared(here.collections.map(asked), there.collections.map(asked), ({ collection }) => collection),
    submissions: calls.filter(({ hands }) => hands).length,
    targets: replaced(here.targets, there.targets),
    choices: replaced(here.choices, there.choices),
    left,
    scenarios: store.scenarios?.length ?? 0,
  };
}

const asked = ({ choices: _, ...collection }: County["collections"][number]) => collection;

function compared<Item>(here: readonly Item[], there: readonly Item[], code: (item: Item) => string): Compared {
  const known = new Map(there.map((item) => [code(item), canonical(item)]));
  const fresh = here.filter((item) => !known.has(code(item))).length;
  const same = here.filter((item) => known.get(code(item)) === canonical(item)).length;
  return { fresh, same, changed: here.length - fresh - same };
}

/** Who decided, and when, is of the place where it was written down. */
function replaced(here: readonly Signed[], there: readonly Signed[]): { here: number; there: number } | null {
  const texts = (all: readonly Signed[]) => canonical(all.map(({ by: _by, at: _at, ...rest }) => canonical(rest)).sort());
  return texts(here) === texts(there) ? null : { here: here.length, there: there.length };
}
type Signed = { readonly by: string; readonly at: string };
