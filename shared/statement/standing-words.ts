/** How a statement stands, in words for a badge: beside a version that is signed and in force, a later one is named by its own number. */
import type { StatementHead, StatementState } from "../contract.ts";
import type { Words } from "../refusal.ts";
import { STATES } from "./parties.ts";

export interface Standing {
  /** Of the version the words are about. */
  readonly state: StatementState;
  readonly words: Words;
}

/** One badge where the last version is all there is to say; two, the one in force first, where a later version waits to be signed. */
export function standings({ version, state, inForce }: Pick<StatementHead, "version" | "state" | "inForce">): Standing[] {
  if (inForce === null || inForce === version) return [{ state, words: STATES[state] }];
  return [
    { state: "amended", words: { zh: `第 ${inForce} 版已签，现行有效`, en: `version ${inForce} signed and in force` } },
    { state, words: { zh: `第 ${version} 版${STATES[state].zh}`, en: `version ${version} ${STATES[state].en}` } },
  ];
}

/** The same in one phrase that names every version. */
export function standingWords(head: Pick<StatementHead, "version" | "state" | "inForce">): Words {
  const [first, second] = standings(head).map(({ words }) => words) as [Words, Words?];
  if (second) return { zh: `${first.zh}；${second.zh}`, en: `${first.en}; ${second.en}` };
  return { zh: `第 ${head.version} 版，${first.zh}`, en: `version ${head.version}, ${first.en}` };
}
