/**
 * 目标责任书 as a document: parties, period, the targets with their numbers, what is asked in words, how each is counted and by which
 * version, notes of policy, what an amendment changed, and where the parties sign. Nothing is in it that the statement does not say.
 */
import type { PartyName, StatementLine, StatementVersion } from "../contract.ts";
import type { Catalogue } from "../indicators/catalogue.ts";
import { dayOf } from "../moment.ts";
import { parsePeriod } from "../period.ts";
import { inOrder } from "../statement/order.ts";
import { PARTIES, STATES } from "../statement/parties.ts";
import { type PrintedStatement, printed } from "../statement/print.ts";
import { amendmentTexts } from "./amendment.ts";
import { type Block, type DocumentData, numbered, type Side, type Tongue } from "./document.ts";
import { commonOf, commonWords, definitionTable, type Numbered, targetTable } from "./statement-tables.ts";
import { STATEMENT_WORDS as W } from "./statement-words.ts";

export interface StatementToPrint {
  readonly region: string;
  readonly school: string;
  readonly version: StatementVersion;
}

/** The statement in one language. Lines whose definition the catalogue does not know are said to be missing, not left out in silence. */
export function statementDocument(statement: StatementToPrint, catalogue: Catalogue, tongue: Tongue = "zh"): DocumentData {
  const { version } = statement;
  const { body } = version;
  const view = printed(body, version.signatures, statement, catalogue);
  const lines = numberedLines(view, body.lines, tongue);
  const unknown = inOrder(body.lines, catalogue).filter(
    ({ id, indicator }) => !lines.some(({ line }) => line.id === id && line.indicator === indicator),
  );
  const asked = lines.filter(isAsked);
  const inWords = lines.filter((one) => !asked.includes(one));
  const heading = numbered(tongue);
  const w = W[tongue];
  const common = commonOf(lines, tongue);
  const restricted = lines.filter((one) => one.printed.policy !== null);
  const stand = w.version(version.version, STATES[version.state][tongue]);
  const sentences = amendmentTexts(version.changes, body, (id) => lines.find(({ line }) => line.id === id)?.number, catalogue, tongue);
  const blocks: Block[] = [
    { kind: "title", text: body.title },
    { kind: "subtitle", text: `${view.level[tongue]}${w.level} · ${stand}` },
    ...partyLines(view, tongue),
    ...periodsOf(body.lines).map((text): Block => ({ kind: "paragraph", text: `${w.period}${text}` })),
    { kind: "paragraph", text: w.opening },
    ...commonWords(common, lines, tongue),
    ...(asked.length > 0 ? [heading(w.targets), targetTable(asked, common, tongue)] : []),
    ...(inWords.length > 0
      ? [heading(w.inWords), { kind: "paragraph", text: w.notJudged } as const, targetTable(inWords, common, tongue)]
      : []),
    heading(w.definitions),
    { kind: "paragraph", text: w.byVersion },
    definitionTable(lines, tongue),
    ...(unknown.length > 0
      ? [{ kind: "note", text: w.unknown(unknown.map(({ indicator, version }) => `${indicator}@${version}`)) } as const]
      : []),
    ...(restricted.length > 0 ? [heading(w.policy), ...policyBlocks(restricted, tongue)] : []),
    ...(version.version > 1
      ? [
          heading(w.amendment),
          { kind: "paragraph", text: w.amended(version.version, dayOf(version.at), version.why ?? "") } as const,
          ...sentences.map(
            (text, at): Block => ({ kind: "paragraph", text: `${tongue === "zh" ? `（${at + 1}）` : `(${at + 1}) `}${text}` }),
          ),
        ]
      : []),
    heading(w.signing),
    // Above the hands: what they sign, and never alone on a page.
    { kind: "note", text: w.digest(version.version, version.sha256) },
    { kind: "signatures", sides: [side(view, "first", tongue), side(view, "second", tongue)] },
  ];
  return { tongue, title: body.title, running: `${body.title}　${stand}`, blocks };
}

/** The lines as they are numbered in print: what shows a statement elsewhere names them by the same numbers. */
export function numberedStatement(statement: StatementToPrint, catalogue: Catalogue, tongue: Tongue): Numbered[] {
  const { body, signatures } = statement.version;
  return numberedLines(printed(body, signatures, statement, catalogue), body.lines, tongue);
}

/** In the printed order; those with a number to be judged by come first, so that either table counts without gaps. */
function numberedLines({ sections }: PrintedStatement, all: readonly StatementLine[], tongue: Tongue): Numbered[] {
  const found = sections.flatMap(({ family, lines }) =>
    lines.flatMap((printed) => {
      const line = all.find(({ id, indicator, version }) => id === printed.id && `${indicator}@${version}` === printed.definition);
      return line ? [{ printed, family: family[tongue], line }] : [];
    }),
  );
  return [...found.filter(isAsked), ...found.filter((one) => !isAsked(one))].map((one, at) => ({ ...one, number: at + 1 }));
}

function isAsked({ line }: Pick<Numbered, "line">): boolean {
  return line.operator !== null && line.value !== null;
}

function partyLines({ parties, about }: PrintedStatement, tongue: Tongue): Block[] {
  const w = W[tongue];
  const party = (name: PartyName) => `${PARTIES[name][tongue]}${w.colon}${parties[name].office}${w.unit(parties[name].unit)}`;
  const whose = [
    ...(about.group === null ? [] : [`${w.group}${about.group}`]),
    ...(about.teacher === null ? [] : [`${w.teacher}${about.teacher}`]),
  ];
  return [party("first"), party("second"), ...whose].map((text) => ({ kind: "paragraph", text }));
}

function periodsOf(lines: readonly StatementLine[]): string[] {
  return [...new Set(lines.map(({ period }) => period))].map((period) => {
    const { from, to } = parsePeriod(period);
    return `${period}（${from} — ${to}）`;
  });
}

/** Each policy once, with the numbers of the lines that stand under it. */
function policyBlocks(restricted: readonly Numbered[], tongue: Tongue): Block[] {
  const texts = [...new Set(restricted.map(({ printed: one }) => one.policy?.[tongue] as string))];
  return texts.map((text) => {
    const numbers = restricted.filter(({ printed: one }) => one.policy?.[tongue] === text).map(({ number }) => number);
    return { kind: "paragraph", text: W[tongue].policyOf(numbers, text) };
  });
}

function side({ parties, signatures }: PrintedStatement, name: PartyName, tongue: Tongue): Side {
  const w = W[tongue];
  const signed = signatures.find(({ party }) => party === name);
  return {
    heading: `${PARTIES[name][tongue]}${w.seal}`,
    lines: [parties[name].office, w.hand, w.date, ...(signed ? [w.signed(signed.role, dayOf(signed.at))] : [])],
  };
}
