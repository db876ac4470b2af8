/** What a browser, Excel and a developer see: pages with their headers, the manifest, the demo's tokens, the OpenAPI document. */
import { describe, expect, it } from "vitest";
import { catalogue, demo, health, indicatorVersions } from "../../shared/contract.ts";
import { adminSecret, ask, county, must, origin } from "./county.ts";

describe("every response", () => {
  const paths = [
    "/",
    "/pane.html",
    "/manifest.xml",
    "/templates",
    "/nothing.html",
    "/api/health",
    "/api/nothing",
    "/api/regions/370811",
    "/api/openapi.json",
  ];
  it.each(paths)("%s carries the security headers", async (path) => {
    const { headers } = await ask("GET", path);
    const policy = headers.get("Content-Security-Policy");
    for (const part of [
      "default-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'self' https://*.officeapps.live.com",
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/);
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(headers.get("Permissions-Policy")).toContain("camera=()");
    expect(headers.get("Strict-Transport-Security")).toMatch(/^max-age=\d+/);
    expect(headers.get("Access-Control-Allow-Origin")).toBeNull();
  });

  it("is not kept by anybody where it holds a region's figures or a refusal", async () => {
    const { home, tokens } = await county();
    const got = [await ask("GET", home, { token: tokens.bureau }), await ask("GET", home)];
    expect(got.map(({ headers }) => headers.get("Cache-Control"))).toEqual(["no-store", "no-store"]);
  });

  it("asks for https only where it was asked over https", async () => {
    expect((await ask("GET", "/", { at: "http://localhost:8787" })).headers.get("Strict-Transport-Security")).toBeNull();
  });
});

describe("the pages", () => {
  it("are served under their names, the first one also at /, the templates without their .html", async () => {
    expect((await ask("GET", "/")).text).toBe((await ask("GET", "/index.html")).text);
    const templates = await ask("GET", "/templates");
    expect([templates.status, templates.text]).toEqual([200, (await ask("GET", "/templates.html")).text]);
    expect(templates.headers.get("Content-Security-Policy")).toContain("worker-src 'self'");
    expect([(await ask("GET", "/nothing.html")).body.reason, (await ask("POST", "/", { body: {} })).body.reason]).toEqual([
      "route-unknown",
      "method-not-allowed",
    ]);
  });

  it("let browsers keep what has its hash in its name", async () => {
    expect((await ask("GET", "/assets/pane-1a2b3c.js")).headers.get("Cache-Control")).toContain("immutable");
    expect((await ask("GET", "/pane.html")).headers.get("Cache-Control")).toBeNull();
  });
});

describe("the page for computers without a network", () => {
  it("is a download, as it was built", async () => {
    const { headers, text } = await ask("GET", "/offline.html");
    expect(headers.get("Content-Disposition")).toBe('attachment; filename="quality-offline.html"');
    expect(text).toBe("<!doctype html>");
  });
});

describe("the manifest", () => {
  it.each([origin, "http://localhost:8787"])("served by %s names it and nothing else", async (at) => {
    const got = await ask("GET", "/manifest.xml", { at });
    expect(got.headers.get("Content-Type")).toContain("application/xml");
    expect(got.text).toBe(`<a href="${at}/pane.html">${at}</a>`);
  });

  it("stays well-formed whatever the host is called", async () => {
    expect((await ask("GET", "/manifest.xml", { at: "http://a&b'c" })).text).toContain("http://a&amp;b&apos;c/pane.html");
  });
});

describe("the catalogue", () => {
  it("is open to anyone, one indicator too", async () => {
    const { indicators, definitions } = catalogue.parse((await must("GET", "/api/indicators", {})).body);
    expect(health.parse((await must("GET", "/api/health", {})).body).definitions).toBe(definitions);
    for (const one of indicators.slice(0, 20)) {
      const { id, current, versions } = indicatorVersions.parse((await must("GET", `/api/indicators/${one.id}`, {})).body);
      expect([id, versions.find(({ version }) => version === current)]).toEqual([one.id, one]);
    }
    expect((await ask("GET", "/api/indicators/none")).body.reason).toBe("indicator-unknown");
  });

  it("is sent again only when it has changed", async () => {
    const first = await ask("GET", "/api/indicators");
    const tag = first.headers.get("ETag") ?? "";
    const again = await ask("GET", "/api/indicators", { headers: { "If-None-Match": `"other", W/${tag}` } });
    expect([again.status, again.text, again.headers.get("ETag")]).toEqual([304, "", tag]);
    expect((await ask("GET", "/api/indicators", { headers: { "If-None-Match": '"other"' } })).status).toBe(200);
  });
});

describe("the demo's tokens", () => {
  const at = "http://localhost:8787";
  const settings = { DEMO: "1" };

  it("are handed to this machine only, where the product was started for trying out", async () => {
    await must("PUT", "/api/regions/370811", { token: adminSecret, body: { name: "任城区" } });
    const elsewhere = [
      { at },
      { settings },
      { settings, at: "http://localhost.evil.example:8787" },
      { settings, at, headers: { "CF-Connecting-IP": "192.0.2.1" } },
      { settings, at, headers: { "Sec-Fetch-Site": "cross-site" } },
    ];
    for (const asked of elsewhere) expect((await ask("GET", "/api/demo", asked)).body.reason).toBe("route-unknown");
    for (const asked of [
      { settings, at },
      { settings, at: "http://127.0.0.1:9000" },
      { settings, at: "http://[::1]:9000" },
    ]) {
      expect((await ask("GET", "/api/demo", asked)).status).toBe(200);
    }
  });

  it("open the demo region: the bureau's, the viewer's and each school's own", async () => {
    await must("PUT", "/api/regions/370811", { token: adminSecret, body: { name: "任城区" } });
    const first = demo.parse((await must("GET", "/api/demo", { at, settings })).body);
    const schools = [{ school: "S01", name: "School", stages: ["junior"] }];
    await must("POST", "/api/regions/370811/schools", { token: first.tokens.bureau, body: { schools } });
    const { tokens } = demo.parse((await must("GET", "/api/demo", { at, settings })).body);
    const roleOf = async (token = "") => (await must<{ role: string }>("GET", "/api/regions/370811", { token })).body.role;
    expect([await roleOf(tokens.bureau), await roleOf(tokens.viewer), await roleOf(tokens.schools.S01)]).toEqual([
      "bureau",
      "viewer",
      "school",
    ]);
  });
});

describe("the OpenAPI document", () => {
  type Operation = { summary: string; security?: object[]; requestBody?: object; responses: Record<string, { content: object }> };
  it("says of every route what it is for, who may, what goes in and what comes out", async () => {
    const { body } = await must<{ openapi: string; paths: Record<string, Record<string, Operation>> }>("GET", "/api/openapi.json", {});
    expect(body.openapi).toBe("3.1.0");
    for (const [path, methods] of Object.entries(body.paths)) {
      for (const [method, { summary, security, requestBody, responses }] of Object.entries(methods)) {
        expect([path, summary]).toEqual([path, expect.stringMatching(/\.$/)]);
        expect([path, security !== undefined]).toEqual([path, path.startsWith("/api/regions/")]);
        expect([path, method, requestBody !== undefined]).toEqual([path, method, method === "put" || method === "post"]);
        expect(Object.keys(responses)).toHaveLength(2);
        expect(responses.default?.content).toHaveProperty(["application/problem+json"]);
      }
    }
  });

  it("forbids unknown keys as the validator does, and writes patterns as JSON Schema reads them", async () => {
    const { text } = await ask("GET", "/api/openapi.json");
    expect(text).toContain('"additionalProperties":false');
    const patterns = [...text.matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)].map(([, pattern = ""]) => JSON.parse(pattern) as string);
    expect(patterns.length).toBeGreaterThan(5);
    for (const pattern of new Set(patterns)) expect([pattern, new RegExp(pattern, "u").source.endsWith("$")]).toEqual([pattern, true]);
  });
});
