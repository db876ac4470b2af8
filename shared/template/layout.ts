/**
 * A template: from a collection and a school, the workbook as data. `places` tells where the inputs stand, `figures` where the results do;
 * `sheets` is all that is written.
 */
import { fileName } from "../file-name.ts";
import { conditionPlaces } from "./conditions/places.ts";
import { conditionTemplate } from "./conditions/template.ts";
import { enteredPlaces } from "./entered/places.ts";
import { enteredTemplate } from "./entered/template.ts";
import { examTemplate } from "./exam/template.ts";
import type { FigurePlace } from "./figure.ts";
import { type Meta, metaOf, metaSheet } from "./meta.ts";
import { examPlaces, type Places } from "./places.ts";
import type { TemplateRequest } from "./request.ts";
import type { DefinedName, TemplateSheet } from "./sheet.ts";

/** What each form makes of it; the meta sheet is the same for all. */
export interface Parts {
  readonly places: Places;
  readonly sheets: readonly TemplateSheet[];
  readonly names: readonly DefinedName[];
  readonly figures: readonly FigurePlace[];
}

export interface Template extends Parts {
  readonly meta: Meta;
  /** A name for the file, without its ending: code, school and collection. The code keeps schools of one name apart. */
  readonly file: string;
}

/** Where the inputs of a template stand, and no more: what a reader of files needs. */
export function placesOf({
  region,
  school,
  collection,
  rules,
}: Pick<TemplateRequest, "region" | "school" | "collection" | "rules">): Places {
  if (collection.form === "exam") return examPlaces(collection, school);
  if (collection.form === "resources") return conditionPlaces(collection, school);
  return enteredPlaces(collection, school, region.region, rules);
}

/** The template of one school; refuses a collection that asks nothing of it. */
export function templateOf(request: TemplateRequest): Template {
  const { collection, school, rules } = request;
  const parts =
    collection.form === "exam"
      ? examTemplate(request)
      : collection.form === "resources"
        ? conditionTemplate(request)
        : enteredTemplate(request);
  const meta = metaOf(request, parts.places);
  const versions = new Map(rules.definitions.map(({ id, version }) => [id, version]));
  return {
    ...parts,
    sheets: [...parts.sheets, metaSheet(meta, parts.figures, versions)],
    meta,
    file: fileName(school.school, school.name, collection.name),
  };
}
