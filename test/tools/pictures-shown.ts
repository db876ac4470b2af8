/** What the pictures' own page shows: runs in the browser. What a person does to a picture is kept in `picturesTold`. */
import { h, render } from "preact";
import { useState } from "preact/hooks";
import "../../addin/pane/css/tokens.css";
import "../../addin/pane/css/frame.css";
import "../../addin/pane/css/controls.css";
import "../../addin/pane/css/figures.css";
import { language } from "../../addin/language.ts";
import { SpokenLanguage } from "../../addin/pane/say.ts";
import { Distribution } from "../../addin/pictures/distribution.tsx";
import { SchoolStrip } from "../../addin/pictures/school-strip.tsx";
import { Trend } from "../../addin/pictures/trend.tsx";
import { wilson } from "../../shared/kernel/wilson.ts";
import type { Line } from "../../shared/pictures/lines.ts";
import type { Outcome } from "../../shared/pictures/strip-data.ts";

declare global {
  var picturesTold: unknown[];
}
globalThis.picturesTold = [];

/** 640 pupils of a class year: a hump around 68 with a tail, the same for every run. */
export const COUNTS: readonly (readonly [number, number])[] = Array.from({ length: 201 }, (_, mark) => {
  const away = (mark - 136) / (mark < 136 ? 40 : 26);
  return [mark, Math.round(9 * Math.exp((-away * away) / 2))] as const;
}).filter(([, pupils]) => pupils > 0);

function Shown() {
  const en = language() === "en";
  const [marks, setMarks] = useState<Record<string, number>>({ excellent: 85, pass: 60, low: 40 });
  const line = (id: string, name: string, side: Line["side"], from: number, fixed = false): Line => ({
    id,
    name,
    side,
    mark: marks[id] ?? from,
    from,
    fixed,
  });
  const lines = [
    line("excellent", en ? "Excellent" : "优秀", "reached", 85),
    line("pass", en ? "Pass" : "及格", "reached", 60),
    line("low", en ? "Low" : "低分", "below", 40, true),
  ];
  const fixed = location.search.includes("fixed");
  return h(Distribution, {
    ...{ title: en ? "Grade 9 Mathematics" : "九年级 数学", grid: 2, full: 100, counts: COUNTS, lines },
    ...(!fixed && {
      onMove: (id: string, mark: number, settled: boolean) => {
        globalThis.picturesTold.push([id, mark, settled]);
        setMarks((now) => ({ ...now, [id]: mark }));
      },
    }),
  });
}

const RATE = { unit: "rate", kind: { kind: "share", line: "pass", side: "reached" } } as const;
const TARGET = { operator: ">=", limit: 0.95, upTo: null } as const;
const ODD = [0.91, 0.97, null, 0.88, 0.953, 0.949, 0.99, 0.93];

/** Eight schools, one withheld and one of them the own; five collections, one without a value and a new definition in the last. */
function Schools() {
  const en = language() === "en";
  const title = en ? "Pass rate grade 9 Mathematics" : "及格率 九年级 数学";
  const schools = ODD.map((value, at) => ({
    school: `S0${at + 1}`,
    name: en ? `School ${at + 1}` : `第${at + 1}中学`,
    value,
    outcome: value === null ? null : ((value >= TARGET.limit ? "met" : "missed") as Outcome),
    ...(value === null && { why: en ? "fewer than 10 pupils: withheld" : "不足 10 人，不显示" }),
    own: at === 3,
  }));
  const points = [350, 362, null, 371, 380].map((k, at) => ({
    ...{
      key: String(at),
      label: `${2021 + at}-${2022 + at}`,
      name: en ? `Final ${2022 + at}` : `${2022 + at} 期末`,
      version: at === 4 ? 2 : 1,
    },
    value: k === null ? null : k / 400,
    counts: k === null ? null : { numerator: k, denominator: 400 },
    interval: k === null ? null : wilson(k, 400),
  }));
  return h("div", null, [
    h(SchoolStrip, { key: 1, data: { title, of: RATE, schools, target: TARGET, whole: 0.94 } }),
    h(Trend, { key: 2, data: { title, of: RATE, points, target: TARGET, interval: "wilson" } }),
  ]);
}

const place = document.getElementById("here");
const shown = location.search.includes("schools") ? Schools : Shown;
if (place) render(h(SpokenLanguage.Provider, { value: language() }, h("div", { class: "q-pane" }, h(shown, null))), place);
