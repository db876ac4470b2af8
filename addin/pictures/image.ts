/** A picture as an image: drawn by the browser itself from the picture's own text, so nothing is loaded and nothing else is on it. */
import type { Theme } from "../../shared/pictures/inks.ts";
import type { Scene } from "../../shared/pictures/scene.ts";
import { pictureSvg } from "../../shared/pictures/svg.ts";

/** Pixels of the image for each of the picture: sharp in print. */
const DENSITY = 2;

/** A PNG of the scene; refuses where the browser draws none. */
export async function pngOf(scene: Scene, theme: Theme = "light"): Promise<Blob> {
  const image = new Image();
  // A data address and no blob one: the offline page's policy allows images of the first kind only.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(pictureSvg(scene, theme))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(scene.width * DENSITY);
  canvas.height = Math.round(scene.height * DENSITY);
  const brush = canvas.getContext("2d");
  if (!brush) throw new Error("this browser has no canvas");
  brush.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("this browser makes no PNG"))), "image/png");
  });
}
