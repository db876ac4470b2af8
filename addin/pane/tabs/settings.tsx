import type { InForce } from "../../catalogue.ts";
import { chooseLanguage, type Language } from "../../language.ts";
import { ConnectForm } from "../connect-form.tsx";
import type { Connection } from "../connection.ts";
import { lazily } from "../lazily.tsx";
import { useLanguage, useWords } from "../say.ts";
import { RefusalNote } from "../status.tsx";

export interface SettingsProps {
  readonly connection: Connection;
  readonly here: InForce;
  readonly server: string;
  say(text: string): void;
}

const Choices = lazily(async () => (await import("../choices.tsx")).Choices);
const MoveEntry = lazily(async () => (await import("../../move/entry.tsx")).MoveEntry);

/** 设置: the connection, the language, and what the region chose. */
export function SettingsTab({ connection, here, server, say }: SettingsProps) {
  const w = useWords();
  const { overview, trouble, busy, session } = connection;
  return (
    <>
      <section aria-labelledby="q-connection">
        <h2 id="q-connection">{w.settings.connection}</h2>
        {trouble && (
          <RefusalNote refusal={trouble}>
            {trouble.retryable && (
              <p class="q-actions">
                <button type="button" disabled={busy} onClick={() => void connection.reload()}>
                  {w.settings.tryAgain}
                </button>
              </p>
            )}
          </RefusalNote>
        )}
        {overview && trouble?.cause !== "unauthorised" ? (
          <>
            <dl class="q-facts">
              <dt>{w.settings.server}</dt>
              <dd>{server || location.origin}</dd>
              <dt>{w.settings.region}</dt>
              <dd>
                {overview.name} {overview.region}
              </dd>
              <dt>{w.settings.role}</dt>
              <dd>{overview.schools.find(({ school }) => school === overview.school)?.name ?? w.roles[overview.role]}</dd>
              <dt>{w.check.definitions}</dt>
              <dd>{here.release}</dd>
            </dl>
            {!connection.demo && (
              <button type="button" onClick={connection.disconnect}>
                {w.settings.disconnect}
              </button>
            )}
          </>
        ) : connection.starting ? (
          <p>{w.light.connecting}</p>
        ) : (
          <ConnectForm connection={connection} server={server} region={session?.region ?? ""} say={say} />
        )}
      </section>
      {overview?.role === "bureau" && <MoveEntry connection={connection} say={say} />}
      <LanguageChoice />
      {overview && <Choices connection={connection} here={here} say={say} />}
    </>
  );
}

const LANGUAGES: readonly (readonly [Language, string])[] = [
  ["zh-CN", "中文"],
  ["en", "English"],
];

function LanguageChoice() {
  const w = useWords();
  const language = useLanguage();
  return (
    <fieldset class="q-language">
      <legend>{w.settings.language}</legend>
      {LANGUAGES.map(([code, name]) => (
        <label key={code} class="q-tick">
          <input type="radio" name="q-language" checked={language === code} onChange={() => chooseLanguage(code)} />
          <span lang={code}>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
