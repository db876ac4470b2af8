/**
 * The suites: unit in Node, worker inside workerd, worker-process and browser against a started product, one file at a time.
 * `npm test` runs one suite after the other.
 */
import { fileURLToPath } from "node:url";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root,
  cacheDir: ".cache/vitest",
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["test/**/*.test.ts"], exclude: ["test/worker/**", "test/worker-process/**", "test/browser/**"] },
      },
      {
        extends: true,
        plugins: [cloudflareTest({ wrangler: { configPath: `${root}wrangler.toml` } })],
        test: { name: "worker", include: ["test/worker/**/*.test.ts"] },
      },
      {
        extends: true,
        test: { name: "worker-process", include: ["test/worker-process/**/*.test.ts"], fileParallelism: false },
      },
      {
        extends: true,
        test: { name: "browser", include: ["test/browser/**/*.test.ts"], fileParallelism: false, testTimeout: 60_000 },
      },
    ],
  },
});
