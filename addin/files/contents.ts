/** What may not be in a workbook that is read: whatever acts, or reaches outside. Judged by every name, type and relationship in it. */
import type { Refusal } from "../../shared/refusal.ts";
import { ownerOf, type Parts } from "./parts.ts";
import { notAccepted, otherKind } from "./refusals.ts";
import type { Archive } from "./zip.ts";

/** By path, whatever the part says it is. */
const PATHS: readonly (readonly [RegExp, () => Refusal])[] = [
  [/(^|\/)(vba[^/]*\.(bin|xml)|vbaproject[^/]*)$|(^|\/)(macrosheets|dialogsheets|intlmacrosheets)\//i, notAccepted.macros],
  [/(^|\/)activex\//i, notAccepted.controls],
  [/(^|\/)(embeddings|oleobjects)\/|\.(exe|dll|scr|com|bat|cmd|ps1|vbs|js|hta|jar|lnk)$/i, notAccepted.embedded],
  [/(^|\/)externallinks\//i, notAccepted.links],
  [/(^|\/)(connections\.xml|querytables\/|model\/item|powerpivot)/i, notAccepted.connections],
  [/(^|\/)(customui|webextensions|taskpanes|attachedtoolbars)/i, notAccepted.addIns],
];

/** By content type. */
const TYPES: readonly (readonly [RegExp, () => Refusal])[] = [
  [/sheet\.binary/i, otherKind.xlsb],
  [/macro|vba|dialogsheet/i, notAccepted.macros],
  [/activex/i, notAccepted.controls],
  [/oleobject/i, notAccepted.embedded],
  [/externallink/i, notAccepted.links],
  [/connections\+xml|querytable/i, notAccepted.connections],
  [/webextension|customui/i, notAccepted.addIns],
];

/** By the last word of a relationship's type. */
const KINDS: readonly (readonly [RegExp, () => Refusal])[] = [
  [/macro|vba|dialogsheet/i, notAccepted.macros],
  [/activex|^control$/i, notAccepted.controls],
  [/^(oleobject|package|aframe)/i, notAccepted.embedded],
  [/^(externallink|xlexternal|attachedtemplate)/i, notAccepted.links],
  [/^(connections|querytable)$/i, notAccepted.connections],
  [/^(extensibility|usercustomization|webextension|taskpane)/i, notAccepted.addIns],
];

/** Numbers keeps its tables in these; a folder of the file's name is around them where it was sent as such. */
const NUMBERS = /^([^/]+\.numbers\/)?index(\/([^/]+\/)*[^/]+\.iwa|\.zip)$/;

/** Tells which other kind of .zip it is, where it is no .xlsx. */
export function checkKind(archive: Archive): void {
  const has = (path: RegExp) => [...archive.keys()].some((name) => path.test(name));
  if (has(/^xl\/workbook\.bin$/)) throw otherKind.xlsb();
  if (archive.has("[content_types].xml")) {
    if (!has(/^(word|ppt|visio)\//) || has(/^xl\//)) return;
    throw otherKind.document();
  }
  if (archive.has("mimetype") && has(/^content\.xml$/)) throw otherKind.ods();
  if (has(NUMBERS)) throw otherKind.numbers();
  if (has(/^xl\//)) return;
  throw has(/\.(xlsx?|csv|et|zip)$/) || archive.size > 0 ? otherKind.archive() : otherKind.empty();
}

/** Refuses macros, controls, embedded files, links and connections. Hyperlinks may stay: they are text that nobody here follows. */
export function checkContents(parts: Parts): void {
  for (const { name } of parts.archive.values()) {
    check(PATHS, name);
    check(TYPES, parts.typeOf(name));
  }
  for (const { name } of parts.archive.values()) {
    const owner = ownerOf(name);
    if (owner === undefined) continue;
    for (const { kind, outside } of parts.relationships(owner)) {
      check(KINDS, kind);
      if (outside && kind.toLowerCase() !== "hyperlink") throw notAccepted.links();
    }
  }
}

function check(rules: readonly (readonly [RegExp, () => Refusal])[], text: string): void {
  for (const [pattern, refusal] of rules) if (pattern.test(text)) throw refusal();
}
