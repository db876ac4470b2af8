/**
 * The templates of a collection, one school after the other, in one archive that is given away piece by piece: however many schools there
 * are, only one template is held at a time.
 */
import type { Target } from "../../shared/contract.ts";
import { Refusal, type Words } from "../../shared/refusal.ts";
import { templateOf } from "../../shared/template/layout.ts";
import type { TemplateRequest } from "../../shared/template/request.ts";
import { packer, rememberingEntries, storedEntry } from "../files/pack.ts";
import { writeTemplate } from "./write.ts";

export interface AllRequest extends Omit<TemplateRequest, "school"> {
  readonly schools: readonly TemplateRequest["school"][];
  readonly targets: readonly Target[];
}

/** A school that the collection asks nothing of, and why. */
export interface NotAsked {
  readonly school: string;
  readonly name: string;
  readonly words: Words;
}

export interface Progress {
  readonly done: number;
  readonly of: number;
}

export interface AllWritten {
  readonly written: number;
  readonly notAsked: readonly NotAsked[];
}

/** Writes them in the order of the schools. Where `written` is 0 the archive is empty. */
export async function writeAll(
  { schools, ...common }: AllRequest,
  give: (piece: Uint8Array<ArrayBuffer>) => void,
  tell?: (progress: Progress) => void,
): Promise<AllWritten> {
  const archive = packer(give);
  const compress = rememberingEntries();
  const notAsked: NotAsked[] = [];
  for (const [at, school] of schools.entries()) {
    const template = askedOf(() => templateOf({ ...common, school }));
    if (template instanceof Refusal) notAsked.push({ school: school.school, name: school.name, words: template.words });
    else archive.add(storedEntry(`${template.file}.xlsx`, await writeTemplate(template, compress)));
    tell?.({ done: at + 1, of: schools.length });
  }
  archive.end();
  return { written: schools.length - notAsked.length, notAsked };
}

/** A refusal is an answer here: the school has nothing to fill in. */
function askedOf<Result>(work: () => Result): Result | Refusal {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
