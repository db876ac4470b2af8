/** 插入: find an indicator, read its definition, and put it into the sheet. Needs no connection. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import "../../all-definitions.ts";
import type { Definition } from "../../../shared/indicators/definition.ts";
import type { InForce } from "../../catalogue.ts";
import type { Workbook } from "../../host.ts";
import { DefinitionCard, DefinitionDetails } from "../insert/definition.tsx";
import { Finder } from "../insert/finder.tsx";
import type { InsertState } from "../insert/state.ts";
import { Tags } from "../insert/tags.tsx";
import { Use } from "../insert/use.tsx";
import { useSpoken, useWords } from "../say.ts";

export interface InsertProps {
  readonly state: InsertState;
  readonly here: InForce;
  readonly workbook: Workbook;
  say(text: string): void;
}

export function InsertTab({ state, here, workbook, say }: InsertProps) {
  const { now, change } = state;
  const [returning, setReturning] = useState(false);
  const definition = now.open === null ? undefined : here.catalogue.find(now.open, here.release);
  const open = (name: string, id = name) => change({ open: name, active: id, fields: [], judgedAs: null });
  const close = () => {
    setReturning(true);
    change({ open: null });
  };
  if (!definition) return <Finder state={state} here={here} returning={returning} open={({ id }) => open(id)} />;
  return (
    <Opened
      key={`${definition.id}@${definition.version}`}
      definition={definition}
      {...{ state, here, workbook, say }}
      open={(name) => open(name, definition.id)}
      close={close}
    />
  );
}

interface OpenedProps extends InsertProps {
  readonly definition: Definition;
  open(name: string): void;
  close(): void;
}

function Opened({ definition, state, here, workbook, say, open, close }: OpenedProps) {
  const w = useWords();
  const spoken = useSpoken();
  const head = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => head.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from wherever the focus is inside
    <div class="q-opened-definition" onKeyDown={({ key, isComposing }) => key === "Escape" && !isComposing && close()}>
      <p>
        <button type="button" onClick={close}>
          ← {w.insert.back}
        </button>
      </p>
      <h2 ref={head} tabIndex={-1}>
        {spoken(definition.names)} <small>{`${definition.id}@${definition.version}`}</small> <Tags definition={definition} />
      </h2>
      <DefinitionCard definition={definition} here={here} />
      <Use definition={definition} state={state} here={here} workbook={workbook} say={say} />
      <DefinitionDetails definition={definition} here={here} open={open} />
    </div>
  );
}
