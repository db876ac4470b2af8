/** A scene as SVG: which element each shape is, and the whole as one text that stands alone (no style, script or reference in it). */
import { FACES, INKS, type Ink, TEXT_SIZE, type Theme } from "./inks.ts";
import type { Scene, Shape } from "./scene.ts";

export interface Element {
  readonly tag: "rect" | "line" | "path" | "circle" | "text";
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly text?: string;
}

/** Tenths of a pixel are as fine as anybody sees, and the same on every computer. */
const px = (value: number) => Math.round(value * 10) / 10;

const DASHES = "4 3";

/** `paint` says what is written for a colour. */
export function elementOf(shape: Shape, paint: (ink: Ink) => string): Element {
  const stroke = (ink: Ink | undefined, width = 1, dashed = false) =>
    ink === undefined
      ? {}
      : { stroke: paint(ink), "stroke-width": width, ...(dashed && { "stroke-dasharray": DASHES }), "stroke-linecap": "round" };
  switch (shape.shape) {
    case "rect": {
      const { x, y, width, height, fill, edge, round = 0, faint } = shape;
      const place = { x: px(x), y: px(y), width: px(Math.max(0, width)), height: px(Math.max(0, height)) };
      const look = { fill: paint(fill), ...(round > 0 && { rx: round }), ...(faint && { "fill-opacity": 0.18 }) };
      return { tag: "rect", attributes: { ...place, ...look, ...stroke(edge) } };
    }
    case "line": {
      const { from, to, ink, width, dashed } = shape;
      return {
        tag: "line",
        attributes: { x1: px(from[0]), y1: px(from[1]), x2: px(to[0]), y2: px(to[1]), ...stroke(ink, width, dashed) },
      };
    }
    case "path":
      return { tag: "path", attributes: { d: shape.d, fill: "none", ...stroke(shape.ink, shape.width, shape.dashed) } };
    case "circle": {
      const { x, y, r, fill, edge, width } = shape;
      return { tag: "circle", attributes: { cx: px(x), cy: px(y), r: px(r), fill: paint(fill), ...stroke(edge, width) } };
    }
    case "text": {
      const { x, y, text, ink, size = TEXT_SIZE, bold, anchor = "start" } = shape;
      const look = { "font-size": size, ...(bold && { "font-weight": 600 }), ...(anchor !== "start" && { "text-anchor": anchor }) };
      return { tag: "text", attributes: { x: px(x), y: px(y), fill: paint(ink), ...look }, text };
    }
  }
}

/** The picture as an .svg of its own, with a ground in the theme's colour. The one way into files, images and documents. */
export function pictureSvg({ width, height, alt, shapes }: Scene, theme: Theme = "light"): string {
  const paint = (ink: Ink) => INKS[ink][theme];
  const ground: Shape = { shape: "rect", x: 0, y: 0, width, height, fill: "surface" };
  const drawn = [ground, ...shapes].map((shape) => written(elementOf(shape, paint))).join("");
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" font-family="${escaped(FACES)}"><title>${escaped(alt)}</title>${drawn}</svg>`;
}

function written({ tag, attributes, text }: Element): string {
  const all = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  return `<${tag}${all.join("")}${text === undefined ? "/>" : `>${escaped(text)}</${tag}>`}`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What XML 1.0 has no place for becomes U+FFFD: one such sign would make the whole picture unreadable. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (sign) => ("\t\n\r".includes(sign) ? " " : "\ufffd"))
    .replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] as string);
}
