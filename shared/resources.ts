/** What a school has per pupil: the seven indicators of 优质均衡 and the school rule, read from its resources. */
import type { Stage } from "./contract.ts";
import { figureOf, partOf, type Read, reading } from "./figures.ts";
import type { Definition } from "./indicators/definition.ts";
import { standingOf } from "./indicators/kinds/schoolcheck.ts";
import { RESOURCE_UNITS } from "./indicators/resources.ts";
import type { Rules } from "./indicators/rules.ts";
import { countOf, longOf, reports } from "./slice.ts";
import type { Tallies, Tally } from "./tally.ts";

const NO_PUPILS = { zh: "没有学生", en: "no pupils" };

/** The figures of each stage a unit reports resources for. */
export function resourceFigures(rules: Rules, tallies: Tallies): Read[] {
  return (["primary", "junior"] as const).flatMap((stage) => {
    const own = partOf(tallies, "resources", { stage });
    return own ? [...perPupil(rules, own, stage), ...schoolRule(rules, own, stage)] : [];
  });
}

/** Amount per pupil (or per hundred) as a fraction of whole numbers; `null` where it was not reported, or there are no pupils. */
function valueIn(definition: Definition, own: Tally): { numerator: bigint; denominator: bigint } | null {
  const { kind, reads } = definition;
  if (kind.kind !== "ratio" || reads.from !== "resource" || !reports(own, reads.resource)) return null;
  const parts = RESOURCE_UNITS[reads.resource].parts;
  const pupils = longOf(own, "pupils");
  return pupils === 0n ? null : { numerator: longOf(own, reads.resource) * BigInt(kind.factor), denominator: pupils * BigInt(parts) };
}

function perPupil(rules: Rules, own: Tally, stage: Stage): Read[] {
  return reading(rules, "resource")
    .filter((definition) => definition.stages.includes(stage) && reports(own, definition.reads.resource))
    .map((definition) => {
      const read = figureOf(rules, definition, { stage }, valueIn(definition, own) ?? undefined, NO_PUPILS, countOf(own, "pupils"));
      return { ...read, figure: { ...read.figure, resource: definition.reads.resource } };
    });
}

/** Judged once all that the rule asks for is reported. */
function schoolRule(rules: Rules, own: Tally, stage: Stage): Read[] {
  const seven = reading(rules, "resource").filter(({ family, stages }) => family === "equity" && stages.includes(stage));
  const values = seven.map((definition) => valueIn(definition, own));
  const lacking = values.filter((value) => value === null).length;
  const why = { zh: `七项中有 ${lacking} 项未填`, en: `${lacking} of the seven are not reported` };
  return reading(rules, "resources").flatMap((definition) => {
    const { kind } = definition;
    if (kind.kind !== "schoolCheck" || !definition.stages.includes(stage)) return [];
    const fact = lacking > 0 ? undefined : Number(standingOf(kind, stage, values).passes);
    return [figureOf(rules, definition, { stage }, fact, why, countOf(own, "pupils"))];
  });
}
