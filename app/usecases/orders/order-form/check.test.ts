import { describe, expect, test } from "vitest";
import { typedOrder } from "#test/helpers/orders.ts";
import { checkOrder, lendsDevice, parseStep, schemaOf, type FormFacts } from "./check.ts";
import { formSteps, stepAfter, stepFields, type FormStep } from "./steps.ts";
import { asFormData, typedFrom, type TypedStep } from "./typed.ts";

const facts: FormFacts = {
  lastDays: { "NDR-HUNT": "2030-05-10" },
  today: "2030-03-01",
  basics: ["NDR-BASE"],
  options: ["NDR-HUNT", "NDR-MVPN"],
  deviceMenus: ["NDR-MVPN"],
  earliestStart: "2030-03-15",
  latestStart: "2031-03-01",
};
const order = typedOrder("2030-04-01");

/** What is wrong with a complete order after one page was filled in otherwise. */
function problemsWith(step: FormStep, changed: TypedStep) {
  const typed = { ...order, [step]: { ...order[step], ...changed } };
  return checkOrder(typed, facts).problems.map(({ field, code }) => `${field} ${code}`);
}

test("a complete order has its values in their form", () => {
  const { values, problems } = checkOrder(order, facts);
  expect(problems).toEqual([]);
  expect(values?.menus).toEqual({ basic: "NDR-BASE", options: [], wishedStart: "2030-04-01" });
  expect(values?.site).toEqual({ sameAsCompany: "on", siteName: "本社データセンター" });
});

test("an empty order names every page and every field that must be filled in", () => {
  const { problems } = checkOrder({}, facts);
  expect(new Set(problems.map(({ step }) => step))).toEqual(new Set(formSteps));
  const missing = problems.filter(({ step }) => step === "company").map(({ field }) => field);
  expect(missing).toEqual(stepFields.company);
});

test("no menu is ordered that is gone before the service starts (A20)", () => {
  const menus = (wishedStart: string, options: string[] = []) =>
    problemsWith("menus", { basic: "NDR-BASE", options, wishedStart });
  expect(menus("2030-05-10", ["NDR-HUNT"])).toEqual([]);
  expect(menus("2030-05-11", ["NDR-MVPN"])).not.toContain("wishedStart menuEnds 2030-05-10");
  expect(menus("2030-05-11", ["NDR-MVPN", "NDR-HUNT"])).toContain(
    "wishedStart menuEnds 2030-05-10",
  );
});

describe("site", () => {
  const here = { siteName: "大阪拠点", postalCode: "530-0001", prefecture: "大阪府" };
  const rest = { city: "大阪市北区梅田", street: "1-1" };
  const separate = (site: TypedStep) => {
    const { problems } = checkOrder({ ...order, site }, facts);
    return problems.map(({ field, code }) => `${field} ${code}`);
  };
  test("an address of its own in Japan is taken", () => {
    expect(separate({ ...here, ...rest })).toEqual([]);
  });
  test("a foreign one is refused at the fields that say so", () => {
    const foreign = { ...here, ...rest, postalCode: "94105", prefecture: "outside" };
    expect(separate(foreign)).toEqual(["postalCode siteInJapan", "prefecture siteInJapan"]);
  });
  test("with the company's address nothing else is asked for, whatever stands there", () => {
    expect(separate({ ...here, sameAsCompany: "on", postalCode: "94105" })).toEqual([]);
  });
});

describe("menus", () => {
  test.each([
    [{ basic: "" }, ["basic basicMissing"]],
    [{ basic: "NDR-HUNT" }, ["basic basicMissing"]],
    [{ options: ["NDR-BASE"] }, ["options optionUnknown"]],
    [{ options: ["NDR-HUNT", "FREE"] }, ["options optionUnknown"]],
    [{ wishedStart: "2030-03-14" }, ["wishedStart tooEarly 2030-03-15"]],
  ])("%j is refused", (changed, problems) =>
    expect(problemsWith("menus", changed)).toEqual(problems),
  );

  test("one option and the same option twice are one option", () => {
    for (const options of ["NDR-HUNT", ["NDR-HUNT", "NDR-HUNT"]]) {
      const typed = { ...order, menus: { ...order.menus, options } };
      expect(checkOrder(typed, facts).values?.menus.options).toEqual(["NDR-HUNT"]);
    }
  });
});

describe("declarations", () => {
  test.each(["internalApproval", "noGuarantee", "exemptions", "dataAccess", "communication"])(
    "without %s the order is incomplete",
    (kind) => expect(problemsWith("declarations", { [kind]: "" })).toEqual([`${kind} notTicked`]),
  );
  test("the care of devices is declared only where one is lent", () => {
    const withDevice = { ...order, menus: { ...order.menus, options: ["NDR-MVPN"] } };
    const declarations = { ...order.declarations, deviceCare: "" };
    expect(lendsDevice(order, facts)).toBe(false);
    expect(checkOrder({ ...order, declarations }, facts).problems).toEqual([]);
    expect(checkOrder({ ...withDevice, declarations }, facts).problems).toEqual([
      { step: "declarations", field: "deviceCare", code: "notTicked" },
    ]);
  });
});

test("a maintenance contract that is over, or ends before the start, is refused", () => {
  expect(problemsWith("maintenance", { validUntil: "2030-02-28" })).toEqual([
    "validUntil lapsed 2030-03-01",
  ]);
  expect(problemsWith("maintenance", { validUntil: "2030-03-31" })).toEqual([
    "validUntil lapsesBefore 2030-04-01",
  ]);
  expect(problemsWith("maintenance", { validUntil: "2030-04-01" })).toEqual([]);
});

test("what is kept of a page are its own fields, in a form that can be stored", () => {
  const form = asFormData({ siteName: "a\0\ud800", prefecture: "outside", customerId: "x" });
  form.append("city", new File(["x"], "x.txt"));
  form.append("__proto__", "x");
  expect(typedFrom(form, "site")).toEqual({ siteName: "a\ufffd", prefecture: "outside" });
  const menus = asFormData({ options: Array.from({ length: 99 }, () => "NDR-HUNT") });
  expect(typedFrom(menus, "menus")["options"]).toHaveLength(50);
});

test("a field that comes twice is asked for again", () => {
  const form = asFormData({ ...order.maintenance, vendor: ["a", "b"] });
  const schema = schemaOf("maintenance", facts, false);
  expect(parseStep(form, schema)).toMatchObject({ error: { vendor: ["missing"] } });
});

test("the pages lead from the first to the review", () => {
  expect(formSteps.map(stepAfter)).toEqual([
    "site",
    "maintenance",
    "menus",
    "declarations",
    "review",
  ]);
});
