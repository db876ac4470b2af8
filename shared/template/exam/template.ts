/** The workbook of an exam, from its places. */
import { checkSheet, STATUS } from "../check.ts";
import { guideSheet } from "../guide.ts";
import type { Parts } from "../layout.ts";
import { examPlaces } from "../places.ts";
import type { TemplateRequest } from "../request.ts";
import { summaryOf } from "../summary.ts";
import { bulletinOf } from "./bulletin.ts";
import { examChecks, markChecks, pupilsOf } from "./checks.ts";
import { choiceLists } from "./choices.ts";
import { examFigures } from "./figures.ts";
import { examGuide } from "./guide.ts";
import { scoreNames, scoreSheet } from "./scores.ts";
import { teachingNames, teachingSheet } from "./teaching.ts";

export function examTemplate(request: TemplateRequest): Parts {
  const { collection, rules, school } = request;
  const places = examPlaces(collection, school);
  const { scores, teaching } = places;
  const lists = choiceLists(scores);
  const bulletin = bulletinOf(scores, request, STATUS);
  const formulas = examFigures(scores, collection, rules, bulletin);
  const title = `${collection.exam?.name ?? collection.name}　汇总`;
  const summary = summaryOf(title, formulas, ({ definition }) => definition.reads.from === "paper", request);
  return {
    places,
    sheets: [
      guideSheet(examGuide(places), request),
      ...scores.map((place) => scoreSheet(place, request)),
      teachingSheet(teaching, scores, request),
      checkSheet(examChecks(scores, teaching), markChecks(scores), `(${scores.map(pupilsOf).join("+")})`, request),
      bulletin.sheet,
      summary.sheet,
      lists.sheet,
    ],
    names: [...scores.flatMap(scoreNames), ...teachingNames(teaching), ...lists.names],
    figures: [...bulletin.figures, ...summary.figures],
  };
}
