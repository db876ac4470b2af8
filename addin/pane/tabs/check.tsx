import { useMemo, useState } from "preact/hooks";
import { Refusal } from "../../../shared/refusal.ts";
import { aboutSchool, baselineName } from "../../check/about.ts";
import { OwnBulletins } from "../../check/own-bulletins.tsx";
import { useOwnGround } from "../../check/own-ground.ts";
import { Report } from "../../check/report.tsx";
import { useCheckWords } from "../../check/words.ts";
import { PictureGround } from "../../pictures/ground.ts";
import { Asking } from "../asking.tsx";
import type { Desk } from "../desk.ts";
import { Findings } from "../findings.tsx";
import { FirstRun } from "../first-run.tsx";
import { FormulaCheck } from "../formulas/section.tsx";
import { lazily } from "../lazily.tsx";
import { useLanguage, useSpoken, useWords } from "../say.ts";
import { Source } from "../source.tsx";
import { Note } from "../status.tsx";
import { reportCells } from "../table.ts";
import type { TemplateCheck } from "../template/check.ts";

/** The open sheet against its targets; nothing of it has been sent. */
function SheetReport(desk: Desk) {
  const { work, choice, connection } = desk;
  const [{ collection, school }, { overview }] = [choice, connection];
  const slices = work?.tabulated.slices;
  const body = useMemo(
    () => (slices && collection ? { definitions: collection.definitions, slices: [...slices] } : null),
    [slices, collection],
  );
  const about = useMemo(() => {
    if (!body || !collection || !school || !overview) return null;
    const { region, targets, choices } = overview;
    const baseline = baselineName(collection, overview.collections);
    return aboutSchool({ name: school.name, unit: school, region, collection, targets, choices, baseline }, { body }, []);
  }, [body, collection, school, overview]);
  const ground = useOwnGround(desk, collection?.collection ?? null, school, work?.checked ?? null);
  if (!work?.checked || !about) return null;
  return (
    <PictureGround.Provider value={ground}>
      <Report checked={work.checked} about={about} />
      {body && collection && school && overview && (
        <OwnBulletins {...{ overview, collection, school, body }} workbook={desk.workbook} say={desk.say} />
      )}
    </PictureGround.Provider>
  );
}

const Sent = lazily(async () => (await import("../../check/sent.tsx")).SentReport);

const OpenTemplate = lazily(async () => (await import("../../check/open-template.tsx")).OpenTemplate);

interface CheckTabProps extends Desk {
  readonly template: TemplateCheck;
  /** The desk with the school and the collection that the template names. */
  readonly whole: Desk;
}

/** 核对: what the open sheet or template says, or what was sent, against every target. */
export function CheckTab({ template, whole, ...desk }: CheckTabProps) {
  const c = useCheckWords();
  const [sent, setSent] = useState(false);
  return (
    <>
      <fieldset class="q-buttons q-switch">
        <legend class="q-unseen">{c.what}</legend>
        <button type="button" aria-pressed={!sent} onClick={() => setSent(false)}>
          {c.sheet}
        </button>
        <button type="button" aria-pressed={sent} onClick={() => setSent(true)}>
          {c.sent}
        </button>
      </fieldset>
      {sent && <Sent {...desk} />}
      {!sent && template.open && (
        <OpenTemplate template={template} whole={whole}>
          <SheetCheck {...desk} />
        </OpenTemplate>
      )}
      {!sent && !template.open && <SheetCheck {...desk} />}
    </>
  );
}

/** The open sheet, before anything is sent. */
function SheetCheck(desk: Desk) {
  const w = useWords();
  const language = useLanguage();
  const spoken = useSpoken();
  const { work, workbook, reading, say } = desk;
  if (reading.sheet && reading.sheet.cells.length === 0 && reading.file === null) return <FirstRun {...desk} />;
  const errors = work?.tabulated.findings.filter(({ level }) => level === "error").length ?? 0;
  const insert = async () => {
    if (!work?.checked) return;
    try {
      say(w.check.inserted(await workbook.insert(reportCells(work.checked, language))));
    } catch (error) {
      say(error instanceof Refusal ? spoken(error.words) : w.check.notInserted);
    }
  };
  return (
    <>
      <Source {...desk} />
      {work && errors > 0 && (
        <>
          <Note tone="warn">{w.check.waiting(errors)}</Note>
          <Findings findings={work.tabulated.findings} {...desk} />
          <Asking work={work} />
        </>
      )}
      {work?.checked && (
        <>
          <SheetReport {...desk} />
          <p class="q-actions">
            <button type="button" onClick={() => void insert()}>
              {w.check.insert}
            </button>
            <span class="q-hint">{w.check.insertHint}</span>
          </p>
        </>
      )}
      <FormulaCheck {...desk} />
    </>
  );
}
