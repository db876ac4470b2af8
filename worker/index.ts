/**
 * The route table. Each line: what it is for, its address, who may, in which shapes, and what does it.
 * Who somebody is, is decided inside the region's own transaction (region.ts); a line only says for whom it is.
 */
import { OpenAPIHono, z } from "@hono/zod-openapi";
import * as contract from "../shared/contract.ts";
import { shipped } from "../shared/indicators/index.ts";
import { initialsOf } from "../shared/indicators/initials.ts";
import { filtered } from "../shared/indicators/search.ts";
import { computedView, versionsView, viewOf } from "../shared/indicators/view.ts";
import { dayOf, instant } from "../shared/moment.ts";
import { Refusal } from "../shared/refusal.ts";
import { limits } from "./body.ts";
import { cataloguePage } from "./catalogue-page.ts";
import { demoRegion, isThisMachine } from "./demo.ts";
import { type Env, regionAt } from "./env.ts";
import { secured } from "./headers.ts";
import { describe, methodsAt } from "./openapi.ts";
import { manifest, page } from "./pages.ts";
import { done, problem, problemOf, refuse } from "./problem.ts";
import { problemResponse } from "./response.ts";
import { type App, openRoutes, regionRoutes } from "./route.ts";

export { Region } from "./region.ts";

const app: App = new OpenAPIHono();
const anyone = openRoutes(app);
const route = regionRoutes(app, ({ env }) => ({
  now: Date.now(),
  adminSecret: env.ADMIN_SECRET,
  region: (code) => regionAt(env.REGION, code),
}));

route(
  "The deployment's admin names a region, and the region above it.",
  "PUT /api/regions/{region}",
  { who: ["admin"], takes: contract.regionBody, gives: contract.region },
  ({ region, caller, codes, body }) => region.put(caller, codes.region, body),
);

route(
  "Whoever has a token sees what is set up in its region; a school, what concerns its own school.",
  "GET /api/regions/{region}",
  { who: ["admin", "bureau", "school", "viewer"], gives: contract.overview },
  ({ region, caller }) => region.overview(caller),
);

route(
  "The admin or the bureau issues a token for one role, for 400 days at most; it is shown this once.",
  "POST /api/regions/{region}/tokens",
  { who: ["admin", "bureau"], takes: contract.tokenBody, gives: contract.tokenIssued, status: 201 },
  ({ region, caller, body }) => region.issueToken(caller, body),
);

route(
  "The tokens that were issued: for whom and until when, never the tokens themselves.",
  "GET /api/regions/{region}/tokens",
  { who: ["admin", "bureau"], gives: contract.tokens },
  ({ region, caller }) => region.listTokens(caller),
);

route(
  "A token is revoked, from this moment on.",
  "DELETE /api/regions/{region}/tokens/{id}",
  { who: ["admin", "bureau"], gives: contract.token },
  ({ region, caller, codes }) => region.revokeToken(caller, codes.id),
);

route(
  "The bureau registers a school, or changes what is known of it.",
  "PUT /api/regions/{region}/schools/{school}",
  { who: ["bureau"], takes: contract.schoolBody, gives: contract.school },
  ({ region, caller, codes, body }) => region.putSchool(caller, codes.school, body),
);

route(
  "The bureau registers many schools at once, all of them or none.",
  "POST /api/regions/{region}/schools",
  { who: ["bureau"], takes: contract.schoolsBody, gives: contract.schoolsStored },
  ({ region, caller, body }) => region.putSchools(caller, body),
);

route(
  "The bureau sets up a collection: form, period, exam, opening and closing, and the schools required.",
  "PUT /api/regions/{region}/collections/{collection}",
  { who: ["bureau"], takes: contract.collectionBody, gives: contract.collection },
  ({ region, caller, codes, body }) => region.putCollection(caller, codes.collection, body),
);

route(
  "The bureau sets the targets of the region; the list replaces the one before.",
  "PUT /api/regions/{region}/targets",
  { who: ["bureau"], takes: contract.targetsBody, gives: contract.targets },
  ({ region, caller, body }) => region.putTargets(caller, body.targets),
);

route(
  "The bureau chooses where definitions leave something open: each with its reason; the list replaces the one before.",
  "PUT /api/regions/{region}/choices",
  { who: ["bureau"], takes: contract.choicesBody, gives: contract.choices },
  ({ region, caller, body }) => region.putChoices(caller, body.choices),
);

