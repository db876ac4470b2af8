/**
 * 质量分析报告 as a document: what was taken and who is missing, the region against its targets, subjects, distributions, schools by letters
 * in place of ranks, value added with intervals, what schools explain, how it was all counted, and room for what the bureau has to say. All
 * else in it is what the rollup says.
 */
import type { Catalogue } from "../indicators/catalogue.ts";
import { type Block, type DocumentData, numbered, type Tongue } from "./document.ts";
import { FINDING_WORDS } from "./finding-words.ts";
import { valueAdded } from "./report-added.ts";
import { everySchool } from "./report-every-school.ts";
import { actions } from "./report-findings.ts";
import { type ReportInput, reporting } from "./report-input.ts";
import { itemAnalysisPart } from "./report-items.ts";
import { method } from "./report-method.ts";
import { overview } from "./report-overview.ts";
import { againstTargets, bySubject, distributions } from "./report-results.ts";
import { notes, schoolBands, schoolsAgainstTargets } from "./report-schools.ts";

/** The report in one language. A part with nothing to say is not in it; the rest are numbered through. */
export function reportDocument(input: ReportInput, catalogue: Catalogue, tongue: Tongue = "zh"): DocumentData {
  const report = reporting(input, catalogue, tongue);
  const { w, region, collection, made } = report;
  const heading = numbered(tongue);
  const part = (text: string, blocks: readonly Block[]): Block[] => (blocks.length === 0 ? [] : [heading(text), ...blocks]);
  const title = w.title(region.name);
  const blocks: Block[] = [
    { kind: "title", text: title },
    { kind: "subtitle", text: w.subtitle(collection.name, made) },
    ...part(w.overview, overview(report)),
    ...part(w.againstTargets, [...everySchool(report), ...againstTargets(report)]),
    ...part(collection.exam ? w.bySubject : w.otherFigures, bySubject(report)),
    ...part(w.distributions, distributions(report)),
    ...(collection.exam ? part(w.items, itemAnalysisPart(report)) : []),
    ...part(w.schools, [...schoolsAgainstTargets(report), ...schoolBands(report)]),
    ...part(w.valueAdded, valueAdded(report)),
    ...part(w.notes, notes(report)),
    ...part(w.method, method(report)),
    ...part(FINDING_WORDS[tongue].actions, actions(report)),
    {
      kind: "signatures",
      sides: [
        { heading: w.office, lines: [w.author, w.checker] },
        { heading: w.seal, lines: [region.name, w.day] },
      ],
    },
  ];
  return { tongue, title, running: `${title}　${collection.name}`, blocks };
}
