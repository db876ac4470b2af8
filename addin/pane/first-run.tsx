import type { Desk } from "./desk.ts";
import { sampleCells } from "./sample.ts";
import { useLanguage, useWords } from "./say.ts";

/** An empty sheet: three lines on what to do, and one button that fills a sample. */
export function FirstRun({ workbook, choice, reading, say }: Desk) {
  const w = useWords();
  const language = useLanguage();
  const papers = choice.collection?.exam?.papers ?? [];
  const fill = async () => {
    const cells = sampleCells(papers, choice.school?.name ?? "", language);
    await workbook.insertSample(cells, w.firstRun.sheet);
    await reading.read("used");
    say(w.firstRun.filled);
  };
  return (
    <section class="q-first" aria-labelledby="q-first">
      <h2 id="q-first">{w.firstRun.title}</h2>
      <ol>
        <li>{w.firstRun.write}</li>
        <li>{w.firstRun.check}</li>
        <li>{w.firstRun.submit}</li>
      </ol>
      {papers.length > 0 && (
        <button type="button" class="q-primary" onClick={() => void fill()}>
          {w.firstRun.fill}
        </button>
      )}
    </section>
  );
}
