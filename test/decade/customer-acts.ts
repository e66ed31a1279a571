import { dayOf } from "#machines/calendar.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import { derivedId } from "#machines/engine/hash.ts";
import { isLive, optionsOf, type Live } from "#test/exploration/invariants/facts.ts";
import { machineOf } from "#test/helpers/commands.ts";
import { payByTransfer } from "./bank-acts.ts";
import { atHour, named, say } from "./life.ts";
import { anyMenu, sold } from "./menus.ts";
import { customerDeviceActs } from "./device-acts.ts";
import { contractTarget, type Occasion } from "./occasion.ts";
import type { PaymentContext } from "#machines/payment/machine.ts";

const later = (day: string, days: number) => dayOf(day).add({ days }).toString();

/** A new order: a basic menu, some options, a wished start. */
function order({ decade, who, facts, hour }: Occasion): void {
  const { chance, customerId } = who;
  const basic = anyMenu(decade, chance, ["basic"]);
  if (!basic) return;
  const target = named("contract", customerId, `contract ${facts.contracts.length}`);
  const codes: string[] = [];
  const options = Array.from({ length: chance.whole(0, 3) }, (_, n) => {
    const menu = anyMenu(decade, chance, ["subscription", "device", "work"], codes);
    if (!menu) return [];
    codes.push(menu.code);
    return [{ optionId: derivedId(target.machineId, `option ${n}`), ...sold(menu) }];
  }).flat();
  const versions = { quoteId: derivedId(target.machineId, "quote"), termsVersion: "1" };
  say(decade, hour, "owner", target, { type: "openDraft" });
  const wishedStart = later(facts.today, chance.whole(14, 120));
  const submit = { type: "submit", basic: sold(basic), options, ...versions, wishedStart };
  say(decade, hour, "owner", target, submit);
}

/** Pays an invoice by card: it succeeds, is declined first, or its page is left open. */
function payByCard({ decade, who, facts, hour }: Occasion, invoiceId: string): void {
  const { chance, customerId } = who;
  const invoice = facts.invoices.find(({ machineId }) => machineId === invoiceId);
  if (!invoice) return;
  const target = machineOf("invoice", customerId, invoiceId);
  const payment = named("payment", customerId, `payment ${decade.sent}`);
  const start = { type: "startPayment", paymentId: payment.machineId };
  if (!say(decade, hour, "billing", target, start)) return;
  const expiresAt = atHour(decade, hour + 1);
  say(decade, hour, "portal", payment, { type: "sessionOpened", sessionId: "cs_1", expiresAt });
  if (chance.happens(10)) {
    const failed = { type: "attemptFailed", code: "card_declined", intentId: "pi_1" };
    say(decade, hour, "stripe", payment, failed);
    if (chance.happens(50))
      return void say(decade, hour + 1, "stripe", payment, { type: "expire" });
  }
  // What Stripe was asked for, which may be less than this morning.
  const asked = decade.world.of(customerId).machines.get(payment.machineId)?.snapshot.context;
  const { amount } = asked as unknown as PaymentContext;
  const result = { intentId: "pi_1", chargeId: "ch_1", amount, valueDay: facts.today };
  say(decade, hour, "stripe", payment, { type: "settle", ...result });
}

/** Pays an invoice in the payer's own way. */
export function pay(occasion: Occasion, invoiceId: string): void {
  const { chance, transfers } = occasion.who;
  (chance.happens(transfers) ? payByTransfer : payByCard)(occasion, invoiceId);
}

function giveNotice(
  { decade, who, facts, hour }: Occasion,
  kind: "contract" | "option",
  id: string,
) {
  const { chance } = who;
  const wish = chance.pick([null, null, "earliest", later(facts.today, chance.whole(1, 500))]);
  say(decade, hour, "owner", machineOf(kind, who.customerId, id), { type: "cancel", wish });
}

/** What a customer does about one of its contracts. */
function actOn(occasion: Occasion, { machineId, context, regions }: Live<ContractContext>): void {
  const { decade, who, facts, hour } = occasion;
  const { chance } = who;
  const target = contractTarget(occasion, machineId);
  if (chance.happens(3)) giveNotice(occasion, "contract", machineId);
  for (const { id: noticeId, by, cause, withdrawalAskedOn } of context.ends) {
    if (cause !== "cancelled" && cause !== "expired") continue;
    if (by === "customer" && withdrawalAskedOn === null && chance.happens(15)) {
      say(decade, hour, "owner", target, { type: "requestWithdrawal", noticeId });
    }
    if (by === "operator" && withdrawalAskedOn !== null) {
      const type = chance.happens(60) ? "acceptWithdrawal" : "declineWithdrawal";
      say(decade, hour, "owner", target, { type, noticeId });
    }
  }
  if (regions["service"] !== undefined && chance.happens(8)) {
    const codes = [...context.options, ...context.requestedOptions].map((each) => each.menuCode);
    const menu = anyMenu(decade, chance, ["subscription", "device", "work"], codes);
    const optionId = derivedId(machineId, `added ${facts.options.length} ${decade.sent}`);
    if (menu) {
      const option = { optionId, ...sold(menu) };
      say(decade, hour, "owner", target, { type: "addOption", option });
    }
  }
  for (const option of optionsOf(facts, machineId)) {
    if (option.state === "requested" && chance.happens(5)) {
      const own = machineOf("option", who.customerId, option.machineId);
      say(decade, hour, "owner", own, { type: "withdrawAddition" });
    } else if (option.state !== "ended" && chance.happens(2)) {
      giveNotice(occasion, "option", option.machineId);
    }
    for (const { id: noticeId, ref } of option.state === "ended" ? [] : option.context.ends) {
      if (ref !== null || !chance.happens(15)) continue;
      const own = machineOf("option", who.customerId, option.machineId);
      say(decade, hour, "owner", own, { type: "requestWithdrawal", noticeId });
    }
  }
}

/** What a customer does on an occasion. */
export function customerActs(occasion: Occasion): void {
  const { decade, who, facts, hour } = occasion;
  const { chance, pays } = who;
  const live = facts.contracts.filter(({ state }) => isLive(state));
  const waiting = facts.contracts.filter(({ state }) => state === "submitted");
  if (live.length + waiting.length === 0 && chance.happens(40)) order(occasion);
  else if (live.length < 3 && facts.contracts.length < 6 && chance.happens(1)) order(occasion);
  for (const { machineId, context } of waiting) {
    const target = contractTarget(occasion, machineId);
    const { awaitedConsent: versionId } = context;
    if (versionId) say(decade, hour, "owner", target, { type: "consentToTerms", versionId });
    else if (chance.happens(4)) say(decade, hour, "owner", target, { type: "withdraw" });
  }
  for (const contract of live) {
    if (contract.state === "accepted" && contract.context.proposedStart) {
      const type = chance.happens(80) ? "confirmStart" : "declineStart";
      say(decade, hour, "owner", contractTarget(occasion, contract.machineId), { type });
    }
    actOn(occasion, contract);
  }
  customerDeviceActs(occasion);
  for (const { machineId, state } of facts.invoices) {
    if (state === "paid" || state === "void") continue;
    if (chance.happens(state === "overdue" ? pays.late : pays.inTime)) pay(occasion, machineId);
  }
}
