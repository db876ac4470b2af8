/** The pictures behind a row, whose code comes when the first row is opened. */
import { lazily } from "../pane/lazily.tsx";

export const PicturesBehind = lazily(async () => (await import("./behind.tsx")).Behind);
