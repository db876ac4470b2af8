import { useState } from "preact/hooks";
import { plainText } from "../../shared/scores.ts";
import type { Office } from "./office.ts";
import { useOfflineWords } from "./words.ts";

/** The region's code and name. The code stays once schools have handed something in. */
export function RegionForm({ office }: { readonly office: Office }) {
  const w = useOfflineWords();
  const { county } = office;
  const [code, setCode] = useState(county?.region ?? "");
  const [name, setName] = useState(county?.name ?? "");
  const [fault, setFault] = useState("");
  const changed = plainText(code) !== county?.region || name !== county?.name;
  const save = async (event: Event) => {
    event.preventDefault();
    const [region, called] = [plainText(code), name.trim()];
    if (!/^\d{6}$/.test(region)) return setFault(w.setup.badCode);
    if (called === "") return setFault(w.setup.badName);
    setFault("");
    const empty = { schools: [], collections: [], targets: [], choices: [] };
    await office.attempt(async () => {
      await office.setCounty({ ...empty, ...county, region, name: called.slice(0, 100) });
      office.say(w.setup.savedRegion);
    });
  };
  return (
    <section aria-labelledby="o-region">
      <h2 id="o-region">{w.setup.region}</h2>
      <form class="o-line" noValidate onSubmit={(event) => void save(event)}>
        <label>
          <span>{w.setup.code}</span>
          <input
            inputMode="numeric"
            maxLength={6}
            placeholder={w.setup.codeHint}
            value={code}
            disabled={office.held.length > 0}
            onInput={({ currentTarget }) => setCode(currentTarget.value)}
          />
        </label>
        <label>
          <span>{w.setup.name}</span>
          <input
            placeholder={w.setup.nameHint}
            maxLength={100}
            value={name}
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        <button type="submit" class={county ? "" : "q-primary"} disabled={!changed}>
          {w.setup.saveRegion}
        </button>
      </form>
      {fault && (
        <p class="q-bad" role="alert">
          {fault}
        </p>
      )}
    </section>
  );
}
