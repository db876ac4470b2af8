/**
 * Excel's page asks for the pane's code at once, beside office.js and its own script: the pane starts after both as before, but no
 * longer has to be fetched then.
 */
import type { HtmlTagDescriptor, Plugin, Rolldown } from "vite";

export function preloadPlugin(): Plugin {
  return {
    name: "quality:preload",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_, { filename, bundle, chunk }) {
        if (!bundle || !filename.endsWith("/taskpane.html")) return;
        const pane = Object.values(bundle).find((one) => one.type === "chunk" && one.facadeModuleId?.endsWith("/addin/pane/index.tsx"));
        if (pane?.type !== "chunk") throw new Error("taskpane.html: there is no pane to fetch");
        const entry = new Set(chunk ? withImports(chunk, bundle) : []);
        const chunks = withImports(pane, bundle).filter((one) => !entry.has(one));
        const styles = new Set(chunks.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]));
        return [
          ...chunks.map(({ fileName }) => link(fileName, { rel: "modulepreload" })),
          ...[...styles].map((file) => link(file, { rel: "preload", as: "style" })),
        ];
      },
    },
  };
}

/** A chunk and all that it cannot run without. */
function withImports(
  chunk: Rolldown.OutputChunk,
  bundle: Rolldown.OutputBundle,
  found = new Set<Rolldown.OutputChunk>(),
): Rolldown.OutputChunk[] {
  if (found.has(chunk)) return [];
  found.add(chunk);
  for (const file of chunk.imports) {
    const other = bundle[file];
    if (other?.type === "chunk") withImports(other, bundle, found);
  }
  return [...found];
}

function link(file: string, attrs: Record<string, string>): HtmlTagDescriptor {
  return { tag: "link", attrs: { ...attrs, crossorigin: true, href: `/${file}` }, injectTo: "head" };
}
