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
import type { Line } from "../../shared/pictures/lines.ts";

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

const place = document.getElementById("here");
if (place) render(h(SpokenLanguage.Provider, { value: language() }, h("div", { class: "q-pane" }, h(Shown, null))), place);
