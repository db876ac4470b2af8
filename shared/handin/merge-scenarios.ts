/**
 * Scenarios that two computers saved, in one list, whatever the order and however often: nothing is lost and nothing is there twice. Where
 * one name was given to two contents one keeps the name, and the others bear a mark of their content behind it.
 */
import { canonical, sha256 } from "../canonical.ts";
import { isSame, LONGEST_NAME } from "../whatif/kept.ts";
import type { Scenario } from "../whatif/scenario.ts";
import type { FileFinding } from "./finding.ts";
import type { Store } from "./held.ts";

/** By collection and name. Of one name the content with the lesser digest keeps it, so that it does not matter who merges. */
export function joinScenarios(all: readonly Scenario[]): Scenario[] {
  const names = new Map<string, Map<string, Scenario>>();
  for (const one of all) {
    const key = `${one.collection} ${one.name}`;
    const own = names.get(key) ?? new Map<string, Scenario>();
    names.set(key, own.set(contentOf(one), one));
  }
  const sorted = [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, own]) => [...own].sort(([a], [b]) => (a < b ? -1 : 1)));
  if (sorted.every((own) => own.length === 1)) return sorted.flatMap((own) => own.map(([, one]) => one));
  // A name with a mark is another claim: it may be there already, with the same content or, in theory, with another.
  return joinScenarios(sorted.flatMap((own) => own.map(([content, one], at) => (at === 0 ? one : marked(one, content)))));
}

/** What is to be said of a merge: each name under which here and in the file different things were saved. */
export function keptUnderBoth({ scenarios: here = [] }: Store, { scenarios: there = [] }: Store, merged: Store): FileFinding[] {
  const named = (one: Scenario) => {
    const content = contentOf(one);
    const keeps = merged.scenarios?.some((own) => isSame(own, one) && contentOf(own) === content);
    return keeps ? one.name : marked(one, content).name;
  };
  return there.flatMap((theirs): FileFinding[] => {
    const ours = here.find((one) => isSame(one, theirs));
    if (!ours || contentOf(ours) === contentOf(theirs)) return [];
    const [own, other] = [named(ours), named(theirs)];
    return [
      {
        ...{ level: "query", code: "scenario-differs", sheet: null, cell: null },
        words: {
          zh: `方案“${theirs.name}”两边内容不同，两个都留下：这里的叫“${own}”，文件里的叫“${other}”。`,
          en: `the scenario "${theirs.name}" is another one in the file; both are kept: the one here as "${own}", the file's as "${other}"`,
        },
      },
    ];
  });
}

/** The digest of all but the name. */
function contentOf({ name: _, ...content }: Scenario): string {
  return sha256(canonical(content));
}

function marked(scenario: Scenario, content: string): Scenario {
  const mark = `（${content.slice(0, 6)}）`;
  const kept = [...scenario.name];
  while (kept.join("").length + mark.length > LONGEST_NAME) kept.pop();
  return { ...scenario, name: kept.join("") + mark };
}
