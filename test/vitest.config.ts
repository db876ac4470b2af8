/**
 * The suites: unit in Node, worker inside workerd; product and browser against the started product, one file at a time
 * the one, two the other; native against LibreOffice.
 * `npm test` runs one suite after the other.
 */
import { fileURLToPath } from "node:url";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { initialsPlugin } from "../addin/build/initials-plugin.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What starts the product, each file one of its own. */
const product = ["test/commands/**/*.test.ts", "test/worker-process/**/*.test.ts", "test/chem97/**/*.test.ts"];

/** The tests give their own settings; those of `npm start` in .dev.vars are not for them. */
const noSettings = { ADMIN_SECRET: "", DEMO: "" };

export default defineConfig({
  root,
  cacheDir: ".cache/vitest",
  plugins: [initialsPlugin()],
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // On two cores the default is one.
          maxWorkers: 2,
          include: ["test/**/*.test.ts"],
          exclude: ["test/worker/**", "test/browser/**", "test/native/**", ...product],
        },
      },
      {
        extends: true,
        plugins: [cloudflareTest({ wrangler: { configPath: `${root}wrangler.toml` }, miniflare: { bindings: noSettings } })],
        test: { name: "worker", include: ["test/worker/**/*.test.ts"] },
      },
      {
        extends: true,
        test: { name: "product", include: product, fileParallelism: false },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          // They wait more than they compute; more of them at once and a slow machine keeps nobody's patience.
          maxWorkers: 2,
          testTimeout: 180_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
      {
        extends: true,
        // Each start of LibreOffice has a profile of its own and keeps one core busy.
        test: { name: "native", include: ["test/native/**/*.test.ts"], maxWorkers: 2, testTimeout: 240_000 },
      },
    ],
  },
});
