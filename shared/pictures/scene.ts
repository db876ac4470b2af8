/**
 * A picture as data: shapes in pixels, their colours by what they are for. One composition is drawn on the screen (addin/pictures/scene.tsx),
 * saved as a file and set into a document (`pictureSvg` in svg.ts), so all three show the same.
 */
import type { Ink } from "./inks.ts";

export type Anchor = "start" | "middle" | "end";

export type Shape =
  | {
      readonly shape: "rect";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill: Ink;
      readonly edge?: Ink;
      readonly round?: number;
      readonly faint?: boolean;
    }
  | {
      readonly shape: "line";
      readonly from: readonly [x: number, y: number];
      readonly to: readonly [x: number, y: number];
      readonly ink: Ink;
      readonly width?: number;
      readonly dashed?: boolean;
    }
  | { readonly shape: "path"; readonly d: string; readonly ink: Ink; readonly width?: number; readonly dashed?: boolean }
  | {
      readonly shape: "circle";
      readonly x: number;
      readonly y: number;
      readonly r: number;
      readonly fill: Ink;
      readonly edge?: Ink;
      readonly width?: number;
    }
  | {
      readonly shape: "text";
      readonly x: number;
      /** The baseline. */
      readonly y: number;
      readonly text: string;
      readonly ink: Ink;
      readonly size?: number;
      readonly bold?: boolean;
      readonly anchor?: Anchor;
    };

export interface Scene {
  readonly width: number;
  readonly height: number;
  /** What the picture says, for those who do not see it. */
  readonly alt: string;
  readonly shapes: readonly Shape[];
}

/** The numbers behind a picture: the first cell of a row names it, and the caption says what no cell says. */
export interface PictureTable {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
