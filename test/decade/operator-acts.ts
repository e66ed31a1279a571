import { dayOf } from "#machines/calendar.ts";
import type { MachineEvent, MachineKind } from "#machines/engine/outgoing.ts";
import { termsVersionIdOf } from "#machines/terms-version/definition.ts";
import { machineOf } from "#test/helpers/commands.ts";
import { isLive, factsOf } from "#test/exploration/invariants/facts.ts";
import { atHour, named, say, type Decade } from "./life.ts";
import { anyMenu, menus } from "./menus.ts";

const hour = 10;
const text = { textJa: "お知らせ", textEn: "Notice" };
const bilingual = { ja: "理由", en: "Reason" };

const later = (day: string, days: number) => dayOf(day).add({ days }).toString();

/** The operator's machines of a kind, with their first states and contexts. */
function own({ world, operator }: Decade, kind: MachineKind) {
  return [...world.of(operator.customerId).machines.values()]
    .filter((machine) => machine.kind === kind)
    .map(({ machineId, snapshot: { value, context } }) => {
      const state = typeof value === "string" ? value : (Object.keys(value)[0] ?? "");
      return { target: machineOf(kind, operator.customerId, machineId), state, context };
    });
}

function tell(decade: Decade, target: ReturnType<typeof named>, event: MachineEvent): boolean {
  return say(decade, hour, "operations", target, event);
}

/** A restriction of menus or of chosen contracts; later it is lifted, or ends contracts. */
function restrict(decade: Decade): void {
  const { day, world, people, operator } = decade;
  const { chance, customerId } = operator;
  const target = named("restriction", customerId, `restriction ${day}`);
  const menu = anyMenu(decade, chance, ["basic", "subscription", "device"]);
  const [first, ...others] = people.flatMap((who) => {
    const { contracts } = factsOf(world.of(who.customerId), atHour(decade, hour), true);
    const live = contracts.filter(({ state }) => isLive(state));
    return live.map(({ machineId }) => ({ customerId: who.customerId, contractId: machineId }));
  });
  const contracts = first ? Array.from({ length: 5 }, () => chance.pick([first, ...others])) : [];
  const byMenu = chance.happens(50) || contracts.length === 0;
  if (!menu) return;
  const scope = byMenu ? { kind: "menus", menus: [menu] } : { kind: "contracts", contracts };
  const startsAt = atHour(decade, hour + 24 * chance.whole(0, 5));
  const endsAt = chance.happens(50) ? atHour(decade, hour + 24 * chance.whole(6, 30)) : null;
  const clause = chance.pick(["A19.1(1)", "A19.1(4)", "A22.5(2)"]);
  tell(decade, target, { type: "plan", clause, scope, startsAt, endsAt, ...text });
}

function leadRestrictions(decade: Decade): void {
  const { day, operator } = decade;
  for (const { target, state } of own(decade, "restriction")) {
    if (state !== "inForce") continue;
    if (operator.chance.happens(4)) tell(decade, target, { type: "lift" });
    else if (operator.chance.happens(1)) {
      const refund = operator.chance.pick(["none", "unearned"]);
      const endDay = later(day, operator.chance.whole(20, 80));
      const reasons = { ground: "No prospect", refundReason: "Decided" };
      tell(decade, target, { type: "announceEnd", endDay, refund, ...reasons });
    }
  }
}

/** A menu is discontinued, sometimes late for a reason, and sometimes the announcement is taken back. */
function discontinue(decade: Decade): void {
  const { day, operator, goneMenus } = decade;
  const { chance } = operator;
  const kind = chance.pick(["basic", "subscription", "device"] as const);
  const left = menus.filter((menu) => menu.kind === kind && !goneMenus.has(menu.code));
  if (left.length < 2) return;
  const menu = anyMenu(decade, chance, [kind]);
  if (!menu) return;
  const target = named("discontinuation", operator.customerId, `discontinuation ${day}`);
  const isLate = chance.happens(20);
  const firstDayWithout = later(day, chance.whole(isLate ? 20 : 190, isLate ? 150 : 700));
  const lateReason = isLate ? bilingual : null;
  goneMenus.add(menu.code);
  tell(decade, target, { type: "announce", menus: [menu], firstDayWithout, ...text, lateReason });
}

function leadDiscontinuations(decade: Decade): void {
  for (const { target, state, context } of own(decade, "discontinuation")) {
    if (state !== "announced" || !decade.operator.chance.happens(0.1)) continue;
    const reason = { reasonJa: "撤回", reasonEn: "Taken back" };
    if (!tell(decade, target, { type: "withdraw", ...reason })) continue;
    for (const { code } of context["menus"] as { code: string }[]) decade.goneMenus.delete(code);
  }
}

/** A new version of the terms, or of a menu's specification. */
function announceTerms(decade: Decade): void {
  const { day, operator } = decade;
  const { chance, customerId } = operator;
  const document = chance.happens(60)
    ? "terms"
    : (anyMenu(decade, chance, ["basic"])?.code ?? "terms");
  const version = `${document} ${day}`;
  const target = machineOf("termsVersion", customerId, termsVersionIdOf(version));
  const textHash = "a".repeat(64);
  tell(decade, target, { type: "draft", version, document, label: version, textHash });
  const isLate = chance.happens(20);
  const effectiveDay = later(day, isLate ? chance.whole(1, 20) : chance.whole(40, 120));
  const reason = isLate ? bilingual : null;
  tell(decade, target, { type: "announce", textHash, effectiveDay, summary: bilingual, reason });
}

function leadTerms(decade: Decade): void {
  for (const { target, state } of own(decade, "termsVersion")) {
    if (state === "announced" && decade.operator.chance.happens(0.3)) {
      tell(decade, target, { type: "withdraw" });
    }
  }
}

/** What the operator decides for all its customers on a day. */
export function operatorActs(decade: Decade): void {
  const { chance } = decade.operator;
  if (chance.happens(1)) restrict(decade);
  if (chance.happens(0.4)) discontinue(decade);
  if (chance.happens(0.4)) announceTerms(decade);
  leadRestrictions(decade);
  leadDiscontinuations(decade);
  leadTerms(decade);
}
