/** The security headers of every response, pages and refusals included. */

/** Where Office shows an add-in's pages in a frame: on the web, in Teams, and at 21Vianet in China. */
const officeHosts = [
  "https://*.officeapps.live.com",
  "https://*.office.com",
  "https://*.office365.com",
  "https://*.microsoft365.com",
  "https://*.microsoft.com",
  "https://*.cloud.microsoft",
  "https://*.sharepoint.com",
  "https://*.office.cn",
  "https://*.office365.cn",
  "https://*.partner.office365.cn",
  "https://*.partner.officewebapps.cn",
  "https://*.sharepoint.cn",
];

/** Office.js is our own copy; should it fetch more for some Excel we have not tried, it does so from Microsoft's servers. */
const officeScripts = ["https://appsforoffice.microsoft.com", "https://appsforoffice.cdn.partner.office365.cn"];

const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' ${officeScripts.join(" ")}`,
  // The grid and Office.js set styles on elements; no script can be smuggled in by one.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  `frame-ancestors 'self' ${officeHosts.join(" ")}`,
].join("; ");

export function secured(response: Response, url: URL): Response {
  const answer = new Response(response.body, response);
  const { headers } = answer;
  headers.set("Content-Security-Policy", contentSecurityPolicy);
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Referrer-Policy", "no-referrer");
  headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
  if (url.protocol === "https:") headers.set("Strict-Transport-Security", "max-age=31536000");
  // Pages and icons are shown inside Office; what the API says is for this origin alone.
  if (url.pathname.startsWith("/api/")) headers.set("Cross-Origin-Resource-Policy", "same-origin");
  return answer;
}
