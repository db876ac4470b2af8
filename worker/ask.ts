/** Questions that cells ask, many at once: each collection is read once for all of them. */
import { answerTo } from "../shared/ask/answer.ts";
import type { View } from "../shared/ask/view.ts";
import type { AskAnswer, AskAnswers, AskBody, Collection } from "../shared/contract.ts";
import { talliesOf } from "../shared/slice.ts";
import type { Act } from "./act.ts";
import { allCollections } from "./collections.ts";
import { inputOf, rollupFrom } from "./rollup.ts";
import { allSchools } from "./schools.ts";
import { bodyOf } from "./standing.ts";
import { stateOf } from "./state.ts";

/** Answers in the order of the questions; `same` where the asker already holds what it would be told. */
export function ask(act: Act, { questions }: AskBody): AskAnswers {
  const collections = allCollections(act.sql);
  const state = stateOf(act, collections);
  const schools = allSchools(act.sql);
  const views = new Map<string, View>();
  const answers = questions.map(({ question, held }): AskAnswer => {
    if (held === state) return { same: true };
    const named = question.collection;
    const found = collections.filter(({ collection, name }) => collection === named || name === named);
    const collection = found.find((one) => one.collection === named) ?? (found.length === 1 ? found[0] : undefined);
    if (!collection) return { refused: unknown(named) };
    const view = views.get(collection.collection) ?? viewOf(act, collection);
    views.set(collection.collection, view);
    return answerTo(question, view, schools);
  });
  return { state, answers };
}

function viewOf(act: Act, collection: Collection): View {
  const { input, submitted } = inputOf(act, collection);
  const bodies = new Map(submitted.map((revision) => [revision.school, revision]));
  return {
    collection,
    rules: input.rules,
    rollup: rollupFrom(act, collection, input, submitted),
    only: act.role === "school" ? act.school : null,
    distributions: act.role !== "viewer",
    tallies: (unit, own) => {
      if (unit === act.region.region) return own === null ? input.sums : undefined;
      const revision = bodies.get(unit);
      if (!revision) return undefined;
      const body = bodyOf(revision);
      if (own === null) return talliesOf(body);
      const slices = body.slices.filter((slice) => slice.class !== null && sameClass(slice.class, own));
      return slices.length === 0 ? undefined : talliesOf({ ...body, slices: slices.map((slice) => ({ ...slice, class: null })) });
    },
  };
}

/** 3班 and 3 are one class. */
function sameClass(one: string, other: string): boolean {
  const plain = (label: string) => label.replace(/班$/, "");
  return plain(one) === plain(other);
}

function unknown(named: string) {
  return { zh: `没有采集“${named}”。`, en: `there is no collection "${named}"` };
}
