/** A statement as data for whoever prints it: parties, lines in order with names and printed limits, notes of policy, signatures. */
import type { Signature, StatementBody, StatementLine } from "../contract.ts";
import { shownLimit } from "../display.ts";
import type { Catalogue } from "../indicators/catalogue.ts";
import { whyUnjudged } from "../indicators/compute.ts";
import { FAMILIES, LEVELS, STAGES } from "../indicators/definition.ts";
import { both } from "../indicators/kinds/rule.ts";
import { ruleOf } from "../indicators/kinds.ts";
import { beside, choicesInForce, chooser } from "../indicators/options.ts";
import { chosenIn } from "../indicators/rules.ts";
import { parsePeriod } from "../period.ts";
import type { Words } from "../refusal.ts";
import { subjectName } from "../subjects.ts";
import { gradeName } from "../template/words.ts";
import { editedFrom } from "./edited.ts";
import { inOrder } from "./order.ts";
import { type Party, partiesOf } from "./parties.ts";

export interface PrintedLine {
  readonly id: string;
  readonly names: Words;
  /** 初中 九年级 数学 */
  readonly scope: Words;
  /** ≥ 95 %, or why there is no number. */
  readonly limit: Words;
  readonly formula: Words;
  /** How what the definition leaves open was chosen, as far as the formula does not say it. */
  readonly choices: readonly Words[];
  readonly period: string;
  /** The last day on which it may be met. */
  readonly deadline: string;
  readonly source: string;
  /** What that source asks where the line asks something else; else null. */
  readonly edited: Words | null;
  /** exam.pass@1 */
  readonly definition: string;
  readonly policy: Words | null;
}

export interface PrintedStatement {
  readonly title: string;
  readonly level: Words;
  readonly about: { readonly group: string | null; readonly teacher: string | null };
  readonly parties: Readonly<Record<"first" | "second", Party>>;
  readonly sections: readonly { readonly family: Words; readonly lines: readonly PrintedLine[] }[];
  /** Each policy that some line stands under, once. */
  readonly policies: readonly Words[];
  readonly signatures: readonly Signature[];
}

export function printed(
  body: StatementBody,
  signatures: readonly Signature[],
  where: { readonly region: string; readonly school: string },
  catalogue: Catalogue,
): PrintedStatement {
  const lines = inOrder(body.lines, catalogue).flatMap((line) => {
    const definition = catalogue.find(`${line.indicator}@${line.version}`);
    return definition ? [{ family: FAMILIES[definition.family] as Words, line: printedLine(line, definition, body) }] : [];
  });
  const families = [...new Set(lines.map(({ family }) => family))];
  const policies = lines.flatMap(({ line }) => line.policy ?? []);
  return {
    title: body.title,
    level: LEVELS[body.level],
    about: { group: body.group, teacher: body.teacher },
    parties: partiesOf(body, where),
    sections: families.map((family) => ({ family, lines: lines.filter((one) => one.family === family).map(({ line }) => line) })),
    policies: [...new Map(policies.map((words) => [words.zh, words])).values()],
    signatures,
  };
}

type Found = NonNullable<ReturnType<Catalogue["find"]>>;

function printedLine(line: StatementLine, definition: Found, { choices }: Pick<StatementBody, "choices">): PrintedLine {
  const { operator, value, upTo, period } = line;
  const chosen = chosenIn(choices ?? []);
  const numbered = operator !== null && value !== null;
  const formula = ruleOf(definition.kind).words(definition.kind, chooser(definition, chosen));
  return {
    id: line.id,
    names: definition.names,
    scope: scopeWords(line),
    limit: numbered
      ? shownLimit(operator, value, upTo, definition)
      : (whyUnjudged(definition) ?? { zh: "只有方向", en: "a direction only" }),
    formula,
    // Of a version from before they were kept nothing is promised.
    choices: choices ? beside(formula, choicesInForce(definition, chosen)) : [],
    period,
    deadline: line.deadline ?? parsePeriod(period).to,
    source: line.source,
    edited: editedFrom(line, definition),
    definition: `${definition.id}@${definition.version}`,
    policy: definition.restricted ?? null,
  };
}

/** 初中 九年级 数学 */
export function scopeWords({ stage, grade, subject }: StatementLine): Words {
  return both((language) => {
    const spoken = grade === null ? [] : [language === "zh" ? gradeName({ stage, grade }, []) : `grade ${grade}`];
    return [STAGES[stage][language], ...spoken, ...(subject === null ? [] : [language === "zh" ? subjectName(subject) : subject])].join(
      " ",
    );
  });
}
