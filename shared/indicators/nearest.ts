/** Which ids somebody may have meant who wrote one that is not there. */
import type { Definition } from "./definition.ts";
import { filtered } from "./search.ts";

/** What the search finds first, then the ids that begin and end most like it. */
export function nearest(definitions: readonly Definition[], written: string, most = 3): Definition[] {
  const name = (written.split("@")[0] as string).toLowerCase();
  const found = filtered(definitions, { q: name }, () => "");
  const alike = definitions
    .map((definition) => ({ definition, common: commonIn(definition.id, name) }))
    .sort((a, b) => b.common - a.common);
  return [...new Set([...found, ...alike.map(({ definition }) => definition)])].slice(0, most);
}

/** Letters that both begin with and letters that both end with. */
function commonIn(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  let before = 0;
  while (before < shorter && one[before] === other[before]) before++;
  let after = 0;
  while (after < shorter - before && one.at(-1 - after) === other.at(-1 - after)) after++;
  return before + after;
}
