import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { County } from "../../shared/handin/county.ts";
import { useImport } from "../handin/import.ts";
import { chooseLanguage } from "../language.ts";
import { SpokenLanguage, useLanguage, usePageLanguage, useSpoken } from "../pane/say.ts";
import { Note, StatusLine } from "../pane/status.tsx";
import { Tabs } from "../pane/tabs.tsx";
import { useHeld } from "../whatif/state.ts";
import { DataPage } from "./data-page.tsx";
import { FilesPage } from "./files-page.tsx";
import { keepingOf } from "./keeping.ts";
import { type Office, useOffice } from "./office.ts";
import { ResultsPage } from "./results-page.tsx";
import { Setup } from "./setup.tsx";
import { TemplatesPage } from "./templates-page.tsx";
import { Welcome } from "./welcome.tsx";
import { WhatIfPage } from "./whatif-page.tsx";
import { useOfflineWords } from "./words.ts";

/** The page: a way in for who is new, then one tab for each step. */
export function App() {
  const language = usePageLanguage();
  return (
    <SpokenLanguage.Provider value={language}>
      <Page />
    </SpokenLanguage.Provider>
  );
}

function Page() {
  const w = useOfflineWords();
  const language = useLanguage();
  const spoken = useSpoken();
  const office = useOffice();
  const whatif = useHeld();
  const [chosen, choose] = useState<string | null>(null);
  const choice = { chosen, choose };
  const [begun, setBegun] = useState(false);
  const [tab, setTab] = useState<string | null>(null);
  const work = useImport(useMemo(() => keepingOf(office), [office]));
  useEffect(() => {
    document.title = w.title;
  }, [w]);
  const { state, county, held, refusal } = office;
  const shown = tab ?? "setup";
  useEffect(() => {
    if (state === "ready" && county) setTab((now) => now ?? firstTab(county, held.length));
  }, [state, county, held]);
  // What was pressed on the first screen is gone with it: the keys go on from the tab that it led to.
  const inside = state === "ready" && (county !== null || begun);
  const welcomed = useRef(false);
  useEffect(() => {
    if (state === "ready" && !inside) welcomed.current = true;
    if (!inside || !welcomed.current || tab === null) return;
    welcomed.current = false;
    if (document.activeElement === document.body) document.getElementById(`q-tab-${tab}`)?.focus();
  }, [state, inside, tab]);
  const begin = () => {
    setTab("setup");
    setBegun(true);
  };
  const go = (to: string) => {
    office.say("");
    setTab(to);
  };
  const cleared = () => {
    work.clear();
    setBegun(false);
    setTab(null);
  };
  const tabs = (["setup", "templates", "files", "results", "whatif", "data"] as const).map((id) => ({ id, name: w.tabs[id] }));
  return (
    <div class="q-pane q-page o-page" lang={language}>
      <header class="q-page-bar">
        <h1 id="o-title">
          {w.title} <small>{county ? county.name : w.subtitle}</small>
        </h1>
        <button type="button" lang={language === "en" ? "zh-CN" : "en"} onClick={() => chooseLanguage(language === "en" ? "zh-CN" : "en")}>
          {w.language}
        </button>
      </header>
      {state === "opening" && <main class="q-panel">{w.opening}</main>}
      {state === "failed" && (
        <main class="q-panel">
          <Note tone="bad">{w.failed}</Note>
        </main>
      )}
      {state === "ready" && !inside && (
        <main class="q-panel">
          {refusal && <Note tone="bad">{spoken(refusal)}</Note>}
          <Welcome office={office} begin={begin} />
        </main>
      )}
      {inside && (
        <main class="o-main">
          <Tabs label={w.tabs.label} tabs={tabs} chosen={shown} otherwise="o-title" choose={go}>
            {refusal && <Note tone="bad">{spoken(refusal)}</Note>}
            {shown === "setup" && <Setup office={office} go={go} />}
            {shown === "templates" && <TemplatesPage office={office} go={go} />}
            {shown === "files" && <FilesPage office={office} work={work} go={go} />}
            {shown === "results" && <ResultsPage {...{ office, choice, go }} />}
            {shown === "whatif" && <WhatIfPage {...{ office, whatif, choice, go }} />}
            {shown === "data" && <DataPage office={office} cleared={cleared} />}
          </Tabs>
        </main>
      )}
      {state === "ready" && <Foot office={office} go={go} />}
    </div>
  );
}

/** Where somebody goes on who comes back: what is unfinished, else what came of it. */
function firstTab({ schools, collections }: County, held: number): string {
  if (schools.length === 0 || collections.length === 0) return "setup";
  return held > 0 ? "results" : "templates";
}

/** What was done last, and where the data is: always in sight. */
function Foot({ office: { kept, county, held, said }, go }: { readonly office: Office; go(tab: string): void }) {
  const w = useOfflineWords();
  return (
    <footer class="q-page-bar o-foot">
      <StatusLine text={said} />
      <p class={kept ? "" : "q-warn"}>
        {county && <span class="o-state">{w.where.state(county.schools.length, county.collections.length, held.length)}</span>}
        {kept ? w.where.kept : w.where.unkept}{" "}
        {!kept && county && (
          <button type="button" onClick={() => go("data")}>
            {w.where.export}
          </button>
        )}
      </p>
    </footer>
  );
}
