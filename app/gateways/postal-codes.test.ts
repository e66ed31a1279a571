import { expect, test } from "vitest";
import { prefectures } from "#app/usecases/orders/order-form/prefectures.ts";
import { findPostalArea } from "./postal-codes.ts";

test.each([
  ["100-0001", { prefecture: "東京都", city: "千代田区", town: "千代田" }],
  ["907-1801", { prefecture: "沖縄県", city: "八重山郡与那国町", town: "与那国" }],
  ["760-0000", { prefecture: "香川県", city: "高松市", town: "" }],
  ["999-9999", null],
  ["000-0000", null],
  ["1000001", null],
  ["", null],
])("%s is %j", async (postalCode, area) => {
  expect(await findPostalArea(postalCode)).toEqual(area);
});

test("names prefectures as the form does", async () => {
  const names = new Set(prefectures.map(({ ja }) => ja));
  const codes = ["060-0000", "150-0001", "530-0001", "602-8064", "810-0001", "900-0001"];
  for (const code of codes) {
    expect(names, code).toContain((await findPostalArea(code))?.prefecture);
  }
});
