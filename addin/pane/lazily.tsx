/** A part that is loaded when it is shown for the first time: what the first screen does not need does not keep it waiting. */
import type { ComponentType } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { useSpoken } from "./say.ts";

const LOADING = { zh: "正在载入…", en: "Loading…" };
const UNLOADED = { zh: "没有载入：请检查网络后再试。", en: "Not loaded: check the network and try again." };
const AGAIN = { zh: "重试", en: "Try again" };

const waiting: (() => Promise<void>)[] = [];

/** Code that is fetched with the parts, but shows nothing. */
export function fetchedLater(load: () => Promise<unknown>): void {
  waiting.push(async () => void (await load()));
}

/** Loads every part, one after the other: whatever is opened later is there without a network too. */
export async function loadRest(): Promise<void> {
  for (const fetchPart of waiting) await fetchPart().catch(() => undefined); // Tried again, and told, when it is opened.
}

/** What is loaded once something wants it, and again where that failed. */
export interface Later<T> {
  readonly there: T | null;
  readonly failed: boolean;
  again(): void;
}

/** A hook for what `load` brings. Once it is there it is there at once. */
export function loadedLater<T>(load: () => Promise<T>): (wanted: boolean) => Later<T> {
  let loaded: T | null = null;
  const loadOnce = async () => {
    loaded ??= await load();
  };
  waiting.push(loadOnce);
  return function useLoaded(wanted) {
    const [state, setState] = useState<"loading" | "there" | "failed">("loading");
    const again = useCallback(() => {
      setState("loading");
      loadOnce().then(
        () => setState("there"),
        () => setState("failed"),
      );
    }, []);
    useEffect(() => {
      if (wanted && !loaded) again();
    }, [wanted, again]);
    return { there: loaded, failed: state === "failed", again };
  };
}

/** The component, standing in for the one that `load` brings. */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const useLoaded = loadedLater(load);
  return function Part(props: Props) {
    const spoken = useSpoken();
    const { there: Loaded, failed, again } = useLoaded(true);
    if (Loaded) return <Loaded {...props} />;
    return failed ? <NotLoaded words={spoken(UNLOADED)} again={again} /> : <p class="q-hint">{spoken(LOADING)}</p>;
  };
}

/** That something could not be loaded, and the way to try again. */
export function NotLoaded({ words, again }: { readonly words: string; again(): void }) {
  const spoken = useSpoken();
  return (
    <p class="q-warn" role="alert">
      {words}{" "}
      <button type="button" onClick={again}>
        {spoken(AGAIN)}
      </button>
    </p>
  );
}
