/**
 * Builds what the Worker serves: the playground (/), the task pane (/taskpane.html), the templates (/templates), the page for computers
 * without a network (/offline.html), functions.json, office.js, icons, manifest.
 */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { chunkGroups } from "./build/chunks.ts";
import { filesPlugin } from "./build/files-plugin.ts";
import { functionsPlugin } from "./build/functions-plugin.ts";
import { initialsPlugin } from "./build/initials-plugin.ts";
import { offlinePlugin } from "./build/offline-plugin.ts";
import { pagesPlugin } from "./build/pages-plugin.ts";
import { preloadPlugin } from "./build/preload-plugin.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  publicDir: false,
  cacheDir: here("../.cache/vite"),
  logLevel: "warn",
  plugins: [functionsPlugin(), initialsPlugin(), filesPlugin(), pagesPlugin(), preloadPlugin(), offlinePlugin()],
  build: {
    outDir: here("../dist"),
    emptyOutDir: true,
    target: "es2022",
    // Univer alone is over this; its page loads it lazily, and the bench watches what the pane loads.
    chunkSizeWarningLimit: 8000,
    rolldownOptions: {
      input: [here("playground/index.html"), here("taskpane.html"), here("templates/index.html")],
      // The manifest names the pane's script, so it keeps its name; everything else is named by its content.
      output: {
        entryFileNames: ({ name }) => (name === "taskpane" ? "taskpane.js" : "assets/[name]-[hash].js"),
        codeSplitting: { includeDependenciesRecursively: false, groups: chunkGroups() },
      },
      // Univer's dependencies are marked "use client" for a framework that is not here.
      onwarn: (warning, warn) => warning.code === "MODULE_LEVEL_DIRECTIVE" || warn(warning),
    },
  },
});
