import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lint } from "./manifest-lint.ts";

const manifest = readFileSync(new URL("../../manifest.xml", import.meta.url), "utf8");

test("the manifest is one that Excel takes", () => {
  expect(lint(manifest)).toEqual([]);
});

describe("the lint catches", () => {
  const faults: [fault: string, from: string | RegExp, to: string, finding: RegExp][] = [
    ["an element left open", "</Hosts>", "", /not well-formed/],
    ["an unescaped ampersand", "一分三率", "一分 & 三率", /not well-formed/],
    ["an Id that is no GUID", /<Id>.*<\/Id>/, "<Id>quality</Id>", /no GUID: quality/],
    ["a version that lags behind", /<Version>.*<\/Version>/, "<Version>0.0.9.0</Version>", /0\.0\.9\.0 is not package\.json's/],
    ["an older functions runtime", 'MinVersion="1.2"', 'MinVersion="1.1"', /CustomFunctionsRuntime 1\.2/],
    ["no shared runtime", /<Set Name="SharedRuntime".*\/>/, "", /SharedRuntime 1\.1/],
    ["a dangling resid", 'resid="Pane.Tip"', 'resid="Pane.Hint"', /resid Pane\.Hint resolves to nothing/],
    ["a resource nobody uses", 'resid="Pane.Tip"', 'resid="Pane.Label"', /resource Pane\.Tip is used by nobody/],
    ["a resource that is there twice", ' id="Home.Url"', ' id="Taskpane.Url"', /Taskpane\.Url is there twice/],
    ["an id longer than 32", /GetStarted\.Description/g, "GetStarted.DescriptionOfTheAddinItself", /more than 32 characters/],
    ["a label longer than 125", 'DefaultValue="质量指标"', `DefaultValue="${"质".repeat(126)}"`, /longer than 125/],
    [
      "a plain http address",
      "https://localhost:8787/functions.json",
      "http://localhost:8787/functions.json",
      /not https: http:\/\/localhost:8787\/functions\.json/,
    ],
    ["a relative address", "https://localhost:8787/functions.json", "/functions.json", /not https: \/functions\.json/],
    ["a second origin", "https://localhost:8787/functions.json", "https://localhost:3000/functions.json", /more than one origin/],
    ["a missing icon file", "icons/icon-80.png", "icons/icon-81.png", /icon of 80 pixels: no file/],
    ["an icon of another size", "icons/icon-16.png", "icons/icon-64.png", /icon of 16 pixels is 64 x 64/],
    ["a high-resolution icon that is not", "icons/icon-64.png", "icons/icon-32.png", /icon of 64 pixels is 32 x 32/],
    ["no icon for the dense screen", /<bt:Image size="80" resid="Icon.80" \/>/, "", /an Icon lacks size 80/],
    ["a runtime that ends with the pane", 'lifetime="long"', 'lifetime="short"', /lifetime is not long/],
    ["a second page", '<FunctionFile resid="Taskpane.Url" />', '<FunctionFile resid="Home.Url" />', /must be the runtime's page/],
    ["a TaskpaneId", '<Action xsi:type="ShowTaskpane">', '<Action xsi:type="ShowTaskpane"><TaskpaneId>A</TaskpaneId>', /no TaskpaneId/],
    ["no metadata", /<Metadata>[\s\S]*<\/Metadata>/, "", /no Metadata/],
    ["another namespace", 'DefaultValue="QUALITY"', 'DefaultValue="QUALITY.PASSRATE"', /Namespace is not QUALITY/],
    [
      "a translated namespace",
      'DefaultValue="QUALITY" />',
      'DefaultValue="QUALITY"><bt:Override Locale="en-US" Value="Q" /></bt:String>',
      /translated Namespace/,
    ],
    ["another first language", "<DefaultLocale>zh-CN", "<DefaultLocale>en-US", /DefaultLocale is not zh-CN/],
    ["a text without English", /<bt:Override Locale="en-US" Value="Indicators" \/>/, "", /no English for Pane\.Label/],
  ];

  test.each(faults)("%s", (_, from, to, finding) => {
    const bent = manifest.replace(from, to);
    expect(bent).not.toBe(manifest);
    expect(lint(bent).join("\n")).toMatch(finding);
  });
});
