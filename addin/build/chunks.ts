/**
 * Which code goes into one file: a bundler cuts wherever two pages or parts share something, and the pane's first screen then is thirty
 * small files that come one after the other. What Excel's page starts with is one, the shared core of the first screen another, its own
 * parts a third. The page of templates shares some of these parts; those stay as they are cut, so that it does not load the pane.
 */
import { fileURLToPath } from "node:url";
import type { Rolldown } from "vite";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The groups of one build. */
export function chunkGroups(): Rolldown.CodeSplittingGroup[] {
  let named: Map<string, string> | null = null;
  return [
    {
      name: (id, context) => {
        named ??= namesOf((from) => reached(from, (one) => context.getModuleInfo(one)?.importedIds ?? []));
        return named.get(id);
      },
    },
  ];
}

function namesOf(reach: (from: string) => ReadonlySet<string>): Map<string, string> {
  const [entry, pane] = [at("main.ts"), at("pane/index.tsx")];
  const [start, first, templates] = [reach(entry), reach(pane), reach(at("templates/main.tsx"))];
  const named = new Map<string, string>();
  for (const id of first) {
    if (id.includes("/shared/")) named.set(id, "core");
    else if (/\.tsx?$/.test(id) && !templates.has(id)) named.set(id, "pane");
  }
  for (const id of start) named.set(id, "start");
  // What begins something is never run because another page needs what lies beside it; the light half of the playground stays light.
  for (const id of [entry, pane, ...reach(at("playground/main.ts"))]) named.delete(id);
  return named;
}

/** A module and all that it cannot run without. */
function reached(from: string, imports: (id: string) => readonly string[], found = new Set<string>()): Set<string> {
  if (found.has(from)) return found;
  found.add(from);
  for (const id of imports(from)) reached(id, imports, found);
  return found;
}
