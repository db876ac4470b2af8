/**
 * 成绩分布 on the screen. Lines are dragged with the pointer, or moved by keys as sliders: arrows by the grid, Shift or PageUp and PageDown
 * by five marks, Home and End. Nothing is kept here: whoever shows it moves the line and gives the new place.
 */
import type { TargetedKeyboardEvent, TargetedPointerEvent } from "preact";
import { useRef, useState } from "preact/hooks";
import { distributionPicture } from "../../shared/pictures/distribution.ts";
import { type DistributionData, distributionTable, lineWords, readDistribution } from "../../shared/pictures/distribution-data.ts";
import { type Move, movedBy, nearestMark } from "../../shared/pictures/lines.ts";
import { type Carry, Frame } from "./frame.tsx";
import { Shapes } from "./scene.tsx";
import { useTongue } from "./tongue.ts";
import { useWidth } from "./width.ts";
import { usePictureWords } from "./words.ts";

export interface DistributionProps extends DistributionData, Carry {
  /** A line was moved to a mark of the grid; `settled` once it was let go, and with every key. Without it nothing moves. */
  onMove?(id: string, mark: number, settled: boolean): void;
}

/** How near the pointer must be to a line to take it, in pixels. */
const REACH = 16;

export function Distribution({ onMove, workbook, say, ...data }: DistributionProps) {
  const w = usePictureWords();
  const tongue = useTongue();
  const [place, width] = useWidth();
  const svg = useRef<SVGSVGElement>(null);
  const [held, setHeld] = useState<string | null>(null);
  const picture = distributionPicture(data, { width, tongue });
  const movable = (id: string) => onMove !== undefined && !data.lines.find((line) => line.id === id)?.fixed;
  const sliders = picture.knobs.filter(({ id }) => movable(id));

  const at = (event: TargetedPointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const move = (id: string, mark: number, settled: boolean) => {
    const now = data.lines.find((line) => line.id === id)?.mark;
    if (settled || mark !== now) onMove?.(id, mark, settled);
  };
  const take = (event: TargetedPointerEvent<SVGSVGElement>) => {
    if (event.button !== 0) return;
    const { x, y } = at(event);
    // In the row of a knob its line is meant; below, the nearest one.
    const inRow = sliders.find((knob) => Math.abs(knob.y - y) < 9 && Math.abs(knob.x - x) <= REACH);
    const nearest = [...sliders].sort((a, b) => Math.abs(a.x - x) - Math.abs(b.x - x))[0];
    const taken = inRow ?? (nearest && Math.abs(nearest.x - x) <= REACH ? nearest : undefined);
    if (!taken) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    svg.current?.querySelector<SVGGElement>(`[data-line="${taken.id}"]`)?.focus({ preventScroll: true });
    setHeld(taken.id);
  };
  const drag = (event: TargetedPointerEvent<SVGSVGElement>) => {
    if (held !== null) move(held, nearestMark(picture.markAt(at(event).x), data), false);
  };
  const release = (event: TargetedPointerEvent<SVGSVGElement>) => {
    if (held !== null) move(held, nearestMark(picture.markAt(at(event).x), data), true);
    setHeld(null);
  };
  const press = (event: TargetedKeyboardEvent<SVGGElement>, id: string, mark: number) => {
    const to = moveOf(event);
    if (to === undefined) return;
    event.preventDefault();
    move(id, movedBy(mark, to, data), true);
  };

  return (
    <Frame
      title={data.title}
      table={distributionTable(data, tongue)}
      compose={(wide) => distributionPicture(data, { width: wide, tongue, heading: true })}
      workbook={workbook}
      say={say}
    >
      <div ref={place}>
        {sliders.length === 0 ? (
          <svg class="q-picture" width={width} height={picture.height} role="img" aria-label={picture.alt}>
            <Shapes shapes={picture.shapes} />
          </svg>
        ) : (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in
          <svg
            ref={svg}
            class={held === null ? "q-picture q-movable" : "q-picture q-movable q-held"}
            width={width}
            height={picture.height}
            role="group"
            aria-label={w.distribution(data.title)}
            onPointerDown={take}
            onPointerMove={drag}
            onPointerUp={release}
            onPointerCancel={() => setHeld(null)}
          >
            <Shapes shapes={picture.shapes} />
            {readDistribution(data).lines.map((read) => {
              const { id, name, mark } = read.line;
              const knob = sliders.find((one) => one.id === id);
              if (!knob) return null;
              return (
                <g
                  key={id}
                  data-line={id}
                  class="q-slider"
                  role="slider"
                  // An attribute of SVG keeps its case: tabIndex would be none.
                  tabindex={0}
                  aria-label={w.line(name)}
                  aria-valuemin={0}
                  aria-valuemax={data.full}
                  aria-valuenow={mark}
                  aria-valuetext={lineWords(read, tongue, data.percent)}
                  onKeyDown={(event) => press(event, id, mark)}
                >
                  <rect x={knob.x - 6} y={knob.y} width={12} height={picture.plot.bottom - knob.y} fill="transparent" />
                  <circle class="q-ring" cx={knob.x} cy={knob.y} r={9} />
                </g>
              );
            })}
          </svg>
        )}
      </div>
    </Frame>
  );
}

function moveOf({ key, shiftKey }: { readonly key: string; readonly shiftKey: boolean }): Move | undefined {
  switch (key) {
    case "ArrowRight":
    case "ArrowUp":
      return shiftKey ? "far-up" : "up";
    case "ArrowLeft":
    case "ArrowDown":
      return shiftKey ? "far-down" : "down";
    case "PageUp":
      return "far-up";
    case "PageDown":
      return "far-down";
    case "Home":
      return "first";
    case "End":
      return "last";
    default:
      return undefined;
  }
}
