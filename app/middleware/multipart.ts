/** The body is no form as browsers send it, or it ends before it is complete. */
export class MalformedForm extends Error {}

/** One field of a form, or one file. */
export interface Part {
  name: string;
  /** Null for a plain field; empty where a file field was left without a file. */
  fileName: string | null;
  /** What came, up to the limit for its kind. */
  bytes: Buffer;
  /** Whether more came than the limit: the rest was dropped. */
  isCut: boolean;
}

export interface PartLimits {
  fieldBytes: number;
  fileBytes: number;
  /** Files of which bytes are kept; of those behind them none are. */
  files: number;
  /** Fields and files together. */
  parts: number;
}

const lineEnd = Buffer.from("\r\n");
const headEnd = Buffer.from("\r\n\r\n");
const mostHeadBytes = 4096;

/** Reads bytes up to a mark, however the pieces of the body are cut. */
function marksIn(body: AsyncIterable<Uint8Array>) {
  const source = body[Symbol.asyncIterator]();
  // The first boundary has no line end before it.
  let held: Buffer = lineEnd;
  const more = async () => {
    const next = await source.next();
    if (next.done) throw new MalformedForm("the body ends too early");
    held = Buffer.concat([held, next.value]);
  };
  return {
    /** Hands on what stands before the mark, and goes behind it. */
    readTo: async (mark: Buffer, take: (piece: Buffer) => void) => {
      for (;;) {
        const at = held.indexOf(mark);
        const safe = at < 0 ? Math.max(0, held.length - mark.length + 1) : at;
        if (safe > 0) take(held.subarray(0, safe));
        held = held.subarray(at < 0 ? safe : at + mark.length);
        if (at >= 0) return;
        await more();
      }
    },
    take: async (count: number) => {
      while (held.length < count) await more();
      const taken = held.subarray(0, count);
      held = held.subarray(count);
      return taken;
    },
    /** Reads what is left, so that the sender can hear the answer. */
    drain: async () => {
      for (let next = await source.next(); !next.done; next = await source.next());
    },
  };
}

/** Keeps what comes up to a number of bytes and counts the rest away. */
function bounded(most: number) {
  const pieces: Buffer[] = [];
  let size = 0;
  return {
    take: (piece: Buffer) => {
      const room = most - size;
      if (room > 0) pieces.push(Buffer.from(piece.subarray(0, room)));
      size += piece.length;
    },
    bytes: () => Buffer.concat(pieces),
    isCut: () => size > most,
  };
}

const decoder = new TextDecoder("utf-8", { fatal: true });

/** UTF-8 as text. Throws MalformedForm for other bytes and for NUL, which the database refuses. */
export function textOf(bytes: Uint8Array): string {
  try {
    const text = decoder.decode(bytes);
    if (!text.includes("\0")) return text;
  } catch {
    // Told below, as NUL is.
  }
  throw new MalformedForm("a field is no text");
}

/** Browsers write three signs of a name as percent codes. */
const unescaped = (text: string) =>
  text.replace(/%22/g, '"').replace(/%0D/gi, "\r").replace(/%0A/gi, "\n");

function nameOf(head: string): Pick<Part, "name" | "fileName"> {
  const line = head.split("\r\n").find((one) => /^content-disposition: *form-data *;/i.test(one));
  const member = (key: string) => new RegExp(`; *${key}="([^"]*)"`, "i").exec(line ?? "")?.[1];
  const name = member("name");
  if (name === undefined) throw new MalformedForm("a part has no name");
  const fileName = member("filename");
  return { name: unescaped(name), fileName: fileName === undefined ? null : unescaped(fileName) };
}

/** The boundary that a content type names, or null where it is no form with files. */
export function boundaryOf(contentType: string | null | undefined): string | null {
  const match = /^multipart\/form-data *;.*?boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    contentType ?? "",
  );
  return match?.[1] ?? match?.[2] ?? null;
}

/**
 * Reads a form with files (multipart/form-data, RFC 7578) piece by piece: what is larger than allowed
 * is read and dropped, so that the rest of the form survives it and memory stays bounded.
 *
 * @throws MalformedForm for what no browser sends, and where there are too many parts
 */
export async function parseMultipart(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
  limits: PartLimits,
): Promise<Part[]> {
  const input = marksIn(body);
  const mark = Buffer.from(`\r\n--${boundary}`, "latin1");
  const parts: Part[] = [];
  await input.readTo(mark, () => {});
  for (;;) {
    const next = (await input.take(2)).toString("latin1");
    if (next === "--") break;
    if (next !== "\r\n") throw new MalformedForm("a boundary is followed by something else");
    const head = bounded(mostHeadBytes);
    await input.readTo(headEnd, (piece) => {
      head.take(piece);
      if (head.isCut()) throw new MalformedForm("a part's head is too long");
    });
    const { name, fileName } = nameOf(textOf(head.bytes()));
    if (parts.length >= limits.parts) throw new MalformedForm("there are too many parts");
    const earlier = parts.filter((one) => one.fileName !== null).length;
    const mostOfFile = earlier < limits.files ? limits.fileBytes : 0;
    const content = bounded(fileName === null ? limits.fieldBytes : mostOfFile);
    await input.readTo(mark, (piece) => content.take(piece));
    parts.push({ name, fileName, bytes: content.bytes(), isCut: content.isCut() });
  }
  await input.drain();
  return parts;
}
