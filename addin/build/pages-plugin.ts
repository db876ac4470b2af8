/** Pages by their addresses: the playground is the front page, and the folder a page lives in is no part of its address. */
import type { Plugin } from "vite";

const names = new Map([
  ["playground/index.html", "index.html"],
  ["templates/index.html", "templates.html"],
]);

export function pagesPlugin(): Plugin {
  return {
    name: "quality:pages",
    enforce: "post",
    generateBundle(_, bundle) {
      for (const [from, to] of names) {
        const page = bundle[from];
        if (page) page.fileName = to;
      }
    },
  };
}
