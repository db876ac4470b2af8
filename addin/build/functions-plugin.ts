/**
 * Puts functions.json beside the pages, and gives the same list to the playground as `virtual:functions.json`; the ids alone, for Excel's
 * page, are `virtual:function-ids`.
 */
import type { Plugin } from "vite";
import { functionFiles, functionsFile, type Metadata, metadataOf } from "./metadata.ts";

const given = new Map<string, (metadata: Metadata) => unknown>([
  ["virtual:functions.json", (metadata) => metadata],
  ["virtual:function-ids", ({ functions }) => functions.map(({ id }) => id)],
]);
/** Not ending in .json: Vite would parse our JavaScript as JSON. */
const resolved = (name: string) => `\0${name}.js`;

export function functionsPlugin(): Plugin {
  return {
    name: "quality:functions",
    resolveId: (id) => (given.has(id) ? resolved(id) : undefined),
    async load(id) {
      const [, give] = [...given].find(([name]) => resolved(name) === id) ?? [];
      if (!give) return undefined;
      for (const file of [functionsFile, ...functionFiles()]) this.addWatchFile(file);
      return `export default ${JSON.stringify(give(await metadataOf()))}`;
    },
    async generateBundle() {
      this.emitFile({ type: "asset", fileName: "functions.json", source: JSON.stringify(await metadataOf(), null, 2) });
    },
  };
}
