/** The built pages, and the manifest with the address it is served from. */
import { refuse } from "./problem.ts";

/** The origin that the repository's manifest names; whoever downloads it from a deployment gets that deployment's own. */
const builtOrigin = "https://localhost:8787";

/** Addresses that people type, and the files behind them. */
const named = new Map([
  ["/", "/index.html"],
  ["/templates", "/templates.html"],
]);

export async function page(request: Request, assets: Fetcher): Promise<Response> {
  if (request.method !== "GET" && request.method !== "HEAD") throw refuse("method-not-allowed");
  const url = new URL(request.url);
  url.pathname = named.get(url.pathname) ?? url.pathname;
  const found = await assets.fetch(new Request(url, request));
  if (found.status === 404) throw refuse("route-unknown");
  if (url.pathname === "/offline.html" && found.ok) return download(found);
  return url.pathname.startsWith("/assets/") && found.ok ? immutable(found) : found;
}

export async function manifest(request: Request, assets: Fetcher): Promise<Response> {
  const { origin } = new URL(request.url);
  const built = await assets.fetch(new Request(new URL("/manifest.xml", origin)));
  if (!built.ok) throw refuse("route-unknown");
  const text = (await built.text()).replaceAll(builtOrigin, escapeXml(origin));
  return new Response(text, { headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "no-cache" } });
}

/** A page for computers without a network is taken along: served from here it would be bound to this origin and its policy. */
function download(found: Response): Response {
  const taken = new Response(found.body, found);
  taken.headers.set("Content-Disposition", 'attachment; filename="quality-offline.html"');
  taken.headers.set("Cache-Control", "no-cache");
  return taken;
}

/** The build puts a hash of its content into the name of each of these files. */
function immutable(found: Response): Response {
  const kept = new Response(found.body, found);
  kept.headers.set("Cache-Control", "public, max-age=31536000, immutable");
  return kept;
}

/** A host name may hold an ampersand or a quote. */
function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;").replaceAll("'", "&apos;");
}
