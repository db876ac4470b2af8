/** Puts functions.json beside the pages, and gives the same list to the playground as `virtual:functions.json`. */
import type { Plugin } from "vite";
import { functionFiles, functionsFile, metadataOf } from "./metadata.ts";

const name = "virtual:functions.json";
/** Not ending in .json: Vite would parse our JavaScript as JSON. */
const resolved = "\0functions-metadata";

export function functionsPlugin(): Plugin {
  return {
    name: "quality:functions",
    resolveId: (id) => (id === name ? resolved : undefined),
    async load(id) {
      if (id !== resolved) return undefined;
      for (const file of [functionsFile, ...functionFiles()]) this.addWatchFile(file);
      return `export default ${JSON.stringify(await metadataOf())}`;
    },
    async generateBundle() {
      this.emitFile({ type: "asset", fileName: "functions.json", source: JSON.stringify(await metadataOf(), null, 2) });
    },
  };
}
