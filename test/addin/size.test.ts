/** What the catalogue adds to what a browser loads before the first cell computes: at most 60 KB, gzipped. */
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { expect, test } from "vitest";

test("all definitions together are at most 60 KB gzipped", async () => {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "es2022",
      minify: true,
      lib: { entry: new URL("../../shared/indicators/index.ts", import.meta.url).pathname, formats: ["es"], fileName: "catalogue" },
    },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  if (!bundle || !("output" in bundle)) throw new Error("nothing was built");
  const code = bundle.output.map((file) => (file.type === "chunk" ? file.code : "")).join("");
  expect(code).toContain("teacher.backbone.share");
  expect(gzipSync(code).length).toBeLessThanOrEqual(60_000);
}, 60_000);
