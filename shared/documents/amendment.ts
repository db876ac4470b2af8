/** What a version of a statement changed, as sentences: by the numbers that the lines have in print. */
import type { StatementBody, StatementChange, StatementLine } from "../contract.ts";
import { shownLimit } from "../display.ts";
import type { Catalogue } from "../indicators/catalogue.ts";
import { chosenIn } from "../indicators/rules.ts";
import type { Words } from "../refusal.ts";
import { scopeWords } from "../statement/print.ts";
import type { Tongue } from "./document.ts";

const HEAD: Readonly<Record<string, Words>> = {
  level: { zh: "层级", en: "level" },
  title: { zh: "标题", en: "title" },
  group: { zh: "学科组", en: "subject group" },
  teacher: { zh: "教师代码", en: "teacher code" },
  first: { zh: "甲方", en: "first party" },
  second: { zh: "乙方", en: "second party" },
};
const FIELDS: Readonly<Record<string, Words>> = {
  period: { zh: "周期", en: "period" },
  deadline: { zh: "期限", en: "deadline" },
  source: { zh: "来源", en: "source" },
  version: { zh: "定义版本", en: "version of the definition" },
};
const LIMIT: Words = { zh: "要求", en: "requirement" };
const SCOPE: Words = { zh: "范围", en: "scope" };
const WITHOUT: Words = { zh: "（无）", en: "(none)" };

/** One sentence for each thing that was changed; empty for a first version. `numberOf` is a line's number in print. */
export function amendmentTexts(
  changes: readonly StatementChange[],
  { lines }: StatementBody,
  numberOf: (line: string) => number | undefined,
  catalogue: Catalogue,
  tongue: Tongue,
): string[] {
  const said = (field: Words, before: string, after: string) =>
    tongue === "zh" ? `${field.zh}由“${before}”改为“${after}”` : `${field.en}: "${before}" becomes "${after}"`;
  const plain = (value: unknown) => (value === null || value === undefined ? WITHOUT[tongue] : String(value));
  const sentences: string[] = [];
  for (const { line, field, before, after } of changes) {
    if (field === "choices")
      sentences.push(...chosenAnew(before, after, lines, catalogue).map((one) => said(one.names, one.was[tongue], one.is[tongue])));
    else if (line === null && field !== null) sentences.push(said(HEAD[field] ?? { zh: field, en: field }, plain(before), plain(after)));
  }
  for (const { what, before, after } of changes) {
    if (what === "changed") continue;
    const whole = (what === "added" ? after : before) as StatementLine;
    const text = `${nameOf(whole, catalogue)[tongue]}（${scopeWords(whole)[tongue]}，${limitOf(whole, catalogue)[tongue]}）`;
    const number = what === "added" ? numberOf(whole.id) : undefined;
    if (tongue === "zh") sentences.push(`${what === "added" ? `增加第 ${number} 项` : "删去"}：${text}`);
    else sentences.push(`${what === "added" ? `added as no. ${number}` : "removed"}: ${text}`);
  }
  for (const line of lines) {
    const own = changes.filter((change) => change.line === line.id && change.what === "changed");
    if (own.length === 0) continue;
    const was: StatementLine = { ...line, ...Object.fromEntries(own.map(({ field, before }) => [field, before])) };
    const is = (...fields: string[]) => own.some(({ field }) => field !== null && fields.includes(field));
    const parts = [
      ...(is("stage", "grade", "subject") ? [said(SCOPE, scopeWords(was)[tongue], scopeWords(line)[tongue])] : []),
      ...(is("operator", "value", "upTo") ? [said(LIMIT, limitOf(was, catalogue)[tongue], limitOf(line, catalogue)[tongue])] : []),
      ...own.flatMap(({ field, before, after }) => (field && FIELDS[field] ? [said(FIELDS[field], plain(before), plain(after))] : [])),
    ];
    const number = numberOf(line.id);
    const name = nameOf(line, catalogue)[tongue];
    sentences.push(tongue === "zh" ? `第 ${number} 项 ${name}：${parts.join("，")}` : `No. ${number} ${name}: ${parts.join(", ")}`);
  }
  return sentences;
}

type Chosen = NonNullable<StatementBody["choices"]>;

/** What the lines leave open and was chosen otherwise before. */
function chosenAnew(before: unknown, after: unknown, lines: readonly StatementLine[], catalogue: Catalogue) {
  const [was, is] = [before, after].map((list) => chosenIn((list ?? []) as Chosen)) as [Record<string, string>, Record<string, string>];
  const options = lines.flatMap(({ indicator, version }) => catalogue.find(`${indicator}@${version}`)?.options ?? []);
  return [...new Map(options.map((option) => [option.id, option])).values()].flatMap(({ id, names, choices }) => {
    const [one, other] = [was[id], is[id]].map((choice) => choices.find((own) => own.id === choice));
    return one && other && one !== other ? [{ names, was: one, is: other }] : [];
  });
}

function nameOf({ indicator, version }: StatementLine, catalogue: Catalogue): Words {
  return catalogue.find(`${indicator}@${version}`)?.names ?? { zh: indicator, en: indicator };
}

function limitOf({ indicator, version, operator, value, upTo }: StatementLine, catalogue: Catalogue): Words {
  const definition = catalogue.find(`${indicator}@${version}`);
  if (operator === null || value === null || !definition) return { zh: "没有数值", en: "no number" };
  return shownLimit(operator, value, upTo, definition);
}
