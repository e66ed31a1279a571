import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { locales, messagesFor } from "#app/i18n/messages.ts";
import { explainNextBankingDay } from "#machines/banking-days.ts";
import { explainEarliestOf, explainLatestOf } from "#machines/calendar/choice.ts";
import { chain, type Derivation as Found } from "#machines/calendar/derivation.ts";
import {
  dayOf,
  explainDaysAfter,
  explainDaysBefore,
  explainEndOfMonth,
  explainEndOfPeriod,
  explainLastNoticeDay,
  explainMonthsAfter,
} from "#machines/calendar.ts";
import { renewalNoticeDay } from "#machines/terms/a10-term.ts";
import { invoiceDueDay } from "#machines/terms/a12-fees.ts";
import {
  cancellationEnd,
  dueDayOfDebt,
  unpaidFeesDueDay,
} from "#machines/terms/a17-cancellation.ts";
import { renderMarkup } from "#test/helpers/render-markup.tsx";
import { Derivation } from "./derivation.tsx";
import { derivationSteps, type DerivationStep } from "./derivation-steps.ts";

const [timely, before] = explainLastNoticeDay(dayOf("2026-02-28"), 2, "customer").derivation.steps;

/** One derivation of every rule, with what its sentences must name. */
const samples: Record<Found["rule"], { found: Found; names: string[] }> = {
  endOfPeriod: {
    found: explainEndOfPeriod(dayOf("2025-04-01"), 12).derivation,
    names: ["2025/04/01", "12", "2026/04/01", "2026/03/31"],
  },
  monthsAfter: {
    found: explainMonthsAfter(dayOf("2025-12-30"), 2).derivation,
    names: ["2025/12/30", "2025/12/31", "2026/02/28"],
  },
  daysAfter: {
    found: explainDaysAfter(dayOf("2026-03-31"), 7).derivation,
    names: ["2026/03/31", "2026/04/01", "7", "2026/04/07"],
  },
  daysBefore: {
    found: explainDaysBefore(dayOf("2026-01-31"), 14).derivation,
    names: ["2026/01/31", "14", "2026/01/17"],
  },
  endOfMonth: {
    found: explainEndOfMonth(dayOf("2026-01-15"), 1).derivation,
    names: ["2026/01/15", "2026/02/28"],
  },
  monthsBefore: { found: before!, names: ["2026/02/28", "2", "2025/12/28"] },
  latestTimelyNotice: { found: timely, names: ["2026/02/28", "2025/12/31"] },
  lastNoticeDay: {
    found: explainLastNoticeDay(dayOf("2026-06-01"), 1, "operator").derivation,
    names: ["2026/06/01", "2026/04/30", "2026/05/01"],
  },
  nextBankingDay: {
    found: explainNextBankingDay(dayOf("2026-05-02")).derivation,
    names: ["2026/05/02", "2026/05/03", "2026/05/04", "2026/05/05", "2026/05/06", "2026/05/07"],
  },
  earliestOf: {
    found: explainEarliestOf({ invoice: dayOf("2026-05-31"), acceleration: dayOf("2026-05-10") })
      .derivation,
    names: ["2026/05/31", "2026/05/10"],
  },
  latestOf: {
    found: explainLatestOf({ notice: dayOf("2026-04-30"), wished: dayOf("2026-06-30") }).derivation,
    names: ["2026/04/30", "2026/06/30"],
  },
  chain: {
    found: chain("A12.2", explainEndOfMonth(dayOf("2026-04-01"), 1)).derivation,
    names: ["2026/04/01", "2026/05/31"],
  },
};

const flat = (steps: readonly DerivationStep[]): DerivationStep[] =>
  steps.flatMap((step) => [step, ...flat(step.steps)]);

const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;

describe.each(locales)("in %s", (locale) => {
  const words = messagesFor(locale).contract.derivation;
  const sentences = (found: Found) =>
    flat(derivationSteps(found, words, locale)).map(({ text }) => text);

  test.each(Object.entries(samples))("%s names its days", (_, { found, names }) => {
    const text = sentences(found).join("\n");
    for (const name of names) expect(text).toContain(name);
    expect(japanese.test(text)).toBe(locale === "ja");
  });

  test("every label of a choice has words", () => {
    const day = dayOf("2026-04-01");
    const found = [
      invoiceDueDay({ termStart: day, issuedOn: day, deliveredOn: day }, "next_business_day"),
      dueDayOfDebt({ invoice: day, acceleration: day, contractEnd: day }),
      unpaidFeesDueDay(day, "next_business_day"),
      ...(["earliest", null, day] as const).map((wish) =>
        cancellationEnd({ by: "customer", noticeOn: day, termEnd: dayOf("2027-03-31"), wish }),
      ),
    ];
    const labels = found.flatMap(({ derivation }) => labelsOf(derivation));
    expect(labels).toContain("termEnd");
    for (const label of labels) expect(words.label(label)).not.toBe(label);
  });
});

function labelsOf(found: Found): string[] {
  if (found.rule === "earliestOf" || found.rule === "latestOf") {
    return found.candidates.map(({ label }) => label);
  }
  return found.rule === "chain" ? found.steps.flatMap(labelsOf) : [];
}

test("both readings of a notice day are told, and why the later one holds", () => {
  const words = messagesFor("ja").contract.derivation;
  const day = (end: string) =>
    derivationSteps(renewalNoticeDay(dayOf(end)).derivation, words, "ja").at(-1)?.text;
  expect(day("2026-02-28")).toBe(words.laterReading("2025/12/31", "2025/12/28", "2025/12/31"));
  expect(day("2026-03-30")).toBe(words.sameReading("2026/01/30"));
});

test("the month's end is named where there is no corresponding day", () => {
  const words = messagesFor("ja").contract.derivation;
  const last = (from: string) =>
    derivationSteps(explainMonthsAfter(dayOf(from), 2).derivation, words, "ja").at(-1)?.text;
  expect(last("2025-12-30")).toBe(words.monthEnd("2026/02/28"));
  expect(last("2026-01-30")).toBe(words.corresponding("2026/03/31", "2026/03/30"));
});

test("a holiday is called by its name in Japanese, and a holiday in English", () => {
  const found = explainNextBankingDay(dayOf("2026-04-29")).derivation;
  const said = (locale: "ja" | "en") =>
    derivationSteps(found, messagesFor(locale).contract.derivation, locale)[0]?.text;
  expect(said("ja")).toContain("昭和の日");
  expect(said("en")).toContain("national holiday");
});

test("whatever the day, the last sentence before the result ends in it", () => {
  fc.assert(
    fc.property(fc.nat({ max: 3000 }), fc.boolean(), (offset, late) => {
      const end = dayOf("2025-01-01").add({ days: offset });
      const noticeOn = end.subtract({ days: late ? 20 : 200 });
      const { derivation } = cancellationEnd({
        ...{ by: "customer", noticeOn, termEnd: end, wish: null },
      });
      const words = messagesFor("en").contract.derivation;
      const steps = derivationSteps(derivation, words, "en");
      expect(steps.at(-1)?.text).toContain(derivation.result.replaceAll("-", "/"));
      expect(steps[0]?.clause).toBe(derivation.clause);
    }),
  );
});

test("it is closed until somebody asks, and links to its clause", async () => {
  const { derivation } = renewalNoticeDay(dayOf("2026-03-31"));
  const html = await renderMarkup(<Derivation of={derivation} />);
  expect(html).toContain("<details><summary");
  expect(html).toContain('href="/terms#article-10"');
  expect(html).toContain("よって、2026/01/31です。");
});
