import type { Temporal } from "temporal-polyfill";
import type { DayCount, Explained } from "../calendar/derivation.ts";
import { underClause } from "../calendar/derivation.ts";
import { explainDaysAfter, startOfDayInTokyo } from "../calendar.ts";
import type { Bilingual, Clause } from "./articles.ts";
import { prohibitedActs, type ProhibitedAct } from "./a15-prohibited-acts.ts";
import {
  antiSocialBreach,
  antiSocialTermination,
  type AntiSocialBreach,
} from "./a32-anti-social-forces.ts";
import type { Policy } from "./policy.ts";

type Day = Temporal.PlainDate;

/** The grounds for termination (解除事由, A16.1), item by item, in the portal's own words. */
export const terminationGrounds = {
  "A16.1(1)": {
    ja: "約款のその他の条項への違反（催告が必要）",
    en: "Breach of another clause of the terms (needs a demand)",
  },
  "A16.1(2)": { ja: "重大な過失または背信行為", en: "Gross negligence or breach of faith" },
  "A16.1(3)": {
    ja: "差押え・公権力の処分・倒産手続の申立て",
    en: "Attachment, official measures, filing for insolvency",
  },
  "A16.1(4)": { ja: "事業の廃止・解散", en: "Giving up the business, dissolution" },
  "A16.1(5)": { ja: "不渡り・支払停止", en: "Dishonoured bills, suspension of payments" },
  "A16.1(6)": { ja: "信用状態の悪化", en: "Worsened credit standing" },
  "A16.1(7)": { ja: "届出内容の虚偽", en: "Untrue registered information" },
  "A16.1(8)": { ja: "無断の権利義務譲渡", en: "Assignment without consent" },
  "A16.1(9)": { ja: "継続しがたいその他の重大事由", en: "Another grave reason not to go on" },
} as const satisfies Partial<Record<Clause, Bilingual>>;

/** One item of A16.1. */
export type TerminationGround = keyof typeof terminationGrounds;

/** What a breach case is recorded for: an item of A15.1 or A16.1, or A32. */
export type BreachItem = ProhibitedAct | TerminationGround | AntiSocialBreach;

/** The label of every item, in the order of the terms. */
export const breachLabels: Readonly<Record<BreachItem, Bilingual>> = {
  ...prohibitedActs,
  ...terminationGrounds,
  ...antiSocialBreach,
};

/** Every item, in the order of the terms. */
export const breachItems = Object.keys(breachLabels) as [BreachItem, ...BreachItem[]];

/**
 * How a breach leads to termination (解除): at once, or only after a formal demand (催告) whose period
 * passed without cure. A prohibited act is a breach of the terms like any other, so A16.1(1) governs
 * it. `clause` is the ground of the termination.
 */
export function terminationWay(item: BreachItem): {
  when: "atOnce" | "afterDemand";
  clause: Clause;
} {
  if (item === "A32") return { when: "atOnce", clause: antiSocialTermination };
  if (item === "A16.1(1)" || item in prohibitedActs) {
    return { when: "afterDemand", clause: "A16.1(1)" };
  }
  return { when: "atOnce", clause: item };
}

/** By which record a breach makes every debt fall due (期限の利益の喪失, A16.2). */
export type Acceleration = "onRecord" | "onUncured" | "never";

/**
 * When every debt of the customer falls due: on the day on which staff record that an item of A16.1
 * applies, with or without termination. For a breach that needs a demand that is the record that it
 * was not cured; A32 alone moves no debt.
 */
export function accelerationBy(item: BreachItem): Acceleration {
  if (item === "A32") return "never";
  return terminationWay(item).when === "atOnce" ? "onRecord" : "onUncured";
}

/** The last day of the period that a demand made on a day proposes (催告期間, A16.1(1), policy). */
export function proposedDemandEnd(
  demandedOn: Day,
  policy: Pick<Policy, "formalDemandPeriodDays">,
): Explained<DayCount> {
  return underClause("A16.1(1)", explainDaysAfter(demandedOn, policy.formalDemandPeriodDays));
}

/** The instant at which a demand's period is over: 24:00 in Tokyo of its last day. */
export function demandOverAt(until: Day): string {
  return startOfDayInTokyo(until.add({ days: 1 }));
}
