import type { ComponentChildren } from "preact";

interface ScrollProps {
  readonly label: string;
  readonly tall?: boolean;
  readonly children: ComponentChildren;
}

/** What is longer than its place scrolls inside it, by the keyboard too. */
export function Scroll({ label, tall = false, children }: ScrollProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section class={tall ? "o-scroll o-tall" : "o-scroll"} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
