import { expect, test } from "vitest";
import { renderMarkup } from "#test/helpers/render-markup.tsx";
import { DamagesSection, type ShownDamages } from "./damages-section.tsx";

const damages: ShownDamages = {
  account: {
    ...{ perMille: 146, asOf: "2027-02-09", closedOn: null, accrued: 19_520 },
    ...{ rest: 904_160, open: 19_520, tooMuch: 0 },
    segments: [
      { from: "2027-01-01", to: "2027-01-30", days: 30, principal: 1_320_000, damages: 15_840 },
      { from: "2027-01-31", to: "2027-02-09", days: 10, principal: 920_000, damages: 3680 },
    ],
    entries: [
      {
        ...{ id: "0", kind: "received" as const, day: "2027-01-30", amount: 415_840 },
        ...{ damages: 15_840, principal: 400_000, onTop: 0 },
      },
    ],
  },
  ...{ payDay: "2027-02-09", payDayProblem: null, lastPayDay: "2028-02-10" },
  ...{ rate: { source: "fee" as const }, decisions: [] },
};

const show = (shown: ShownDamages, locale: "ja" | "en" = "ja") =>
  renderMarkup(
    <DamagesSection
      damages={shown}
      today="2027-02-09"
      invoicePage={(id) => `/portal/invoices/${id}`}
    />,
    { locale, at: "/" },
  );

test("shows each piece of the delay with its formula, what was applied, and the sum to pay", async () => {
  const html = (await show(damages)).replaceAll("<!-- -->", "");
  expect(html).toContain("¥1,320,000 × 14.6% × 30 ÷ 365");
  expect(html).toContain("¥920,000 × 14.6% × 10 ÷ 365");
  expect(html).toContain("民法489条");
  expect(html).toContain("合計 ¥923,680");
  expect(html).toMatch(/<form[^>]*method="get"[^>]*>/);
  const [input = ""] = /<input[^>]*name="payDay"[^>]*>/.exec(html) ?? [];
  for (const part of ['type="date"', 'min="2027-02-09"', 'value="2027-02-09"']) {
    expect(input).toContain(part);
  }
});

test("asks for no day of payment once the amount has come, and says what is wrong with a day", async () => {
  const closed = { ...damages, account: { ...damages.account, closedOn: "2027-02-09", rest: 0 } };
  expect(await show(closed)).not.toContain("<form");
  const past = await show({ ...damages, payDayProblem: "past" }, "en");
  expect(past).toContain("Enter today or a later day as the day of payment.");
  expect(past).toContain('aria-invalid="true"');
});
