/** All that a version says, to be read before it is signed or printed: numbered as in the Word file. */
import type { Statement, StatementVersion } from "../../shared/contract.ts";
import { numberedStatement } from "../../shared/documents/statement.ts";
import type { Catalogue } from "../../shared/indicators/catalogue.ts";
import { editedWords } from "../../shared/statement/edited.ts";
import { sourceWords } from "../../shared/statement/source.ts";
import { useLanguage, useSpoken } from "../pane/say.ts";

interface ContentsProps {
  readonly statement: Statement;
  readonly version: StatementVersion;
  readonly catalogue: Catalogue;
}

export function Contents({ statement, version, catalogue }: ContentsProps) {
  const spoken = useSpoken();
  const tongue = useLanguage() === "en" ? "en" : "zh";
  return (
    <ol class="q-contents">
      {numberedStatement({ ...statement, version }, catalogue, tongue).map(({ number, printed }) => (
        <li key={number} value={number}>
          {spoken(printed.names)} <small>{spoken(printed.scope)}</small> <strong>{spoken(printed.limit)}</strong>{" "}
          <small class="q-day">{printed.deadline}</small>
          {printed.edited && (
            <small class="q-edited">
              {" "}
              {spoken(editedWords(printed.edited, sourceWords(printed.source, catalogue.find(printed.definition))))}
            </small>
          )}
        </li>
      ))}
    </ol>
  );
}