route(
  "A school submits its tallies, or corrects them: the next revision. Answered once the figures of the region have moved with it.",
  "PUT /api/regions/{region}/collections/{collection}/submissions/{school}",
  {
    who: ["bureau", "school"],
    takes: contract.submissionBody,
    gives: contract.receipt,
    status: 201,
    limit: limits.submission,
    keyed: true,
  },
  ({ region, caller, codes, key, after, body }) => region.submit(caller, codes.collection, codes.school, key, after, body),
);

route(
  "What a school has submitted, as it was received, with its receipt.",
  "GET /api/regions/{region}/collections/{collection}/submissions/{school}",
  { who: ["bureau", "school"], gives: contract.submission },
  ({ region, caller, codes }) => region.submission(caller, codes.collection, codes.school),
);

route(
  "A school withdraws what it submitted: a revision of its own, after which it counts as missing.",
  "DELETE /api/regions/{region}/collections/{collection}/submissions/{school}",
  { who: ["bureau", "school"], gives: contract.receipt, keyed: true },
  ({ region, caller, codes, key, after }) => region.withdraw(caller, codes.collection, codes.school, key, after),
);

route(
  "The figures of the region and its schools, the verdicts, who is missing, and the submissions they rest on.",
  "GET /api/regions/{region}/collections/{collection}/rollup",
  { who: ["bureau", "viewer"], gives: contract.rollup },
  ({ region, caller, codes }) => region.rollup(caller, codes.collection),
);

route(
  "What stands in a collection and in its baseline, school by school, as it was sent: counts to ask `what if` of. To a school, its own.",
  "GET /api/regions/{region}/collections/{collection}/tallies",
  { who: ["bureau", "school"], query: contract.talliesQuery, gives: contract.talliesAnswer },
  ({ region, caller, codes, query }) => region.tallies(caller, codes.collection, query),
);

route(
  "优质均衡 of the region: the seven indicators of every school and stage, the school rule, the coefficients of variation, and the other items.",
  "GET /api/regions/{region}/collections/{collection}/balance",
  { who: ["bureau"], query: contract.balanceQuery, gives: contract.balance },
  ({ region, caller, codes, query }) => region.balance(caller, codes.collection, query),
);

route(
  "What another version of a definition (version=exam.pass@2) or another choice (option=excellent-line&choice=80) would change for each unit.",
  "GET /api/regions/{region}/collections/{collection}/effect",
  { who: ["bureau"], query: contract.effectQuery, gives: contract.effect },
  ({ region, caller, codes, query }) => region.effect(caller, codes.collection, query),
);

route(
  "Everything is added up anew from the submissions and compared with the sums that are kept.",
  "GET /api/regions/{region}/collections/{collection}/recount",
  { who: ["bureau"], gives: contract.recount },
  ({ region, caller, codes }) => region.recount(caller, codes.collection),
);

route(
  "The statements (责任书) of the region, the last version of each; to a school, its own. With collection=, how many lines are met, missed, undecided.",
  "GET /api/regions/{region}/statements",
  { who: ["bureau", "school"], query: contract.statementQuery, gives: contract.statements },
  ({ region, caller, query }) => region.statements(caller, query),
);

route(
  "A statement is drafted, or its draft written anew: by the bureau; those of its groups and teachers also by the school. Once signed it is amended instead.",
  "PUT /api/regions/{region}/schools/{school}/statements/{statement}",
  { who: ["bureau", "school"], takes: contract.statementBody, gives: contract.statementReceipt, status: 201, keyed: true },
  ({ region, caller, codes, key, after, body }) => region.putStatement(caller, codes, key, after, body),
);

route(
  "A party signs the last version as it has read it (version and sha256): 甲方 or 乙方, each its own unit. What is signed never changes.",
  "POST /api/regions/{region}/schools/{school}/statements/{statement}/sign",
  { who: ["bureau", "school"], takes: contract.signBody, gives: contract.statementReceipt, status: 201, keyed: true },
  ({ region, caller, codes, key, after, body }) => region.signStatement(caller, codes, key, after, body),
);

route(
  "A signed statement is amended: a new version, with its reason, to be signed again; the one before stays as it was and holds until then.",
  "POST /api/regions/{region}/schools/{school}/statements/{statement}/amend",
  { who: ["bureau", "school"], takes: contract.amendBody, gives: contract.statementReceipt, status: 201, keyed: true },
  ({ region, caller, codes, key, after, body }) => region.amendStatement(caller, codes, key, after, body),
);

