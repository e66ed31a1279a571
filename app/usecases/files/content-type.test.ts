import fc from "fast-check";
import { expect, test } from "vitest";
import { contentTypeOf } from "./content-type.ts";

const hex = (text: string) => Buffer.from(text, "hex");

test.each([
  ["a PDF", Buffer.from("%PDF-1.7\n…"), "application/pdf"],
  ["a PNG", hex("89504e470d0a1a0a0000000d49484452"), "image/png"],
  ["a JPEG", hex("ffd8ffe000104a464946"), "image/jpeg"],
  ["a text", Buffer.from("通信記録\r\n\t2026-03-01\f"), "text/plain"],
  ["a text with a byte order mark", Buffer.from("\ufeff記録"), "text/plain"],
  ["nothing", Buffer.alloc(0), null],
  ["half a PNG's signature", hex("89504e47"), null],
  ["a GIF", hex("474946383961010001000000ff"), null],
  ["a ZIP", hex("504b0304140006000800"), null],
  ["a program", hex("4d5a90000300"), null],
  ["a text with NUL", Buffer.from("a\0b"), null],
  ["a text in another encoding", hex("93fa967b8cea"), null],
] as const)("%s", (_, bytes, type) => expect(contentTypeOf(bytes)).toBe(type));

test("what begins with a signature is that kind, whatever follows", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (rest) => {
      expect(contentTypeOf(Buffer.concat([Buffer.from("%PDF-"), rest]))).toBe("application/pdf");
    }),
  );
});
