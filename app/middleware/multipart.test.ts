import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { boundaryOf, MalformedForm, parseMultipart, type PartLimits } from "./multipart.ts";

const limits: PartLimits = { fieldBytes: 1000, fileBytes: 1000, files: 8, parts: 20 };

/** Cuts bytes into pieces at the places given. */
async function* piecesOf(bytes: Uint8Array, cuts: readonly number[]) {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length];
  const inOrder = places.toSorted((one, other) => one - other);
  for (const [n, place] of inOrder.entries()) {
    if (n > 0) yield bytes.subarray(inOrder[n - 1], place);
  }
}

/** A form as this platform's own encoder writes it. */
async function encode(form: FormData) {
  const response = new Response(form);
  const boundary = boundaryOf(response.headers.get("content-type")) ?? "none";
  return { boundary, bytes: await response.bytes() };
}

const parse = (text: string, more: Partial<PartLimits> = {}) =>
  parseMultipart(piecesOf(Buffer.from(text, "utf8"), [7, 20]), "B", { ...limits, ...more });

const part = (head: string, body: string) => `--B\r\n${head}\r\n\r\n${body}\r\n`;
const field = (name: string, value: string) =>
  part(`Content-Disposition: form-data; name="${name}"`, value);

test("every form comes through, however its bytes are cut", async () => {
  const name = fc.stringMatching(/^[a-z]{1,8}$/);
  const entry = fc.oneof(
    fc.record({ name, value: fc.string({ unit: "grapheme" }) }),
    fc.record({
      name,
      fileName: fc.stringMatching(/^[\w 日本語"%-]{1,20}$/),
      bytes: fc.uint8Array({ maxLength: 300 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(entry, { maxLength: 8 }),
      fc.array(fc.nat(5000), { maxLength: 30 }),
      async (entries, cuts) => {
        const form = new FormData();
        for (const one of entries) {
          if ("value" in one) form.append(one.name, one.value);
          else form.append(one.name, new File([one.bytes], one.fileName));
        }
        const { boundary, bytes } = await encode(form);
        const parts = await parseMultipart(piecesOf(bytes, cuts), boundary, limits);
        const wanted = entries.map((one) =>
          "value" in one
            ? [one.name, null, one.value.replace(/\r\n|\r|\n/g, "\r\n")]
            : [one.name, one.fileName, Buffer.from(one.bytes).toString("hex")],
        );
        const found = parts.map(({ name: key, fileName, bytes: content, isCut }) => {
          expect(isCut).toBe(false);
          return [key, fileName, content.toString(fileName === null ? "utf8" : "hex")];
        });
        expect(found).toEqual(wanted);
      },
    ),
  );
});

test("a file that is too large is cut, and the fields around it stay", async () => {
  const file = part('Content-Disposition: form-data; name="f"; filename="a.pdf"', "x".repeat(5000));
  const parts = await parse(`${field("a", "1")}${file}${field("b", "2")}--B--\r\n`);
  expect(parts.map(({ name, isCut, bytes }) => [name, isCut, bytes.length])).toEqual([
    ["a", false, 1],
    ["f", true, 1000],
    ["b", false, 1],
  ]);
});

test("of files beyond their number nothing is kept", async () => {
  const file = part('Content-Disposition: form-data; name="f"; filename="a.txt"', "text");
  const parts = await parse(`${file.repeat(3)}--B--`, { files: 2 });
  expect(parts.map(({ isCut, bytes }) => [isCut, bytes.length])).toEqual([
    [false, 4],
    [false, 4],
    [true, 0],
  ]);
});

test("a file field without a file has an empty name and nothing in it", async () => {
  const [only] = await parse(
    `${part('Content-Disposition: form-data; name="f"; filename=""', "")}--B--`,
  );
  expect(only).toMatchObject({ name: "f", fileName: "", isCut: false });
});

describe("what no browser sends is refused", () => {
  test.each([
    ["nothing", ""],
    ["no end", field("a", "1")],
    ["no boundary", "hello"],
    ["something behind a boundary", `--Bx\r\n`],
    ["a part without a name", `${part("Content-Type: text/plain", "x")}--B--`],
    ["a head that never ends", `--B\r\n${"x".repeat(5000)}`],
    ["a head with NUL", `${part('Content-Disposition: form-data; name="a\0"', "x")}--B--`],
  ])("%s", async (_, text) => {
    await expect(parse(text)).rejects.toThrow(MalformedForm);
  });

  test("too many parts", async () => {
    const many = field("a", "1").repeat(4);
    await expect(parse(`${many}--B--`, { parts: 3 })).rejects.toThrow(MalformedForm);
    expect(await parse(`${many}--B--`, { parts: 4 })).toHaveLength(4);
  });
});

test.each([
  ["multipart/form-data; boundary=abc", "abc"],
  ['Multipart/Form-Data; charset=utf-8; boundary="a b"', "a b"],
  ["multipart/form-data", null],
  ["multipart/mixed; boundary=abc", null],
  ["application/x-www-form-urlencoded", null],
  [`multipart/form-data; boundary=${"a".repeat(71)}`, "a".repeat(70)],
  [null, null],
])("the boundary of %j is %j", (type, boundary) => expect(boundaryOf(type)).toBe(boundary));
