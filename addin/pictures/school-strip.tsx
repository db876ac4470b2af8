/**
 * 各校分布 on the screen: the school that is pointed at, or reached by keys (arrows along the value, Home and End), is named above the dots.
 * One stop for the Tab key, however many schools there are.
 */
import type { TargetedKeyboardEvent, TargetedPointerEvent } from "preact";
import { useRef, useState } from "preact/hooks";
import { cutTo, textWidth } from "../../shared/pictures/measure.ts";
import { stripPicture } from "../../shared/pictures/strip.ts";
import { dotWords, type StripData, stripTable } from "../../shared/pictures/strip-data.ts";
import { type Carry, Frame } from "./frame.tsx";
import { Shapes } from "./scene.tsx";
import { useTongue } from "./tongue.ts";
import { useWidth } from "./width.ts";
import { usePictureWords } from "./words.ts";

/** How near the pointer must be to a dot to name it, in pixels. */
const REACH = 12;

export function SchoolStrip({ data, workbook, say }: Carry & { readonly data: StripData }) {
  const w = usePictureWords();
  const tongue = useTongue();
  const [place, width] = useWidth();
  const svg = useRef<SVGSVGElement>(null);
  const [looked, setLooked] = useState<string | null>(null);
  const picture = stripPicture(data, { width, tongue });
  const { dots } = picture;
  const at = dots.findIndex(({ school }) => school === looked);
  const shown = dots[at] ?? dots.find(({ own }) => own);
  /** Which dot the Tab key comes to. */
  const stop = shown?.school ?? dots[0]?.school;

  const point = (event: TargetedPointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const away = (dot: { x: number; y: number }) => Math.hypot(dot.x - (event.clientX - box.left), dot.y - (event.clientY - box.top));
    const [nearest] = [...dots].sort((a, b) => away(a) - away(b));
    setLooked(nearest && away(nearest) <= REACH ? nearest.school : null);
  };
  const press = (event: TargetedKeyboardEvent<SVGGElement>, from: number) => {
    const to = { ArrowRight: from + 1, ArrowUp: from + 1, ArrowLeft: from - 1, ArrowDown: from - 1, Home: 0, End: dots.length - 1 }[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    const next = dots[Math.max(0, Math.min(dots.length - 1, to))];
    if (next) svg.current?.querySelector<SVGGElement>(`[data-school="${CSS.escape(next.school)}"]`)?.focus();
  };
  const named = shown && cutTo(dotWords(data, shown, tongue), width - 8, 12);

  return (
    <Frame
      title={w.schools}
      table={stripTable(data, tongue)}
      compose={(wide) => stripPicture(data, { width: wide, tongue, heading: true })}
      workbook={workbook}
      say={say}
    >
      <div ref={place}>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in */}
        <svg
          ref={svg}
          class="q-picture"
          width={width}
          height={picture.height}
          role="group"
          aria-label={picture.alt}
          onPointerMove={point}
          onPointerDown={point}
          onPointerLeave={() => setLooked(null)}
        >
          <Shapes shapes={picture.shapes} />
          {dots.map((dot, order) => (
            // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a dot is looked at, and does nothing
            <g
              key={dot.school}
              data-school={dot.school}
              class="q-dot"
              role="img"
              // An attribute of SVG keeps its case: tabIndex would be none.
              tabindex={dot.school === stop ? 0 : -1}
              aria-label={dotWords(data, dot, tongue)}
              onFocus={() => setLooked(dot.school)}
              onBlur={() => setLooked(null)}
              onKeyDown={(event) => press(event, order)}
            >
              <circle class="q-ring" cx={dot.x} cy={dot.y} r={dot.r + 3} />
            </g>
          ))}
          {shown && named && (
            // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus; the dot says the same
            <g class="q-named" aria-hidden="true">
              <circle cx={shown.x} cy={shown.y} r={shown.r + 3} />
              <text x={Math.max(2, Math.min(width - textWidth(named, 12) - 2, shown.x - textWidth(named, 12) / 2))} y={picture.sayAt}>
                {named}
              </text>
            </g>
          )}
        </svg>
      </div>
    </Frame>
  );
}
