/** Somebody else has written meanwhile: what is there now, what one's own would change in it, and with which of the two to go on. */
import { useState } from "preact/hooks";
import type { Statement, StatementBody } from "../../shared/contract.ts";
import { dayOf } from "../../shared/moment.ts";
import { changesBetween } from "../../shared/statement/changes.ts";
import { typedOf } from "../../shared/statement/typed.ts";
import { inForce } from "../all-definitions.ts";
import { ApiRefusal } from "../api.ts";
import { RefusalNote } from "../pane/status.tsx";
import { changed, type Editing, rebased } from "./editing.ts";
import { Changes } from "./history.tsx";
import type { Desk } from "./screen.tsx";
import { useStatementWords } from "./words.ts";

interface MeanwhileProps extends Pick<Desk, "api" | "run"> {
  readonly editing: Editing;
  /** One's own, where all of it can be read. */
  readonly body: StatementBody | null;
  go(next: Editing): void;
}

export function Meanwhile({ api, run, editing, body, go }: MeanwhileProps) {
  const w = useStatementWords().edit;
  const [found, setFound] = useState<Statement | ApiRefusal | null>(null);
  const { school, statement } = editing.which;
  const { catalogue } = inForce();
  const read = async () => {
    try {
      setFound(await run(api.statement(school, statement, {})));
    } catch (error) {
      setFound(error instanceof ApiRefusal ? error : null);
    }
  };
  if (found instanceof ApiRefusal) return <RefusalNote refusal={found} />;
  const last = found?.versions.at(-1);
  if (!found || !last)
    return (
      <p class="q-actions">
        <button type="button" onClick={() => void read()}>
          {w.reread}
        </button>
      </p>
    );
  // The choices are the server's to write.
  const changes = body && changesBetween(last.body, { ...body, choices: last.body.choices });
  const onto = rebased(editing, last.revision, last.signatures.length > 0);
  const theirs = { typed: typedOf(last.body, catalogue), why: "" };
  return (
    <>
      <p>{w.theirs(last.version, last.by || "—", dayOf(last.at))}</p>
      <p>{changes ? (changes.length > 0 ? w.mineWould : w.mineSame) : w.mineUnread}</p>
      {body && changes && changes.length > 0 && <Changes {...{ statement: found, version: { ...last, body, changes }, catalogue }} />}
      <p class="q-actions">
        <button type="button" onClick={() => go(onto)}>
          {w.keepMine}
        </button>
        <button type="button" onClick={() => go({ ...changed(onto, theirs, null), begun: theirs })}>
          {w.takeTheirs}
        </button>
      </p>
    </>
  );
}
