/** Whether a request comes from the machine of whoever tries the product: by name, by address, and not from another site's page. */
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?|::ffff:127(\.\d{1,3}){3})$/;

/** The county the product brings along for trying out. */
export const demoRegion = "370811";

export function isThisMachine(request: Request): boolean {
  const address = request.headers.get("CF-Connecting-IP");
  const site = request.headers.get("Sec-Fetch-Site");
  return (
    loopback.test(new URL(request.url).hostname) &&
    (address === null || loopback.test(address)) &&
    (site === null || site === "same-origin" || site === "none")
  );
}
