import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

/** One address before several web processes, as a load balancer gives them. */
export interface Balancer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  close(): Promise<void>;
}

const nobody = "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/** Joins a caller's connection to the first port that takes it; what one end does, the other learns. */
function join(caller: Socket, [port, ...others]: readonly number[]): void {
  if (port === undefined) {
    // Cutting the line while the caller still writes would lose the answer on its way.
    caller.resume().end(nobody);
    return;
  }
  const server = connect(port, "127.0.0.1");
  let joined = false;
  server.once("connect", () => {
    joined = true;
    caller.pipe(server).pipe(caller);
  });
  server.on("error", () => {
    if (joined) caller.destroy();
    else if (!caller.destroyed) join(caller, others);
  });
  server.once("close", () => joined && caller.destroy());
  caller.once("close", () => server.destroy());
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

/**
 * Passes each connection on to one of the loopback ports, in turn; to the next where one takes none.
 * Callers keep their connections, so that a process that dies takes whole requests along. Where
 * nobody listens the answer is 502.
 */
export async function openBalancer(ports: readonly number[]): Promise<Balancer> {
  const callers = new Set<Socket>();
  let turn = 0;
  const server = createServer((caller) => {
    callers.add(caller);
    caller.once("close", () => callers.delete(caller));
    caller.on("error", () => caller.destroy());
    turn += 1;
    const first = turn % ports.length;
    join(caller, [...ports.slice(first), ...ports.slice(0, first)]);
  });
  const port = await listen(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const caller of callers) caller.destroy();
      await closed;
    },
  };
}
