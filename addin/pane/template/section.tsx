import type { Handed } from "../../../shared/handin/handed.ts";
import { notesFault } from "../../../shared/handin/notes.ts";
import type { Choice } from "../choice.ts";
import { Compared } from "../compared.tsx";
import type { Desk } from "../desk.ts";
import { FileButton } from "../file-button.tsx";
import { Progress } from "../progress.tsx";
import { ReceiptCard } from "../receipt.tsx";
import { useSpoken, useWords } from "../say.ts";
import { SendButton } from "../send-button.tsx";
import { Standing } from "../standing-line.tsx";
import { Note, RefusalNote } from "../status.tsx";
import { type TemplateCheck, unexplainedIn, withNotes } from "./check.ts";
import { CheckBar } from "./check-bar.tsx";
import { ExportFile } from "./export.tsx";
import { TemplateFindings } from "./findings.tsx";
import { useTemplateWords } from "./words.ts";

interface SectionProps {
  /** With the school and the collection that the template names. */
  readonly desk: Desk;
  /** What is chosen in the pane, whatever the template says. */
  readonly chosen: Choice;
  readonly template: TemplateCheck;
}

/** The open workbook is a template, or a file that was chosen: 检查本表, what it came to, then the whole school's submission or a file of it. */
export function TemplateSection({ desk, chosen, template }: SectionProps) {
  const w = useWords();
  const own = useTemplateWords();
  const spoken = useSpoken();
  const { handed, file } = template;
  const { reading } = desk;
  const check = async () => {
    const found = await template.check();
    if (!found) return;
    const errors = found.findings.filter(({ level }) => level === "error").length;
    desk.say(errors > 0 ? w.findings.errors(errors) : w.template.clean);
  };
  return (
    <section aria-labelledby="q-template">
      <h2 id="q-template">{w.template.check}</h2>
      {file && (
        <>
          <p>{own.file(file.name)}</p>
          <p class="q-actions">
            <FileButton name={own.another} choose={(one) => void reading.readFile(one)} />
            <button type="button" onClick={() => void reading.read("used")}>
              {own.back}
            </button>
          </p>
          <p class="q-hint">{own.changed}</p>
        </>
      )}
      <CheckBar
        template={template}
        label={file ? own.checkFile : w.template.checkNow}
        hint={handed ? null : w.template.checkWhat}
        check={() => void check()}
      />
      {reading.trouble && <p class="q-warn">{spoken(reading.trouble)}</p>}
      {handed && <Outcome handed={handed} desk={desk} chosen={chosen} template={template} />}
    </section>
  );
}

function Outcome({ handed, desk, chosen, template }: SectionProps & { readonly handed: Handed }) {
  const w = useWords();
  const spoken = useSpoken();
  const { choice, attempt, say } = desk;
  const { step, receipt, refusal, current } = attempt;
  const own = choice.school !== null && choice.collection !== null;
  const other = template.file ? otherThan(choice, chosen) : null;
  const errors = handed.findings.filter(({ level }) => level === "error").length;
  const body = handed.body && withNotes(handed.body, handed.findings, template.notes);
  const bad = notesFault(body?.notes);
  const send = () =>
    attempt.sendWhole(async () => {
      const again = await template.check();
      if (again?.body && again.school === handed.school && again.collection === handed.collection)
        return withNotes(again.body, again.findings, template.notes);
      say(w.submit.changed);
      return null;
    });
  return (
    <>
      {own && (
        <p>
          <strong>{choice.school?.name}</strong> {choice.collection?.name}
        </p>
      )}
      {handed.counts.length > 0 && (
        <dl class="q-facts">
          {handed.counts.map(({ about, pupils }) => (
            <>
              <dt>{spoken(about)}</dt>
              <dd>{w.source.pupils(pupils)}</dd>
            </>
          ))}
        </dl>
      )}
      <TemplateFindings findings={handed.findings} desk={desk} template={template} />
      {other && <Other named={choice} chosen={chosen} words={other} />}
      {body && own && !other && (
        <section class="q-send" aria-labelledby="q-send">
          <h2 id="q-send">{w.submit.title}</h2>
          <Standing attempt={attempt} />
          <Compared before={current?.body?.slices ?? []} after={body.slices} />
          {bad ? (
            <Note tone="bad">{spoken(bad)}</Note>
          ) : step ? (
            <Progress step={step} cancel={attempt.cancel} />
          ) : (
            <p class="q-actions">
              <SendButton
                label={current?.body ? w.submit.correct(current.receipt.revision + 1) : w.submit.send}
                before={current?.body?.slices ?? []}
                after={body.slices}
                open={unexplainedIn(handed.findings, template.notes)}
                send={() => void send()}
              />
              <ExportFile handed={handed} body={body} desk={desk} />
            </p>
          )}
          <p class="q-hint">{w.template.exportWhat}</p>
          <p class="q-hint">{w.submit.privacy}</p>
        </section>
      )}
      {errors > 0 && <p class="q-hint">{w.submit.blocked(errors)}</p>}
      {refusal && <RefusalNote refusal={refusal}>{refusal.retryable && <p>{w.submit.sameKey}</p>}</RefusalNote>}
      {receipt && <ReceiptCard receipt={receipt} choice={choice} say={say} />}
    </>
  );
}

/** A file names another school or exam than is chosen in the pane: whoever took the wrong file is told, before anything can be sent. */
function otherThan(named: Choice, chosen: Choice): readonly [named: string, chosen: string] | null {
  const school = named.school?.school !== chosen.school?.school;
  const exam = named.collection?.form === "exam" && named.collection.collection !== chosen.collection?.collection;
  if (!named.school || !named.collection || !chosen.school || (!school && !exam)) return null;
  const shown = (one: Choice) => [...(school ? [one.school?.name] : []), ...(exam ? [one.collection?.name] : [])].join(" ");
  return [shown(named), shown(chosen)];
}

interface OtherProps {
  readonly named: Choice;
  readonly chosen: Choice;
  readonly words: readonly [named: string, chosen: string];
}

function Other({ named: { school, collection }, chosen, words }: OtherProps) {
  const own = useTemplateWords();
  const change = () =>
    chosen.choose({ ...(school && { school: school.school }), ...(collection && { collection: collection.collection }) });
  return (
    <>
      <p class="q-warn" role="alert">
        {own.other(...words)}
      </p>
      <p class="q-actions">
        <button type="button" onClick={change}>
          {own.change(words[0])}
        </button>
      </p>
    </>
  );
}
