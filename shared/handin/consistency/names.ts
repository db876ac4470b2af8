/** What people call a collection and a school that a question speaks of: nobody knows them by their codes. */
import type { County } from "../county.ts";

export interface Names {
  /** With its period where another collection bears the same name. */
  readonly collection: (id: string) => string;
  /** With its code: two schools may bear one name. */
  readonly school: (code: string) => string;
}

export function namesIn({ collections, schools }: Pick<County, "collections" | "schools">): Names {
  return {
    collection: (id) => {
      const own = collections.find((one) => one.collection === id);
      if (!own) return id;
      const shared = collections.some((one) => one !== own && one.name === own.name);
      return shared ? `${own.name} ${own.period}` : own.name;
    },
    school: (code) => {
      const own = schools.find((one) => one.school === code);
      return own ? `${own.name}（${code}）` : code;
    },
  };
}
