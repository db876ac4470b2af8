/**
 * The initials of every shipped indicator's name, worked out while building: `virtual:initials` gives them in the order of the
 * shipped catalogue, so the browser finds 优秀率 by yxl without a dictionary of pinyin.
 */
import type { Plugin } from "vite";
import { shipped } from "../../shared/indicators/index.ts";
import { initialsOf } from "../../shared/indicators/initials.ts";

const name = "virtual:initials";
const resolved = `\0${name}`;

export function initialsPlugin(): Plugin {
  return {
    name: "quality:initials",
    resolveId: (id) => (id === name ? resolved : undefined),
    load: (id) => (id === resolved ? `export default ${JSON.stringify(shipped.all.map(({ names }) => initialsOf(names.zh)))}` : undefined),
  };
}
