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
  const [again, setAgain] = useState(0);
  const questions = useQuestions(office, collection, again);
  if (questions === "failed")
    return (
      <p class="q-warn" role="alert">
        {w.failed}{" "}
        <button type="button" onClick={() => setAgain(again + 1)}>
          {w.again}
        </button>
      </p>
    );
  if (questions.length === 0) return null;
  return (
    <details>
      <summary>{w.found(questions.length)}</summary>
      <QuestionList county={county} questions={questions} />
    </details>
  );
}

/** Asked anew whenever something else is held or set up; nobody pressed anything, so the page's own refusals are left alone. */
function useQuestions({ helper, held, county }: Office, collection: string, again: number): readonly Noticed[] | "failed" {
  const [found, setFound] = useState<readonly Noticed[] | "failed">([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is held and set up is what is asked about
  useEffect(() => {
    let wanted = true;
    setFound([]);
    helper.ask("questions", { collection, now: instant(Date.now()) }).then(
      (read) => wanted && setFound(read),
      () => wanted && setFound("failed"),
    );
    return () => {
      wanted = false;
    };
  }, [helper, held, county, collection, again]);
  return found;
}
