import { expect, test } from "vitest";
import { fillAddress } from "./fill-address.ts";
import { asFormData } from "./order-form/typed.ts";

const filled = async (
  typed: Record<string, string>,
  step: "company" | "site" | "menus" = "site",
) => {
  const form = asFormData(typed);
  const isFilled = await fillAddress(step, form);
  return [isFilled, Object.fromEntries(form)];
};
const address = { postalCode: "100-0001", prefecture: "東京都", city: "千代田区千代田" };

test("a postal code fills the address in, and goes with the other fields", async () => {
  expect(await filled({ siteName: "本社", postalCode: "１００ー０００１" })).toEqual([
    true,
    { siteName: "本社", ...address },
  ]);
});

test("what was chosen of another place gives way, a house number stays", async () => {
  const typed = {
    postalCode: "1000001",
    prefecture: "大阪府",
    city: "大阪市",
    street: "1-1",
  };
  expect(await filled(typed, "company")).toEqual([true, { ...address, street: "1-1" }]);
});

test.each([[{ postalCode: "999-9999" }], [{ postalCode: "94105" }], [{ postalCode: "" }], [{}]])(
  "%j names no address, and stays as typed",
  async (typed) => {
    expect(await filled({ ...typed, city: "x" })).toEqual([false, { ...typed, city: "x" }]);
  },
);

test("a page without an address is left alone", async () => {
  expect(await filled({ postalCode: "1000001" }, "menus")).toEqual([
    false,
    { postalCode: "1000001" },
  ]);
});
