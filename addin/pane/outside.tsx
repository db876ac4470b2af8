import { render } from "preact";
import { SpokenLanguage, usePageLanguage, useWords } from "./say.ts";
import "./css/tokens.css";
import "./css/frame.css";

/** The task pane's page opened in a plain browser: where to go instead. */
export function showOutside(element: HTMLElement): void {
  render(<Outside />, element);
}

function Outside() {
  return (
    <SpokenLanguage.Provider value={usePageLanguage()}>
      <div class="q-pane">
        <Message />
      </div>
    </SpokenLanguage.Provider>
  );
}

function Message() {
  const w = useWords();
  return (
    <div class="q-panel">
      <h1>QUALITY</h1>
      <p>{w.outside.open}</p>
      <p>
        <a href="/">{w.outside.playground}</a>
      </p>
    </div>
  );
}
