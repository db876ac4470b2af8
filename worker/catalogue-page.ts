/** The catalogue as a page for people: every definition, grouped by family, open and restricted ones marked. No script is needed to read it. */
import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { shownLimit } from "../shared/display.ts";
import type { Catalogue } from "../shared/indicators/catalogue.ts";
import { clauseOf } from "../shared/indicators/compute.ts";
import { type Definition, FAMILIES, type Family, LEVELS, PERIODS } from "../shared/indicators/definition.ts";
import { initialsOf } from "../shared/indicators/initials.ts";
import { ruleOf } from "../shared/indicators/kinds.ts";
import { chooser } from "../shared/indicators/options.ts";
import { filtered } from "../shared/indicators/search.ts";
import { inputsOf, nativeFormula, usualPlaces } from "../shared/indicators/view.ts";
import type { Words } from "../shared/refusal.ts";
import { css } from "./catalogue-style.ts";

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;
type Language = keyof Words;

const say = (zh: string, en: string): Words => ({ zh, en });
const STAGES = { primary: say("小学", "primary"), junior: say("初中", "junior"), senior: say("高中", "senior") };
const SURE = { high: say("高", "high"), medium: say("中", "medium"), low: say("低", "low") };

/** `q` narrows as the API's search does; `lang=en` is English. */
export function cataloguePage(catalogue: Catalogue, release: string, query: URLSearchParams): Html {
  const language: Language = query.get("lang") === "en" ? "en" : "zh";
  const q = (query.get("q") ?? "").slice(0, 80);
  const found = filtered(catalogue.inForce(release), { q }, initialsOf);
  const t = (zh: string, en: string) => (language === "zh" ? zh : en);
  const families = (Object.keys(FAMILIES) as Family[])
    .map((family) => [family, found.filter((one) => one.family === family)] as const)
    .filter(([, own]) => own.length > 0);
  const other = new URLSearchParams({ ...(language === "zh" && { lang: "en" }), ...(q && { q }) });
  return html`<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${t("指标目录", "Indicator catalogue")} · QUALITY</title>
<link rel="icon" href="/icons/icon-32.png">
<style>${raw(css)}</style>
</head>
<body>
<header>
<h1>${t("指标目录", "Indicator catalogue")}</h1>
<p>${t(`${found.length} 个指标，${release} 版定义。比率和限值都是小数，% 只是显示。`, `${found.length} indicators, definitions of ${release}. Rates and limits are fractions; % is display.`)}
 <a href="/">${t("试用表格", "playground")}</a> · <a href="/api/indicators">${t("接口（JSON）", "API (JSON)")}</a> · <a href="/catalogue?${other}" lang="${language === "zh" ? "en" : "zh-CN"}">${t("English", "中文")}</a></p>
<form method="get" role="search">${language === "en" ? html`<input type="hidden" name="lang" value="en">` : ""}
<label>${t("查找", "Search")} <input type="search" name="q" value="${q}" placeholder="${t("名称、编号或拼音首字母，如 yxl", "name, id or pinyin initials")}"></label>
<button>${t("查找", "Search")}</button></form>
<nav aria-label="${t("指标族", "Families")}">${families.map(([family, own]) => html`<a href="#${family}">${FAMILIES[family][language]} <small>${own.length}</small></a> `)}</nav>
</header>
<main>
${found.length === 0 ? html`<p>${t("没有找到。换一个词，或清空查找框看全部。", "Nothing found. Try another word, or clear the box to see all.")}</p>` : ""}
${families.map(
  ([family, own]) => html`<section id="${family}">
<h2>${FAMILIES[family][language]} <small>${own.length}</small></h2>
${own.map((definition) => entry(catalogue, definition, language))}
</section>`,
)}
</main>
</body>
</html>`;
}

