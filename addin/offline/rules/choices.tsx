import { useMemo } from "preact/hooks";
import { decidedChoices } from "../../../shared/choices.ts";
import type { ChoiceBody } from "../../../shared/contract.ts";
import type { County } from "../../../shared/handin/county.ts";
import type { Option } from "../../../shared/indicators/definition.ts";
import { shipped } from "../../../shared/indicators/index.ts";
import { instant } from "../../../shared/moment.ts";
import { Refusal, type Words } from "../../../shared/refusal.ts";
import type { ApiRefusal } from "../../api.ts";
import type { InForce } from "../../catalogue.ts";
import { ChoiceList } from "../../pane/choices.tsx";
import type { Office } from "../office.ts";
import { useRuleWords } from "./words.ts";

/** 口径: what definitions leave open, decided by the region; what a choice would change is counted in what is held here. */
export function OfflineChoices({ office, county }: { readonly office: Office; readonly county: County }) {
  const w = useRuleWords();
  const { region, choices, targets } = county;
  const here = useMemo<InForce>(
    () => ({ region, release: office.release, catalogue: shipped, choices, targets }),
    [region, office.release, choices, targets],
  );
  const foresee = (option: Option, choice: string) =>
    told(office.helper.ask("effects", { option: option.id, choice, now: instant(Date.now()) }));
  const put = (bodies: ChoiceBody[]) => {
    const by = { by: county.name, at: instant(Date.now()) };
    return told(office.setCounty({ ...county, choices: decidedChoices(choices, bodies, by) }));
  };
  return (
    <details>
      <summary>{w.choices(choices.length)}</summary>
      <ChoiceList choices={choices} here={here} deciding={{ county, foresee, put }} say={office.say} />
    </details>
  );
}

const FAULT: Words = { zh: "没有做成，请再试一次。", en: "it did not work; try again" };

/** A refusal as the pane's forms show those of a server. */
async function told<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const words = error instanceof Refusal ? error.words : FAULT;
    const refused: Pick<ApiRefusal, "cause" | "words" | "errors"> = { cause: "refused", words, errors: [] };
    throw Object.assign(new Error(words.en), refused);
  }
}
