import { useEffect, useState } from "preact/hooks";
import { notesFault } from "../../../shared/handin/notes.ts";
import type { Tabulated } from "../../../shared/tabulate.ts";
import { isTemplateSheet, tornFrom } from "../../../shared/template/torn.ts";
import { Asking } from "../asking.tsx";
import { Compared } from "../compared.tsx";
import type { Desk } from "../desk.ts";
import { Findings } from "../findings.tsx";
import { Leave } from "../leave.tsx";
import { Preview } from "../preview.tsx";
import { Progress } from "../progress.tsx";
import { explainedBefore, questionKey, reasonsFor } from "../reasons.ts";
import { ReceiptCard } from "../receipt.tsx";
import { useSpoken, useWords } from "../say.ts";
import { SendButton } from "../send-button.tsx";
import { Source } from "../source.tsx";
import { isAbout, keptBeside, notesOn, ofPlace, sameNotes, sameSlices } from "../standing.ts";
import { Standing } from "../standing-line.tsx";
import { Note, RefusalNote } from "../status.tsx";
import type { TemplateCheck } from "../template/check.ts";
import { OpenTemplate } from "../template/open.tsx";
import { TemplateSection } from "../template/section.tsx";
import { Withdraw } from "../withdraw.tsx";
import { tabulateNow } from "../work.ts";

export interface SubmitProps extends Desk {
  readonly template: TemplateCheck;
  /** The desk with the school and the collection that the template names, and what is sent for these. */
  readonly whole: Desk;
}

/** 填报: a template that is open is checked as a whole; else a list goes in, one grade at a time. */
export function SubmitTab({ template, whole, ...desk }: SubmitProps) {
  const w = useWords();
  const [wanted, setAsList] = useState(false);
  // A list may lie beside a template in one workbook; a template's own sheets, or a file of it, are no lists.
  const mayBeList = template.file === null && desk.reading.sheet !== null && !isTemplateSheet(desk.reading.sheet.name);
  const asList = wanted && mayBeList;
  if (!template.open)
    return (
      <>
        <SubmitList {...desk} />
        <OpenTemplate {...desk} template={template} />
      </>
    );
  return (
    <>
      {template.file === null && (
        <p class="q-actions">
          <span>{w.template.found}</span>
          {mayBeList && (
            <button type="button" aria-pressed={asList} onClick={() => setAsList(!asList)}>
              {w.template.asList}
            </button>
          )}
        </p>
      )}
      {asList ? <SubmitList {...desk} /> : <TemplateSection desk={whole} chosen={desk.choice} template={template} />}
    </>
  );
}

/** What would be sent of a list, what must be put right first, then sending, correcting, withdrawing. */
function SubmitList(desk: Desk) {
  const w = useWords();
  const spoken = useSpoken();
  const { work, reading, together, earlier, choice, attempt, say } = desk;
  const { current, step, receipt, refusal } = attempt;
  const torn = work && tornFrom(work.sheet);
  const found = work?.tabulated.findings ?? [];
  const findings = torn && !found.some(({ code }) => code === torn.code) ? [torn, ...found] : found;
  const errors = findings.filter(({ level }) => level === "error").length;
  const ready = work !== null && !torn && work.tabulated.slices.length > 0;
  const stands = ofPlace(current?.body?.slices ?? [], choice.place);
  const alike = ready && current?.body ? sameSlices(work.tabulated.slices, stands) : false;
  const [touched, setTouched] = useState(false);
  const correcting = current?.body ? w.submit.correct(current.receipt.revision + 1) : w.submit.send;
  const label = refusal?.retryable && touched ? w.submit.again : correcting;

  const written = work?.written ?? new Map();
  const notesFor = (now: Tabulated) => [...notesOn(now, choice.place), ...reasonsFor(now.findings, written, choice.place).notes];
  const notes = work ? notesFor(work.tabulated) : [];
  const standing = (current?.body?.notes ?? []).filter((note) => isAbout(note, choice.place));
  const reasons = reasonsFor(findings, written, choice.place);
  const bad = notesFault(keptBeside(current, [], { place: choice.place, notes }).notes);
  const same = alike && sameNotes(notes, standing);
  // What stands was explained of these very numbers: it is not to be typed again.
  const before = alike && work ? explainedBefore(findings, written, standing, choice.place) : [];
  useEffect(() => {
    for (const [question, text] of before) work?.explain([question], text);
  });

  const send = () =>
    attempt.send(async () => {
      const read = await reading.again();
      const past = await earlier.again();
      const now = read && past && work ? tabulateNow(together.join(read), past.earlier, work, choice) : null;
      const shown = new Set(findings.map(questionKey));
      // What is asked of cells that were changed just now has to be seen first.
      if (!now || now.slices.length === 0 || now.findings.some((one) => !shown.has(questionKey(one)))) {
        say(w.submit.changed);
        return null;
      }
      return { slices: now.slices, notes: notesFor(now) };
    });
  const start = () => {
    setTouched(true);
    void send();
  };

  return (
    <>
      <Source {...desk} />
      {work && <Preview preview={work.tabulated.preview} sheet={work.sheet} earlier={earlier.earlier} />}
      <Findings findings={findings} {...desk} {...(work && { explaining: { reasons, write: work.explain } })} />
      {work && <Asking work={work} />}
      {work && <Leave work={work} />}
      <section class="q-send" aria-labelledby="q-send">
        <h2 id="q-send">{w.submit.title}</h2>
        <Standing attempt={attempt} place={choice.place} />
        {ready && <Compared before={stands} after={work.tabulated.slices} />}
        {bad && <Note tone="bad">{spoken(bad)}</Note>}
        {step ? (
          <Progress step={step} cancel={attempt.cancel} />
        ) : (
          <p class="q-actions">
            <SendButton
              label={label}
              before={stands}
              after={work?.tabulated.slices ?? []}
              open={reasons.open.length}
              quiet={same}
              disabled={!ready || !work.questions.there || bad !== null}
              send={start}
            />
            {current?.body && <Withdraw attempt={attempt} />}
          </p>
        )}
        {same && current && <p class="q-hint">{w.submit.same(current.receipt.revision)}</p>}
        {errors > 0 && <p class="q-hint">{w.submit.blocked(errors)}</p>}
        <p class="q-hint">{w.submit.privacy}</p>
        {refusal && <RefusalNote refusal={refusal}>{refusal.retryable && <p>{w.submit.sameKey}</p>}</RefusalNote>}
        {receipt && <ReceiptCard receipt={receipt} choice={choice} say={say} />}
      </section>
    </>
  );
}
