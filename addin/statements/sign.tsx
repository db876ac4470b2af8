/** 签字: what is signed is shown, version and content; who signs names the post, not the person; and signing freezes the version. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Overview, PartyName, Statement, StatementVersion } from "../../shared/contract.ts";
import type { Catalogue } from "../../shared/indicators/catalogue.ts";
import { personalFault } from "../../shared/statement/faults.ts";
import { PARTIES, partiesOf } from "../../shared/statement/parties.ts";
import { ApiRefusal } from "../api.ts";
import { newKey } from "../pane/attempt.ts";
import { useSpoken } from "../pane/say.ts";
import { Note, RefusalNote } from "../pane/status.tsx";
import { BeforeSigning } from "./before-signing.tsx";
import { Contents } from "./contents.tsx";
import type { Desk } from "./screen.tsx";
import { useStatementWords } from "./words.ts";

interface SignProps extends Desk {
  readonly statement: Statement;
  readonly version: StatementVersion;
  readonly catalogue: Catalogue;
  /** After it was signed, or where it is no longer what was read. */
  again(): Promise<void>;
}

const SIDES: readonly PartyName[] = ["first", "second"];
/** Digits of a digest by which people compare it. */
const DIGITS = 12;

/** The sides that may still sign by the one who is connected. */
function signable({ role, school, region }: Overview, statement: Statement, version: StatementVersion): PartyName[] {
  const own = role === "school" ? school : region;
  const parties = partiesOf(version.body, statement);
  return SIDES.filter((party) => parties[party].unit === own && !version.signatures.some((one) => one.party === party));
}

export function Sign({ overview, api, run, statement, version, catalogue, again, say }: SignProps) {
  const w = useStatementWords();
  const spoken = useSpoken();
  const [party, setParty] = useState<PartyName | null>(null);
  const [role, setRole] = useState("");
  const [read, setRead] = useState(false);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const sent = useRef<{ key: string; what: string } | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const told = useRef<HTMLParagraphElement>(null);
  // Once, as it opens: whoever types in it keeps the place. What stood there is gone once it is signed.
  useEffect(() => {
    if (party !== null) heading.current?.focus();
  }, [party]);
  useEffect(() => {
    if (done !== null) told.current?.focus();
  }, [done]);
  const signed = done !== null && (
    <p ref={told} tabIndex={-1} class="q-done">
      ✓ {done}
    </p>
  );
  const parties = partiesOf(version.body, statement);
  const sides = signable(overview, statement, version);
  const missing = SIDES.filter((one) => !version.signatures.some((signature) => signature.party === one));
  if (missing.length === 0) return signed || null;
  if (sides.length === 0)
    return (
      <>
        {signed}
        <p class="q-hint">{w.sign.waits(missing.map((one) => `${spoken(PARTIES[one])} ${parties[one].office}`).join(w.one.comma))}</p>
      </>
    );

  const personal = personalFault("role", role).map(({ words }) => spoken(words));
  const badRole = role.trim() === "" || personal.length > 0;
  const sign = async (event: Event) => {
    event.preventDefault();
    if (party === null) return;
    setTried(true);
    if (badRole || !read) {
      document.getElementById(badRole ? "q-sign-role" : "q-sign-read")?.focus();
      return;
    }
    const body = { version: version.version, sha256: version.sha256, party, role: role.trim() };
    const what = JSON.stringify(body);
    sent.current = sent.current?.what === what ? sent.current : { key: newKey(), what };
    setBusy(true);
    setRefusal(null);
    try {
      await run(api.signStatement(statement.school, statement.statement, sent.current.key, body));
      setParty(null);
      setRead(false);
      setTried(false);
      await again();
      const words = w.sign.done(spoken(PARTIES[party]), version.version);
      say(words);
      setDone(words);
    } catch (error) {
      setRefusal(error instanceof ApiRefusal ? error : null);
    } finally {
      setBusy(false);
    }
  };

  const faults = tried ? [...(role.trim() === "" ? [w.sign.roleMissing] : []), ...personal, ...(read ? [] : [w.sign.readMissing])] : [];
  if (party === null)
    return (
      <>
        {signed}
        <p class="q-actions">
          {sides.map((one) => (
            <button key={one} type="button" class="q-primary" id={`q-sign-${one}`} onClick={() => setParty(one)}>
              {w.sign.as(spoken(PARTIES[one]))}
            </button>
          ))}
        </p>
      </>
    );
  const leave = () => {
    setParty(null);
    // The button that opened the form is back, and the way on starts there.
    requestAnimationFrame(() => document.getElementById(`q-sign-${party}`)?.focus());
  };
  return (
    <form class="q-signing" aria-labelledby="q-signing" noValidate onSubmit={(event) => void sign(event)}>
      <h3 id="q-signing" ref={heading} tabIndex={-1}>
        {w.sign.as(spoken(PARTIES[party]))}
      </h3>
      <p>{w.sign.what(parties[party].office, version.version, version.body.lines.length)}</p>
      <Contents {...{ statement, version, catalogue }} />
      <p class="q-hint">{w.sign.digest(version.sha256.slice(0, DIGITS))}</p>
      <Note tone="warn">
        <p>{w.sign.freezes}</p>
      </Note>
      <BeforeSigning {...{ api, run, statement, version }} />
      <div class="q-fields">
        <label>
          <span>{w.sign.role}</span>
          <input
            id="q-sign-role"
            required
            aria-invalid={tried && badRole}
            maxLength={40}
            placeholder={w.sign.roleHint}
            value={role}
            onInput={({ currentTarget }) => setRole(currentTarget.value)}
          />
        </label>
        <label class="q-tick">
          <input
            id="q-sign-read"
            type="checkbox"
            required
            aria-invalid={tried && !read}
            checked={read}
            onChange={({ currentTarget }) => setRead(currentTarget.checked)}
          />
          <span>{w.sign.read}</span>
        </label>
      </div>
      {faults.length > 0 && (
        <Note tone="bad">
          {faults.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </Note>
      )}
      {refusal && (
        <RefusalNote refusal={refusal}>
          {refusal.status === 412 && (
            <button type="button" onClick={() => void again()}>
              {w.sign.again}
            </button>
          )}
        </RefusalNote>
      )}
      <p class="q-actions">
        <button type="submit" class="q-primary" disabled={busy}>
          {busy ? w.sign.signing : w.sign.confirm}
        </button>
        <button type="button" onClick={leave}>
          {w.edit.leave}
        </button>
      </p>
    </form>
  );
}
