import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkFiles, storedFileOf } from "./uploaded-file.ts";

const text = Buffer.from("log");
const file = (name: string, bytes: Uint8Array = text, isCut = false) => ({ name, bytes, isCut });

test("each file is judged by itself", () => {
  const { kept, refused } = checkFiles([
    file("log.txt"),
    file("big.pdf", Buffer.from("%PDF-"), true),
    file("none.txt", Buffer.alloc(0)),
    file("evil.pdf", Buffer.from("4d5a9000", "hex")),
  ]);
  expect(kept).toEqual([{ name: "log.txt", bytes: text, contentType: "text/plain" }]);
  expect(refused).toEqual([
    { name: "big.pdf", problem: "tooLarge" },
    { name: "none.txt", problem: "empty" },
    { name: "evil.pdf", problem: "wrongType" },
  ]);
});

test("a file that is not what its name says is refused", () => {
  const png = Buffer.from("89504e470d0a1a0a", "hex");
  const { kept, refused } = checkFiles([
    file("photo.jpg", Buffer.from("<script>alert(1)</script>")),
    file("photo.PNG", Buffer.from("%PDF-1.7")),
    file("note.txt", png),
    file("photo.png", png),
    file("photo", png),
  ]);
  expect(refused).toEqual(
    ["photo.jpg", "photo.PNG", "note.txt"].map((name) => ({ name, problem: "disguised" })),
  );
  expect(kept.map(({ name }) => name)).toEqual(["photo.png", "photo"]);
});

test("of more files than may come at once the last are refused", () => {
  const { kept, refused } = checkFiles(Array.from({ length: 7 }, (_, n) => file(`${n}.txt`)));
  expect(kept).toHaveLength(5);
  expect(refused.map(({ name, problem }) => [name, problem])).toEqual([
    ["5.txt", "tooMany"],
    ["6.txt", "tooMany"],
  ]);
});

describe("a name", () => {
  test.each([
    ["C:\\Users\\x\\記録.txt", "記録.txt"],
    ["../../etc/passwd", "passwd"],
    ["a\r\nb\0.txt", "ab.txt"],
    ["invoice\u202efdp.exe", "invoicefdp.exe"],
    ["", "file"],
    ["///", "file"],
    [`${"あ".repeat(500)}`, "あ".repeat(120)],
  ])("%j is shown as %j", (given, shown) => {
    expect(checkFiles([file(given)]).kept[0]?.name).toBe(shown);
  });

  test("is always short, well-formed and without a folder", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (given) => {
        const name = checkFiles([file(given)]).kept[0]?.name ?? "";
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(120);
        expect(name.isWellFormed()).toBe(true);
        expect(name).not.toMatch(/[\\/\p{Cc}]/u);
      }),
    );
  });
});

test("a file is stored with its size and digest", () => {
  const principal = {
    ...{ userId: "u", customerId: null, roles: ["operations" as const], ipAddress: "" },
    receivedAt: "2026-03-01T00:00:00.000Z",
  };
  const belongsTo = { customerId: "c", subjectId: "s", purpose: "breachEvidence" as const };
  const [kept] = checkFiles([file("log.txt")]).kept;
  expect(storedFileOf(principal, belongsTo, kept!)).toMatchObject({
    ...belongsTo,
    ...{ name: "log.txt", contentType: "text/plain", size: 3, storedBy: "u" },
    sha256: "836ff184e7b41b1e13cb5fd89fa1de98dbbab99e9d2918913ff43b86a5c7c213",
  });
});
