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

/** The component, standing in for the one that `load` brings. Once it is there it is there at once. */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  waiting.push(async () => {
    loaded ??= await load();
  });
  return function Part(props: Props) {
    const spoken = useSpoken();
    const [state, setState] = useState<"loading" | "there" | "failed">(loaded ? "there" : "loading");
    const start = useCallback(() => {
      setState("loading");
      load().then(
        (found) => {
          loaded = found;
          setState("there");
        },
        () => setState("failed"),
      );
    }, []);
    useEffect(() => {
      if (!loaded) start();
    }, [start]);
    const Loaded = loaded;
    if (Loaded) return <Loaded {...props} />;
    if (state !== "failed") return <p class="q-hint">{spoken(LOADING)}</p>;
    return (
      <p class="q-warn" role="alert">
        {spoken(UNLOADED)}{" "}
        <button type="button" onClick={start}>
          {spoken(AGAIN)}
        </button>
      </p>
    );
  };
}
