/**
 * A catalogue: definitions under their ids, with every version each ever had. A release is a month from which versions are in force;
 * whoever names a release gets the same definitions for ever.
 */
import type { Definition } from "./definition.ts";

/** The release that the first submissions were made with: earlier dates of versions are history. */
export const FIRST_RELEASE = "2026-11";

export interface Catalogue {
  /** Every version of every definition, in the order of the families. */
  readonly all: readonly Definition[];
  /** The releases, oldest first. */
  readonly releases: readonly string[];
  /** The release in force on a day (2026-11-22). */
  releaseAt(day: string): string;
  /** The definitions of a release: of each id the last version whose month has come. */
  inForce(release: string): readonly Definition[];
  /** A definition by id or alias, as a release has it; `id@2` names a version, whatever the release. */
  find(name: string, release?: string): Definition | undefined;
  /** The versions of an id or alias, oldest first. */
  versionsOf(name: string): readonly Definition[];
}

export function catalogueOf(definitions: readonly Definition[]): Catalogue {
  const byId = new Map<string, Definition[]>();
  for (const definition of definitions) byId.set(definition.id, [...(byId.get(definition.id) ?? []), definition]);
  for (const versions of byId.values()) versions.sort((a, b) => a.version - b.version);
  const ids = new Map(definitions.flatMap(({ id, aliases = [] }) => aliases.map((alias) => [alias, id] as const)));
  const idOf = (name: string) => (byId.has(name) ? name : ids.get(name));
  const releases = [...new Set([FIRST_RELEASE, ...definitions.map(({ from }) => from).filter((from) => from > FIRST_RELEASE)])].sort();
  const latest = releases.at(-1) as string;
  const known = new Map<string, readonly Definition[]>();

  function versionsOf(name: string): readonly Definition[] {
    return byId.get(idOf(name) ?? "") ?? [];
  }
  function inForce(release: string): readonly Definition[] {
    const found = known.get(release);
    if (found) return found;
    const made = [...byId.values()].flatMap((versions) => lastBefore(versions, release) ?? []);
    // Only what exists is kept: anybody may ask for any month.
    if (releases.includes(release)) known.set(release, made);
    return made;
  }
  function find(name: string, release = latest): Definition | undefined {
    const [id = "", version] = name.split("@");
    const versions = versionsOf(id);
    if (version !== undefined) return versions.find((one) => String(one.version) === version);
    return lastBefore(versions, release);
  }
  return {
    all: definitions,
    releases,
    releaseAt: (day) => releases.filter((release) => release <= day.slice(0, 7)).at(-1) ?? FIRST_RELEASE,
    inForce,
    find,
    versionsOf,
  };
}

function lastBefore(versions: readonly Definition[], release: string): Definition | undefined {
  return versions.filter(({ from }) => from <= release).at(-1);
}
