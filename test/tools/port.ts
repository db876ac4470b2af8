/** Which ports of this machine are taken. A browser tries `localhost` as ::1 before 127.0.0.1, so both must be free. */
import { connect, createServer } from "node:net";

const hosts = ["127.0.0.1", "::1"];

/** Why the port cannot be had, in one line; undefined when it can. */
export async function whyTaken(port: number): Promise<string | undefined> {
  for (const host of hosts) {
    if (await answers(port, host))
      return `端口 ${port} 已被占用,可换一个:PORT=8788 npm start。Port ${port} is in use; choose another: PORT=8788 npm start`;
    const refused = await refusal(port, host);
    // A machine without IPv6 has no ::1 to be taken.
    if (refused && refused !== "EADDRNOTAVAIL" && refused !== "EAFNOSUPPORT")
      return `端口 ${port} 不可用。Port ${port} cannot be had: ${refused}`;
  }
  return undefined;
}

function answers(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 1000 });
    const end = (answer: boolean) => () => {
      socket.destroy();
      resolve(answer);
    };
    socket.on("connect", end(true)).on("error", end(false)).on("timeout", end(false));
  });
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject).listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

function refusal(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
