import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Collection, Coverage, Overview } from "../../shared/contract.ts";
import { leadSheet } from "../../shared/tabulate.ts";
import type { Workbook } from "../host.ts";
import { useHeld } from "../whatif/state.ts";
import { useAskAgain } from "./ask-again.ts";
import { useAttempt } from "./attempt.ts";
import { useChoice } from "./choice.ts";
import { useConnection } from "./connection.ts";
import { useCounty } from "./county.ts";
import { useEarlier } from "./earlier.ts";
import { useFirstScreen } from "./first-screen.ts";
import { Header } from "./header.tsx";
import { useInForce, useRefresh } from "./in-force.ts";
import { type Inserting, NOTHING } from "./insert/state.ts";
import type { Keep } from "./keep.ts";
import { SpokenLanguage, usePageLanguage } from "./say.ts";
import { useSheet } from "./sheet.ts";
import { StatusLine } from "./status.tsx";
import { CheckTab } from "./tabs/check.tsx";
import { CountyTab, InsertTab, SettingsTab, StatementsTab, SubmitTab, WhatIfTab } from "./tabs/later.ts";
import { Tabs } from "./tabs.tsx";
import { useTemplateCheck } from "./template/check.ts";
import { useTogether } from "./together/state.ts";
import { dictionaries } from "./words.ts";
import { useWork } from "./work.ts";

interface AppProps {
  readonly workbook: Workbook;
  readonly server: string;
  readonly keep: Keep;
  readonly ahead: Promise<Overview> | null;
}

const NOBODY: readonly string[] = [];

/** Everything the tabs share lives here, so that changing tabs loses nothing. */
export function App({ workbook, server, keep, ahead }: AppProps) {
  const language = usePageLanguage();
  const w = dictionaries[language];
  const connection = useConnection(server, keep, workbook.host === "playground", ahead);
  const exam = useRef<Collection | null>(null);
  const reading = useSheet(workbook, (file) => leadSheet(file.sheets.map(file.sheet), exam.current));
  const { overview } = connection;
  const here = useInForce();
  useAskAgain(connection, workbook);
  useRefresh(server, connection, workbook, useFirstScreen(connection, reading));
  const [asked, setAsked] = useState<Coverage | null>(null);
  const choice = useChoice(overview, reading.sheet, asked?.missing ?? NOBODY);
  exam.current = choice.collection;
  const earlier = useEarlier(workbook, reading.sheet, reading.file !== null, choice);
  const together = useTogether(reading, choice);
  const work = useWork(together.sheet, earlier.earlier, choice, overview, here.catalogue);
  const county = useCounty(connection, choice.rolled?.collection ?? null);
  const attempt = useAttempt(connection, choice, {
    // Who has submitted for another collection says nothing about this one.
    submitted: choice.rolled === choice.collection ? county.submitted : undefined,
    refresh: county.refresh,
  });
  const template = useTemplateCheck(workbook, overview, reading.file);
  // A template names its own school and collection, of any form; nobody is asked who else has submitted for it.
  const named = {
    ...choice,
    collection: choice.collections.find(({ collection }) => collection === template.handed?.collection) ?? null,
    school: choice.schools.find(({ school }) => school === template.handed?.school) ?? null,
  };
  const refreshAll = useCallback(
    () => Promise.all([county.refresh(), attempt.refresh()]).then(() => undefined),
    [county.refresh, attempt.refresh],
  );
  const whole = useAttempt(connection, named, { submitted: undefined, refresh: refreshAll });
  const [tab, setTab] = useState("check");
  const [before, setBefore] = useState("check");
  const [status, setStatus] = useState("");
  const held = useHeld();
  const [inserting, setInserting] = useState<Inserting>(NOTHING);
  const insert = { now: inserting, change: (next: Partial<Inserting>) => setInserting((now) => ({ ...now, ...next })) };

  // A bureau that tries things out begins with a school that is still asked for, and stays with it once that has submitted.
  const coverage = county.rollup?.coverage ?? null;
  useEffect(() => setAsked((first) => first ?? coverage), [coverage]);

  const { receipt } = template.open && whole.receipt ? whole : attempt;
  useEffect(() => {
    if (receipt) setStatus(w.receipt.done(receipt.withdrawn ? w.receipt.withdrawn : w.receipt.received, receipt.revision));
  }, [receipt, w]);

  // Of a template the whole workbook counts, of a list the sheet that is open.
  const found = template.open ? template.handed?.findings : work?.tabulated.findings;
  const errors = found?.filter(({ level }) => level === "error").length ?? 0;
  const connected = overview !== null;
  const tabs = [
    ...(connected ? [{ id: "check", name: w.tabs.check }] : []),
    ...(connected && overview.role !== "viewer" ? [{ id: "whatif", name: w.tabs.whatif }] : []),
    { id: "insert", name: w.tabs.insert },
    ...(connected && overview.role !== "viewer"
      ? [{ id: "submit", name: w.tabs.submit, mark: errors > 0 ? { number: errors, words: w.findings.errors(errors) } : undefined }]
      : []),
    ...(connected && overview.role !== "school" ? [{ id: "county", name: w.tabs.county }] : []),
    ...(connected ? [{ id: "statements", name: w.tabs.statements }] : []),
  ];
  // Nothing is connected to begin with: the settings say how to.
  const first = connected ? "check" : "settings";
  const shown = tab === "settings" || tabs.some(({ id }) => id === tab) ? tab : first;
  const settings = shown === "settings";
  const waiting = connection.starting && tab !== "settings";
  /** The gear leads to the settings, and back to where one was. */
  const toggle = () => {
    if (!settings) setBefore(shown);
    setTab(!settings ? "settings" : tabs.some(({ id }) => id === before) ? before : (tabs[0]?.id ?? ""));
  };
  /** A receipt above another file would look like that file's. */
  const readFile = (file: File) => {
    attempt.forget();
    whole.forget();
    setStatus("");
    return reading.readFile(file);
  };
  /** What was said to one is not said to the next. */
  const act = (as: string) => {
    setStatus("");
    return connection.act(as);
  };
  const desk = {
    workbook,
    connection,
    reading: { ...reading, readFile },
    together,
    choice,
    earlier,
    work,
    attempt,
    county,
    say: setStatus,
  };
  const ofTemplate = { template, whole: { ...desk, choice: named, attempt: whole } };

  return (
    <SpokenLanguage.Provider value={language}>
      <div class="q-pane" lang={language}>
        <Header connection={{ ...connection, act }} settings={settings} toggle={toggle} />
        <Tabs label={w.tabs.label} tabs={tabs} chosen={shown} otherwise="q-settings" choose={setTab}>
          {shown === "check" && <CheckTab {...desk} {...ofTemplate} />}
          {shown === "whatif" && <WhatIfTab desk={desk} held={held} />}
          {shown === "insert" && <InsertTab state={insert} here={here} workbook={workbook} say={setStatus} />}
          {shown === "submit" && <SubmitTab {...desk} {...ofTemplate} />}
          {shown === "county" && <CountyTab {...desk} />}
          {shown === "statements" && <StatementsTab {...desk} />}
          {settings && waiting && <p class="q-hint">{w.light.connecting}</p>}
          {settings && !waiting && <SettingsTab connection={connection} here={here} server={server} say={setStatus} />}
        </Tabs>
        <StatusLine text={status} />
      </div>
    </SpokenLanguage.Provider>
  );
}
