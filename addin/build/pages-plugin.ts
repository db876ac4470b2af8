/** The playground is the front page: its folder is where its files live, not part of its address. */
import type { Plugin } from "vite";

export function pagesPlugin(): Plugin {
  return {
    name: "quality:pages",
    enforce: "post",
    generateBundle(_, bundle) {
      const page = bundle["playground/index.html"];
      if (page) page.fileName = "index.html";
    },
  };
}
