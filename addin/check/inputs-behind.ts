/** The numbers that a region's schools sent, for what missed targets lack; `null` where they are not read, or not to be read. */
import { createContext } from "preact";
import type { Inputs } from "../../shared/whatif/inputs.ts";

export const InputsBehind = createContext<Inputs | null>(null);
