import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";

export interface Tab {
  readonly id: string;
  readonly name: string;
  /** How much waits there, and the words that say it to who only hears the tab. */
  readonly mark?: { readonly number: number; readonly words: string } | undefined;
}

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  /** A tab, or what is shown in place of all of them. */
  readonly chosen: string;
  /** What names the panel where no tab does. */
  readonly otherwise: string;
  readonly children: ComponentChildren;
  choose(id: string): void;
}

/** Tabs as the ARIA practices describe them: one is in the tab order, arrows move and choose. */
export function Tabs({ label, tabs, chosen, otherwise, choose, children }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const stop = tabs.findIndex(({ id }) => id === chosen);
  const move = (event: KeyboardEvent) => {
    const at = Math.max(0, stop);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const next = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    choose(next.id);
    list.current?.querySelector<HTMLElement>(`#q-tab-${next.id}`)?.focus();
  };
  const panel =
    stop < 0
      ? ({ role: "region", "aria-labelledby": otherwise } as const)
      : ({ role: "tabpanel", "aria-labelledby": `q-tab-${chosen}` } as const);
  return (
    <>
      <div class="q-tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map(({ id, name, mark }, at) => (
          <button
            key={id}
            id={`q-tab-${id}`}
            type="button"
            role="tab"
            aria-selected={id === chosen}
            aria-controls={id === chosen ? "q-panel" : undefined}
            tabIndex={at === Math.max(0, stop) ? 0 : -1}
            onClick={() => choose(id)}
          >
            {name}
            {mark && (
              <>
                <span class="q-mark" aria-hidden="true">
                  {mark.number}
                </span>
                <span class="q-unseen"> {mark.words}</span>
              </>
            )}
          </button>
        ))}
      </div>
      <div class="q-panel" id="q-panel" key={chosen} {...panel}>
        {children}
      </div>
    </>
  );
}
