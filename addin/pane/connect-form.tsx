import { useState } from "preact/hooks";
import type { Connection } from "./connection.ts";
import { useWords } from "./say.ts";

/** A token names its region, so pasting it fills the code in. */
const TOKEN = /^q1\.(\d{6})\./;

interface ConnectFormProps {
  readonly connection: Connection;
  readonly server: string;
  /** The region's code as far as it is known. */
  readonly region: string;
  say(text: string): void;
}

/** Who somebody is to the Worker: the token the bureau gave. */
export function ConnectForm({ connection, server, region: known, say }: ConnectFormProps) {
  const w = useWords();
  const [region, setRegion] = useState(known);
  const [token, setToken] = useState("");
  const [lasting, setLasting] = useState(true);
  const connect = async (event: Event) => {
    event.preventDefault();
    if (await connection.connect({ server, region: region.trim(), token: token.trim() }, lasting)) say(w.settings.connected);
  };
  return (
    <form class="q-fields" onSubmit={(event) => void connect(event)}>
      <p class="q-hint">{w.settings.how}</p>
      <label>
        <span>{w.settings.token}</span>
        <input
          type="password"
          autocomplete="off"
          required
          value={token}
          onInput={({ currentTarget }) => {
            setToken(currentTarget.value);
            setRegion((now) => TOKEN.exec(currentTarget.value.trim())?.[1] ?? now);
          }}
        />
      </label>
      <label>
        <span>{w.settings.regionCode}</span>
        <input
          inputMode="numeric"
          required
          pattern="\d{6}"
          title={w.settings.sixDigits}
          value={region}
          onInput={({ currentTarget }) => setRegion(currentTarget.value)}
        />
      </label>
      <label class="q-tick">
        <input type="checkbox" checked={lasting} onChange={({ currentTarget }) => setLasting(currentTarget.checked)} />
        <span>{w.settings.remember}</span>
      </label>
      <button type="submit" class="q-primary" disabled={connection.busy}>
        {connection.busy ? w.light.connecting : w.settings.connect}
      </button>
    </form>
  );
}