route(
  "A statement with every version and what each changed; with collection=, each line's value, verdict, gap, and who answers for it.",
  "GET /api/regions/{region}/schools/{school}/statements/{statement}",
  { who: ["bureau", "school"], query: contract.statementQuery, gives: contract.statement },
  ({ region, caller, codes, query }) => region.statement(caller, codes, query),
);

route(
  "Whether the region's targets would be met if every school just met its own statement.",
  "GET /api/regions/{region}/collections/{collection}/cascade",
  { who: ["bureau"], gives: contract.countyCascade },
  ({ region, caller, codes }) => region.cascade(caller, codes.collection),
);

route(
  "What cells ask, many questions in one request: figures, tables, who has submitted, and what a number is made of.",
  "POST /api/regions/{region}/ask",
  { who: ["bureau", "school", "viewer"], takes: contract.askBody, gives: contract.askAnswers },
  ({ region, caller, body }) => region.ask(caller, body),
);

anyone(
  "Every indicator in force, with its formula, source and version; filtered and searched (中文, English, or the initials of the pinyin).",
  "GET /api/indicators",
  { query: contract.cataloguePick, gives: contract.catalogue, cached: true },
  ({ query }) => {
    const definitions = query.release ?? shipped.releaseAt(today());
    if (!shipped.releases.includes(definitions)) throw refuse("release-unknown");
    return done({ definitions, indicators: filtered(shipped.inForce(definitions), query, initialsOf).map(viewOf) });
  },
);

anyone(
  "One indicator with every version it ever had, and what each changed.",
  "GET /api/indicators/{indicator}",
  { gives: contract.indicatorVersions, cached: true },
  ({ codes }) => {
    const found = versionsView(shipped, codes.indicator, shipped.releaseAt(today()));
    if (!found) throw refuse("indicator-unknown");
    return done(found);
  },
);

anyone(
  "An indicator computed from inputs in their declared order, judged by the source's own limit. Nothing is kept.",
  "POST /api/indicators/{indicator}/compute",
  { takes: contract.computeBody, gives: contract.computed },
  ({ codes, body }) => {
    const named = codes.indicator.includes("@") || body.version === null;
    if (codes.indicator.includes("@") && body.version !== null)
      throw refuse("inputs-invalid", [{ at: "version", words: { zh: "版本写了两次。", en: "the version is named twice" } }]);
    const name = named ? codes.indicator : `${codes.indicator}@${body.version}`;
    const definition = shipped.find(name, shipped.releaseAt(today()));
    if (!definition) throw refuse("indicator-unknown");
    try {
      return done(computedView(definition, body.inputs, body.stage));
    } catch (error) {
      if (error instanceof Refusal) throw refuse("inputs-invalid", [{ at: "inputs", words: error.words }]);
      throw error;
    }
  },
);

anyone("Whether the Worker is up, and by which definitions it counts.", "GET /api/health", { gives: contract.health }, () =>
  done({ ok: true, definitions: shipped.releaseAt(today()) }),
);

anyone(
  "Tokens of the demo region, for the machine of whoever tries the product; elsewhere there is no such address.",
  "GET /api/demo",
  { gives: contract.demo },
  ({ context: { env, req } }) => {
    if (env.DEMO !== "1" || !isThisMachine(req.raw)) throw refuse("route-unknown");
    return regionAt(env.REGION, demoRegion).demo(Date.now());
  },
);

anyone("This document.", "GET /api/openapi.json", { gives: z.looseObject({ openapi: z.string() }), cached: true }, () =>
  done({ ...describe(app) }),
);

/** The day it is here, for versions that have their months. */
function today(): string {
  return dayOf(instant(Date.now()));
}

// The manifest that Excel is given names the address it came from.
app.get("/manifest.xml", ({ req, env }) => manifest(req.raw, env.ASSETS));

// The catalogue for people.
app.get("/catalogue", ({ req, html }) =>
  html(cataloguePage(shipped, shipped.releaseAt(today()), new URL(req.url).searchParams), 200, { "Cache-Control": "public, max-age=300" }),
);

// Everything else is a page, or nothing.
app.notFound(({ req, env }) => {
  if (req.path !== "/api" && !req.path.startsWith("/api/")) return page(req.raw, env.ASSETS);
  const methods = methodsAt(app, req.path);
  return methods.length > 0
    ? problemResponse(problem("method-not-allowed"), { Allow: methods.join(", ") })
    : problemResponse(problem("route-unknown"));
});

app.onError((error) => problemResponse(problemOf(error)));

export default {
  async fetch(request, env, context) {
    return secured(await app.fetch(request, env, context), new URL(request.url));
  },
} satisfies ExportedHandler<Env>;
