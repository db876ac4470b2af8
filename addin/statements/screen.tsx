/** 责任书: the list of statements, one of them, or one that is being written. */
import { inForce } from "../all-definitions.ts";
import { Editor } from "./editor.tsx";
import { useKept } from "./kept.ts";
import { List } from "./list.tsx";
import { One } from "./one.tsx";
import type { Room } from "./tab.tsx";
import { useStatementWords } from "./words.ts";
import "./statements.css";

export function Screen({ connection, choice, say }: Room) {
  const w = useStatementWords();
  const { overview, api, run } = connection;
  if (!overview || !api) return null;
  if (overview.role === "viewer") return <p class="q-note">{w.list.viewer}</p>;
  return <Open overview={overview} api={api} run={run} exam={choice.collection?.collection ?? null} say={say} />;
}

export interface Desk extends Pick<Room, "say"> {
  readonly overview: NonNullable<Room["connection"]["overview"]>;
  readonly api: NonNullable<Room["connection"]["api"]>;
  readonly run: Room["connection"]["run"];
}

function Open({ exam, ...desk }: Desk & { readonly exam: string | null }) {
  const [kept, change] = useKept(desk.overview);
  const { collections } = desk.overview;
  const named = collections.find(({ collection }) => collection === (kept.collection ?? exam)) ?? collections.at(-1);
  const collection = named?.collection ?? null;
  const { catalogue } = inForce();
  if (kept.editing) return <Editor {...{ ...desk, editing: kept.editing, change }} />;
  return kept.shown ? (
    <One key={`${kept.shown.school} ${kept.shown.statement}`} {...{ ...desk, which: kept.shown, collection, catalogue, change }} />
  ) : (
    <List {...{ ...desk, kept, collection, change }} />
  );
}
