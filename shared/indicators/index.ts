/** The catalogue that is shipped: every version of every definition, once. A new indicator is one literal in its family's file. */
import { academic } from "./academic.ts";
import { appraisal } from "./appraisal.ts";
import { assurance } from "./assurance.ts";
import { catalogueOf } from "./catalogue.ts";
import { conditions } from "./conditions.ts";
import { curriculum } from "./curriculum.ts";
import { digital } from "./digital.ts";
import { equity } from "./equity.ts";
import { exam } from "./exam.ts";
import { families } from "./families.ts";
import { finance } from "./finance.ts";
import { fourDimensions } from "./fourdimensions.ts";
import { governance } from "./governance.ts";
import { health } from "./health.ts";
import { homework } from "./homework.ts";
import { inspection } from "./inspection.ts";
import { masters } from "./masters.ts";
import { monitoring } from "./monitoring.ts";
import { moral } from "./moral.ts";
import { people } from "./people.ts";
import { pupils } from "./pupils.ts";
import { quality } from "./quality.ts";
import { research } from "./research.ts";
import { senior } from "./senior.ts";
import { staff } from "./staff.ts";
import { supervision } from "./supervision.ts";
import { teaching } from "./teaching.ts";
import { training } from "./training.ts";

export const shipped = catalogueOf([
  ...exam,
  ...academic,
  ...pupils,
  ...moral,
  ...health,
  ...curriculum,
  ...teaching,
  ...homework,
  ...digital,
  ...staff,
  ...training,
  ...masters,
  ...research,
  ...monitoring,
  ...fourDimensions,
  ...families,
  ...finance,
  ...conditions,
  ...senior,
  ...supervision,
  ...inspection,
  ...appraisal,
  ...governance,
  ...equity,
  ...assurance,
  ...people,
  ...quality,
]);

/** The last release there is; it may begin in a month to come. */
export const latestRelease = shipped.releases.at(-1) as string;
