/** Puts https in front of the Worker's http on this machine: Excel loads add-ins over https only. */
import { request } from "node:http";
import { createServer, type Server, type ServerOptions } from "node:https";

export function serveHttps(certificate: ServerOptions, port: number, behind: number): Server {
  const server = createServer(certificate, (asked, answer) => {
    const { method, url: path, headers } = asked;
    const passed = request({ host: "127.0.0.1", port: behind, method, path, headers }, (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    });
    passed.on("error", () => answer.headersSent || answer.writeHead(502).end());
    asked.pipe(passed);
  });
  return server.listen(port, "127.0.0.1");
}
