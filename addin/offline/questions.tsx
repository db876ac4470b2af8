import { useEffect, useState } from "preact/hooks";
import type { County } from "../../shared/handin/county.ts";
import type { Noticed } from "../../shared/handin/held.ts";
import { instant } from "../../shared/moment.ts";
import { QuestionList } from "../questions/list.tsx";
import { useQuestionWords } from "../questions/words.ts";
import type { Office } from "./office.ts";

interface QuestionsProps {
  readonly office: Office;
  readonly county: County;
  readonly collection: string;
}

/** 请核对: what is unusual across schools, sheets and periods; nothing where there is nothing. */
export function Questions({ office, county, collection }: QuestionsProps) {
  const w = useQuestionWords();
  const questions = useQuestions(office, collection);
  if (questions.length === 0) return null;
  return (
    <details>
      <summary>{w.found(questions.length)}</summary>
      <QuestionList county={county} questions={questions} />
    </details>
  );
}

/** Asked anew whenever something else is held or set up. */
function useQuestions({ helper, held, county, attempt }: Office, collection: string): readonly Noticed[] {
  const [found, setFound] = useState<readonly Noticed[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is held and set up is what is asked about
  useEffect(() => {
    let wanted = true;
    setFound([]);
    void attempt(() => helper.ask("questions", { collection, now: instant(Date.now()) })).then((read) => wanted && read && setFound(read));
    return () => {
      wanted = false;
    };
  }, [helper, held, county, collection]);
  return found;
}
