import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { companyKey, sameCompany } from "./a05-earlier-breach.ts";

describe("the same company is found under", () => {
  test.each([
    ["株式会社みなと商事", "みなと商事株式会社"],
    ["株式会社みなと商事", "㈱みなと商事"],
    ["株式会社みなと商事", "みなと 商事（株）"],
    ["Ｍｉｎａｔｏ Ｔｒａｄｉｎｇ Ｃｏ．，Ｌｔｄ．", "MINATO TRADING Inc."],
    ["ミナト・トレーディング合同会社", "ﾐﾅﾄﾄﾚｰﾃﾞｨﾝｸﾞ"],
  ])("%s and %s", (one, other) => {
    expect(companyKey(one)).toBe(companyKey(other));
    const breach = { customerId: "b", names: ["別の名前", other] };
    expect(sameCompany({ customerId: "a", names: [one] }, breach)).toBe("name");
  });
});

test.each([
  ["みなと商事", "みなと商会"],
  ["みなと商事", "みなと商事大阪"],
  ["株式会社", "有限会社"],
  ["", ""],
])("%j and %j are not the same company", (one, other) => {
  const breach = { customerId: "b", names: [other] };
  expect(sameCompany({ customerId: "a", names: [one] }, breach)).toBeNull();
});

test("the same customer is the same company whatever its names", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(fc.string()), (names, others) => {
      const applicant = { customerId: "a", names };
      expect(sameCompany(applicant, { customerId: "a", names: others })).toBe("customer");
    }),
  );
});

test("a legal form before or behind a name changes nothing", () => {
  const name = fc.stringMatching(/^[あ-んァ-ヴ一-龠A-Za-z0-9]{1,20}$/);
  fc.assert(
    fc.property(name, fc.constantFrom("株式会社", "有限会社", "(株)"), (plain, form) => {
      expect(companyKey(`${form}${plain}`)).toBe(companyKey(plain));
      expect(companyKey(`${plain} ${form}`)).toBe(companyKey(plain));
    }),
  );
});
