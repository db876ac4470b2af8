import { useEffect } from "preact/hooks";
import type { Overview } from "../../shared/contract.ts";
import { dayOf, instant } from "../../shared/moment.ts";
import { chooseLanguage } from "../language.ts";
import { ConnectForm } from "../pane/connect-form.tsx";
import { type Connection, useConnection } from "../pane/connection.ts";
import { Light, Who } from "../pane/header.tsx";
import type { Keep } from "../pane/keep.ts";
import { SpokenLanguage, useLanguage, usePageLanguage, useWords } from "../pane/say.ts";
import { Note, RefusalNote } from "../pane/status.tsx";
import { TemplateMaker } from "../template/maker.tsx";
import { usePageWords } from "./words.ts";
import TemplateWorker from "./worker.ts?worker";

/** The page in the language of whoever looks at it. */
export function App({ keep }: { readonly keep: Keep }) {
  return (
    <SpokenLanguage.Provider value={usePageLanguage()}>
      <Page keep={keep} />
    </SpokenLanguage.Provider>
  );
}

/** Its own origin is the Worker's. */
const SERVER = "";

function Page({ keep }: { readonly keep: Keep }) {
  const w = usePageWords();
  const language = useLanguage();
  const connection = useConnection(SERVER, keep, true);
  const { overview } = connection;
  useEffect(() => {
    document.title = w.page;
  }, [w]);
  return (
    <div class="q-pane q-page" lang={language}>
      <header class="q-page-bar">
        <h1>{w.title}</h1>
        {overview && <Who connection={connection} />}
        <Light connection={connection} />
        <nav class="q-buttons">
          <a href="/">{w.home}</a>
          <a href="/offline.html" download="quality-offline.html">
            {w.offline}
          </a>
          {overview && !connection.demo && (
            <button type="button" onClick={connection.disconnect}>
              {w.disconnect}
            </button>
          )}
          <button
            type="button"
            lang={language === "en" ? "zh-CN" : "en"}
            onClick={() => chooseLanguage(language === "en" ? "zh-CN" : "en")}
          >
            {w.language}
          </button>
        </nav>
      </header>
      <main class="q-panel">{overview ? <Templates overview={overview} /> : <Unconnected connection={connection} />}</main>
    </div>
  );
}

/** What there is for whoever is connected: everything for the bureau, its own for a school, nothing for a viewer. */
function Templates({ overview }: { readonly overview: Overview }) {
  const w = usePageWords();
  const { role, school, schools, collections } = overview;
  const of = role === "school" ? school : null;
  return (
    <>
      <h2>{of === null ? w.heading : w.headingOwn}</h2>
      {role === "viewer" ? (
        <Note tone="warn">{w.viewer}</Note>
      ) : schools.length === 0 ? (
        <Note>{w.noSchools}</Note>
      ) : collections.length === 0 ? (
        <Note>{w.nothing}</Note>
      ) : (
        <>
          <p class="q-hint">{w.hint}</p>
          <TemplateMaker key={`${overview.region} ${of}`} county={overview} own={of} today={today} spawn={() => new TemplateWorker()} />
          <p class="q-hint">{w.back}</p>
        </>
      )}
    </>
  );
}

function Unconnected({ connection }: { readonly connection: Connection }) {
  const w = usePageWords();
  const pane = useWords();
  const { starting, trouble, busy, session, reload } = connection;
  if (starting) return <p role="status">{pane.light.connecting}</p>;
  return (
    <div class="q-narrow">
      {trouble && (
        <RefusalNote refusal={trouble}>
          {trouble.retryable && (
            <p class="q-actions">
              <button type="button" disabled={busy} onClick={() => void reload()}>
                {w.tryAgain}
              </button>
            </p>
          )}
        </RefusalNote>
      )}
      <h2>{w.title}</h2>
      <p>{w.how}</p>
      <ConnectForm connection={connection} server={SERVER} region={session?.region ?? ""} say={() => {}} />
    </div>
  );
}

function today(): string {
  return dayOf(instant(Date.now()));
}
