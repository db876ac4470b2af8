/** How one input is typed: its unit, the rule of its cell, and what is wrong in a cell, as formulas. */
import type { Definition } from "../../indicators/definition.ts";
import type { Input, Shape } from "../../indicators/kinds/rule.ts";
import type { Validation } from "../sheet.ts";

/** The levels of an indicator that somebody else awards, in words. */
export function levelsOf({ kind }: Definition): string[] {
  return kind.kind === "outside" && typeof kind.scale !== "string" ? kind.scale.map(({ zh }) => zh) : [];
}

export function unitShown(definition: Definition, { shape, names }: Input): string {
  const { kind, measure } = definition;
  if (shape === "flag") return "是/否";
  if (shape === "level") return "等次";
  if (shape === "text") return "文字";
  const named = /（(元|㎡|人|次|间|小时)）/.exec(names.zh)?.[1];
  if (named) return named;
  const plain = kind.kind === "count" || kind.kind === "mean" || (kind.kind === "worst" && !kind.over);
  return plain && measure ? measure.zh : shape === "whole" ? "整数" : "数";
}

/** How it is typed, in words. */
export function howTyped(definition: Definition, { shape, optional }: Input): string {
  const words: Readonly<Record<Shape, string>> = {
    whole: "填整数，没有填 0",
    rank: "填第几名，整数",
    amount: "填数，没有填 0，最多两位小数",
    real: "填数，可以小于 0，最多两位小数",
    amounts: "到“逐项填报”里一行填一个",
    flag: "选 是 或 否",
    level: `选 ${levelsOf(definition).join("、")}`,
    text: "写明文件或报告",
    scores: "",
    marks: "",
    each: "",
    labels: "",
    stage: "",
  };
  return optional ? `${words[shape]}（可不填）` : words[shape];
}

/** Decimals that are taken: amounts are sent as hundredths; points somebody else awarded as they are. */
function partsOf(definition: Definition): number {
  return definition.kind.kind === "outside" ? 10_000 : 100;
}

/** 1 where a cell holds what it may not, else 0; a blank is another matter. */
export function faultOf(definition: Definition, { shape }: Input, cell: string): string {
  const parts = partsOf(definition);
  const fine = `ABS(N(${cell})*${parts}-ROUND(N(${cell})*${parts},0))<0.0001`;
  const tests: Partial<Record<Shape, string>> = {
    whole: `AND(N(${cell})>=0,N(${cell})=INT(N(${cell})))`,
    rank: `AND(N(${cell})>=1,N(${cell})=INT(N(${cell})))`,
    amount: `AND(N(${cell})>=0,${fine})`,
    real: fine,
  };
  if (shape === "text") return "0";
  const words = shape === "flag" ? ["是", "否"] : shape === "level" ? levelsOf(definition) : null;
  if (words) return `IF(ISBLANK(${cell}),0,IF(ISERROR(${cell}),1,IF(OR(${words.map((word) => `${cell}="${word}"`).join(",")}),0,1)))`;
  return `IF(ISBLANK(${cell}),0,IF(ISNUMBER(${cell}),IF(${tests[shape] ?? "TRUE"},0,1),1))`;
}

/** What may be typed into a cell, or into the column that begins with it. */
export function validationOf(definition: Definition, input: Input, range: string, cell: string): Validation[] {
  const { shape } = input;
  const title = "填得不对";
  const message = `${input.names.zh}：${howTyped(definition, input)}。`;
  if (shape === "text") return [];
  if (shape === "flag") return [{ range, type: "list", formula1: '"是,否"', title, message }];
  if (shape === "level") return [{ range, type: "list", formula1: `"${levelsOf(definition).join(",")}"`, title, message }];
  const fault = faultOf(definition, shape === "amounts" ? { ...input, shape: "amount" } : input, cell);
  return [{ range, type: "custom", formula1: `(${fault})=0`, title, message, prompt: message }];
}
