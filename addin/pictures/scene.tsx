/** A scene on the screen: the same shapes as in a file, in colours that follow the page, light or dark. */
import { h } from "preact";
import { INKS, type Ink } from "../../shared/pictures/inks.ts";
import type { Shape } from "../../shared/pictures/scene.ts";
import { elementOf } from "../../shared/pictures/svg.ts";

const onPage = (ink: Ink) => `light-dark(${INKS[ink].light}, ${INKS[ink].dark})`;

/** The shapes alone, for an svg that says what they mean. */
export function Shapes({ shapes }: { readonly shapes: readonly Shape[] }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a g of shapes takes no focus
    <g aria-hidden="true">
      {shapes.map((shape, at) => {
        const { tag, attributes, text } = elementOf(shape, onPage);
        return h(tag, { ...attributes, key: at }, text);
      })}
    </g>
  );
}
