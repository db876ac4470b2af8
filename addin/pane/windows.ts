/** Other windows of the same browser: what a region has decided in one of them is read anew in the others. */
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("quality.decided");

/** Tells the other windows, and not this one. */
export function tellWindows(region: string): void {
  channel?.postMessage(region);
}

/** Calls back when another window has told of a region; returns how to stop. */
export function onTold(listener: (region: string) => void): () => void {
  const heard = ({ data }: MessageEvent) => listener(String(data));
  channel?.addEventListener("message", heard);
  return () => channel?.removeEventListener("message", heard);
}
