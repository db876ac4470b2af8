/** Excel's own custom-functions runtime, loaded into a page that is not there: only what it touches while loading. */
/// <reference types="custom-functions-runtime" />
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createContext, runInContext } from "node:vm";

/** The global CustomFunctions as Excel's runtime makes it. */
export function excelRuntime(): typeof CustomFunctions {
  const nothing = () => undefined;
  const script = { src: "https://localhost/custom-functions-runtime.js", getAttribute: () => null };
  const element = () => ({ style: {}, setAttribute: nothing, appendChild: nothing });
  const page: Record<string, unknown> = {
    console: { log: nothing, warn: nothing, error: nothing },
    setTimeout: () => 0,
    setInterval: () => 0,
    clearTimeout: nothing,
    addEventListener: nothing,
    navigator: { userAgent: "test", language: "zh-CN" },
    location: { href: "https://localhost/", search: "", hash: "", pathname: "/", host: "localhost" },
    history: {},
    document: {
      cookie: "",
      currentScript: script,
      location: { href: "https://localhost/" },
      getElementsByTagName: (name: string) => (name === "script" ? [script] : [element()]),
      createElement: element,
      addEventListener: nothing,
    },
  };
  page.window = page;
  page.self = page;
  const file = createRequire(import.meta.url).resolve("@microsoft/office-js/dist/custom-functions-runtime.js");
  runInContext(readFileSync(file, "utf8"), createContext(page));
  return page.CustomFunctions as typeof CustomFunctions;
}
