/**
 * A template: from a collection and a school, the workbook as data. `places` tells where the inputs stand, `figures` where the results do;
 * `sheets` is all that is written.
 */
import { conditionTemplate } from "./conditions/template.ts";
import { enteredTemplate } from "./entered/template.ts";
import { examTemplate } from "./exam/template.ts";
import type { FigurePlace } from "./figure.ts";
import { type Meta, metaOf, metaSheet } from "./meta.ts";
import type { Places } from "./places.ts";
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
  /** A name for the file, without its ending: code, school and collection. */
  readonly file: string;
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
    file: `${school.school}_${school.name}_${collection.collection}`.replaceAll(/[\\/:*?"<>|\s]/g, "_"),
  };
}