function entry(catalogue: Catalogue, definition: Definition, language: Language): Html {
  const {
    id,
    version,
    from,
    names,
    kind,
    stages,
    periods,
    levels,
    targets,
    judged,
    why,
    options = [],
    readings = [],
    restricted,
    example,
  } = definition;
  const t = (zh: string, en: string) => (language === "zh" ? zh : en);
  const choose = chooser(definition);
  const inputs = inputsOf(definition);
  const native = nativeFormula(definition, usualPlaces(inputs), choose);
  const older = catalogue.versionsOf(id).filter((one) => one.version !== version);
  const limits = targets.map(({ stage, operator, value, upTo }) => {
    const limit = shownLimit(operator, value, upTo, definition)[language];
    return stage === null || targets.length === 1 ? limit : `${STAGES[stage][language]} ${limit}`;
  });
  const list = (of: Readonly<Record<string, Words>>, keys: readonly string[]) =>
    keys.map((key) => of[key]?.[language] ?? key).join(t("、", ", "));
  const rows: [name: string, text: string | Html][] = [
    [t("公式", "formula"), ruleOf(kind).words(kind, choose)[language]],
    ...(inputs.length > 0
      ? [
          [
            t("输入", "inputs"),
            html`<ol>${inputs.map((input) => html`<li>${input.names[language]}${input.optional ? t("（可省）", " (optional)") : ""}</li>`)}</ol>`,
          ] as [string, Html],
        ]
      : []),
    [t("来源", "source"), clauseOf(definition)[language]],
    [t("把握", "confidence"), SURE[definition.confidence][language]],
    [t("学段", "stages"), list(STAGES, stages)],
    [t("周期", "period"), list(PERIODS, periods)],
    [t("对象", "level"), list(LEVELS, levels)],
    ...readings.map((reading): [string, string] => [t("口径", "reading"), reading[language]]),
    ...options.map((option): [string, Html] => [
      t("可选口径", "option"),
      html`${option.names[language]}<ul>${option.choices.map((one, at) => html`<li>${one[language]}${at === 0 ? t("（默认）", " (default)") : ""}</li>`)}</ul>`,
    ]),
    ...(native ? [[t("原生公式", "native formula"), html`<code>${native}</code>`] as [string, Html]] : []),
    ...(example
      ? [["QUALITY", html`<code>=QUALITY.INDICATOR("${id}@${version}",${usualPlaces(inputs).join(",")})</code>`] as [string, Html]]
      : []),
    [t("版本", "version"), t(`第 ${version} 版，${from} 起`, `version ${version}, from ${from}`)],
    ...older.map((one): [string, string] => [t("其他版本", "other version"), versionLine(one, language)]),
  ];
  return html`<details id="${id}">
<summary><b>${names[language]}</b> <code>${id}</code> <span class="rule">${limits.join(t("；", "; ")) || statusWords(judged, kind.kind === "event")[language]}</span>${
    restricted ? html` <span class="mark restricted">${t("限制使用", "restricted")}</span>` : ""
  }${judged === "open" ? html` <span class="mark open">${t("原文不全，不判定", "open: never judged")}</span>` : ""}</summary>
${restricted ? html`<p class="restricted">${restricted[language]}</p>` : ""}${why ? html`<p class="why">${why[language]}</p>` : ""}
<dl>${rows.map(([name, text]) => html`<dt>${name}</dt><dd>${text}</dd>`)}</dl>
</details>`;
}

function statusWords(judged: Definition["judged"], event: boolean): Words {
  if (event) return say("触发规则", "event rule");
  if (judged === "direction") return say("只有方向，不判定达标", "direction only, never a pass");
  return judged === "open" ? say("", "") : say("来源未给限值", "no limit in the source");
}

function versionLine(definition: Definition, language: Language): string {
  const limits = definition.targets.map(({ operator, value, upTo }) => shownLimit(operator, value, upTo, definition)[language]).join("; ");
  return language === "zh"
    ? `第 ${definition.version} 版，${definition.from} 起：${limits}`
    : `version ${definition.version}, from ${definition.from}: ${limits}`;
}
