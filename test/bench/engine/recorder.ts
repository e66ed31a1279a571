import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A statement as it went over the wire: every parameter as text, null for NULL. */
export interface Statement {
  text: string;
  parameters: (string | null)[];
  /** Type numbers that the driver gave; 0 where it left the type to the server. */
  types: number[];
}

/** What stood between a connection's BEGIN and COMMIT, both left out. */
export type Recording = Statement[];

export interface Recorder {
  /** The address to give to the program that is recorded. */
  readonly url: string;
  /** The transactions that were committed so far, oldest first. */
  recordings(): Recording[];
  close(): Promise<void>;
}

/** Reads one message's fields in their order. */
function fieldsOf(body: Buffer) {
  let at = 0;
  return {
    text: () => {
      const end = body.indexOf(0, at);
      const found = body.toString("utf8", at, end);
      at = end + 1;
      return found;
    },
    short: () => body.readInt16BE((at += 2) - 2),
    long: () => body.readInt32BE((at += 4) - 4),
    bytes: (length: number) => body.toString("utf8", at, (at += length)),
  };
}

type Fields = ReturnType<typeof fieldsOf>;
const times = <Item>(count: number, make: () => Item): Item[] =>
  Array.from({ length: count }, make);

function readBind(fields: Fields) {
  fields.text();
  const name = fields.text();
  if (times(fields.short(), fields.short).some((format) => format !== 0)) {
    throw new Error("The driver sends binary parameters, which can't be written as literals.");
  }
  const parameters = times(fields.short(), () => {
    const length = fields.long();
    return length === -1 ? null : fields.bytes(length);
  });
  return { name, parameters };
}

/** Follows what one connection's client sends. */
function listen(onCommit: (recording: Recording) => void): (chunk: Buffer) => void {
  const prepared = new Map<string, Pick<Statement, "text" | "types">>();
  let rest: Buffer = Buffer.alloc(0);
  let isStarted = false;
  let open: Recording | null = null;
  const take = (statement: Statement) => {
    const word = /^\s*(\w+)/.exec(statement.text)?.[1]?.toLowerCase();
    if (word === "begin" || word === "start") open = [];
    else if (word === "commit" || word === "rollback") {
      if (word === "commit" && open) onCommit(open);
      open = null;
    } else open?.push(statement);
  };
  const hear = (type: string, body: Buffer) => {
    const fields = fieldsOf(body);
    if (type === "Q") take({ text: fields.text(), parameters: [], types: [] });
    if (type === "P") {
      const [name, text] = [fields.text(), fields.text()];
      prepared.set(name, { text, types: times(fields.short(), fields.long) });
    }
    if (type === "B") {
      const { name, parameters } = readBind(fields);
      const statement = prepared.get(name);
      if (!statement) throw new Error(`The statement "${name}" was prepared before we listened.`);
      take({ ...statement, parameters });
    }
  };
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      // The first message has no type byte.
      const head = isStarted ? 1 : 0;
      if (rest.length < head + 4) return;
      const length = head + rest.readInt32BE(head);
      if (rest.length < length) return;
      if (isStarted) hear(rest.toString("latin1", 0, 1), rest.subarray(5, length));
      isStarted = true;
      rest = rest.subarray(length);
    }
  };
}

/**
 * Stands between a program and its database and writes down the transactions that the program commits,
 * so that they can be repeated as they are: whatever the code sends, not what somebody believes it to
 * send. Listens on loopback.
 */
export async function startRecorder(url: string): Promise<Recorder> {
  const { hostname, port } = new URL(url);
  const recordings: Recording[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const database = connect(Number(port || 5432), hostname);
    const hear = listen((recording) => recordings.push(recording));
    client.on("data", hear);
    client.pipe(database).pipe(client);
    for (const [socket, other] of [
      [client, database],
      [database, client],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const address = new URL(url);
  address.hostname = "127.0.0.1";
  address.port = String((server.address() as AddressInfo).port);
  return {
    url: address.href,
    recordings: () => recordings,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
