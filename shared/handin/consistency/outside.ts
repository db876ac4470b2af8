/** Pupils who count in no rate, exempt or gone: where they are many, a rate says little of the school, so the reason is asked for. */
import { expected } from "../../marks/states.ts";
import { meets } from "../../target.ts";
import type { Counted, Odd } from "./marks.ts";
import type { Settings } from "./settings.ts";

/** One question for a grade: the subjects in which as many are exempt or have left, those with the most. */
export function outsideMany<Own extends Counted>(subjects: readonly Own[], { alikePupils, outsideShare }: Settings): Odd<Own>[] {
  const out = ({ states }: Counted) => states.exempt + states.left;
  const many = subjects.filter(
    (one) =>
      out(one) >= alikePupils && meets({ numerator: out(one), denominator: expected(one.states) + one.states.left }, ">", outsideShare),
  );
  const [of] = [...many].sort((a, b) => out(b) - out(a));
  if (!of) return [];
  const { exempt, left } = of.states;
  const all = expected(of.states) + left;
  const more = many.length - 1;
  const words = {
    zh: `${of.name.zh} ${all} 人中免考 ${exempt} 人、转出 ${left} 人，不计入各率${more > 0 ? `，另有 ${more} 科也多` : ""}：请核对；属实的请说明原因（免考要有批准）。`,
    en: `of ${all} in ${of.name.en}, ${exempt} are exempt and ${left} have left, and count in no rate${more > 0 ? `; ${more} more subjects have many too` : ""}: check them, and say why (an exemption needs approval).`,
  };
  return [{ code: "outside-many", of, words }];
}
