/** A definition as a person wants to read it: what it is, its limit, what it rests on, where it comes from. */
import type { ComponentChildren } from "preact";
import { compute } from "../../../shared/indicators/compute.ts";
import type { Definition } from "../../../shared/indicators/definition.ts";
import { FIELDS } from "../../../shared/indicators/fields.ts";
import { cellsOf, changedBetween } from "../../../shared/indicators/view.ts";
import type { InForce } from "../../catalogue.ts";
import { useSpoken, useWords } from "../say.ts";
import { Note } from "../status.tsx";
import { Limits } from "./limits.tsx";
import { Options } from "./options.tsx";
import { resultOf } from "./preview.ts";

interface DefinitionProps {
  readonly definition: Definition;
  readonly here: InForce;
}

/** What one must know before using it. */
export function DefinitionCard({ definition, here }: DefinitionProps) {
  const w = useWords();
  const spoken = useSpoken();
  const { restricted, judged, why, kind, readings = [], options = [] } = definition;
  return (
    <>
      {restricted && <p class="q-restricted">{spoken(restricted)}</p>}
      {(judged === "direction" || judged === "open") && kind.kind !== "event" && (
        <Note title={w.insert[judged]}>
          {w.insert.neverMet}
          {why && <> {spoken(why)}</>}
        </Note>
      )}
      <dl class="q-facts">
        <Field id="formula" definition={definition} here={here} />
        <Entry name={w.check.target}>
          <Limits definition={definition} setter={here} />
        </Entry>
        {options.length > 0 && (
          <Entry name={w.insert.options}>
            <Options definition={definition} choices={here.choices} />
          </Entry>
        )}
        {readings.length > 0 && (
          <Entry name={w.insert.readings}>
            <ul class="q-plain">
              {readings.map((reading) => (
                <li key={reading.id}>{spoken(reading)}</li>
              ))}
            </ul>
          </Entry>
        )}
        <Field id="source" definition={definition} here={here} />
        <Field id="confidence" definition={definition} here={here} />
      </dl>
    </>
  );
}

const LINES = ["unit", "better", "stages", "period", "level", "form", "family", "aliases"];

/** What one looks up now and then: whom it is for, its versions, an example worked out. */
export function DefinitionDetails({ definition, here, open }: DefinitionProps & { open(name: string): void }) {
  const w = useWords();
  const lines = LINES.filter((id) => id !== "aliases" || (definition.aliases ?? []).length > 0);
  return (
    <section aria-labelledby="q-details">
      <h2 id="q-details">{w.insert.details}</h2>
      <dl class="q-facts">
        {lines.map((id) => (
          <Field key={id} id={id} definition={definition} here={here} />
        ))}
        <Entry name={w.insert.version}>
          <Versions definition={definition} here={here} open={open} />
        </Entry>
        {definition.example && (
          <Entry name={w.insert.example}>
            <WorkedExample definition={definition} here={here} />
          </Entry>
        )}
      </dl>
    </section>
  );
}

function Entry({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Field({ id, definition, here }: { readonly id: string } & DefinitionProps) {
  const spoken = useSpoken();
  const field = FIELDS.find((one) => one.id === id);
  return field ? <Entry name={spoken(field.names)}>{spoken(field.text(definition, here))}</Entry> : null;
}

/** The version and since when, and the others there are: each can be read, and says what it changed. */
function Versions({ definition: { id, version }, here, open }: DefinitionProps & { open(name: string): void }) {
  const w = useWords();
  const versions = here.catalogue.versionsOf(id);
  return (
    <ul class="q-plain">
      {versions.map((one, at) => {
        const before = versions[at - 1];
        const changed = before ? changedBetween(before, one).map(({ field }) => field) : [];
        return (
          <li key={one.version}>
            {one.version === version ? (
              <strong>{`${id}@${one.version}`}</strong>
            ) : (
              <button type="button" class="q-link" onClick={() => open(`${id}@${one.version}`)}>
                {`${id}@${one.version}`}
              </button>
            )}{" "}
            {w.insert.since(one.from)}
            {changed.length > 0 && <small> {w.insert.changed(changed.join(w.preview.comma))}</small>}
          </li>
        );
      })}
    </ul>
  );
}

/** The formula with the numbers of the example in it, and the sentence that explains them. */
function WorkedExample({ definition, here }: DefinitionProps) {
  const spoken = useSpoken();
  const { example } = definition;
  const field = FIELDS.find(({ id }) => id === "example");
  if (!example || !field) return null;
  // An example is worked with the definition's own defaults, whatever the region chose.
  const plain = { ...here, choices: [] };
  const { sentence } = resultOf(compute(definition, cellsOf(example.inputs)), null, plain);
  return (
    <>
      <code>{spoken(field.text(definition, here))}</code>
      <p>{spoken(sentence)}</p>
    </>
  );
}
