import type { Actor } from "#machines/engine/actor.ts";
import { derivedId } from "#machines/engine/hash.ts";
import type { MachineKind } from "#machines/engine/outgoing.ts";
import type { DisputeContext } from "#machines/dispute/machine.ts";
import { machineOf } from "#test/helpers/commands.ts";
import { savedFace } from "./card-wishes.ts";
import { ask, choose, machinesOf, type Occasion, type Wish } from "./wish.ts";

type Target = Parameters<typeof ask>[1];

const refuser: Actor = {
  ...{ kind: "staff", userId: "0199aaaa-0000-7000-8000-00000000cccc", role: "admin" },
};

/** Every word about a saved card: of its page at Stripe, of the network, of its holder, of a later card. */
function ofCard({ pick, day, customerId }: Occasion, card: Target): Wish[] {
  const { machineId } = card;
  const elsewhere = { kind: "machine", machineId: derivedId(customerId, "another card") } as const;
  const said = (event: Wish["event"]): Wish => ({ ...card, actor: elsewhere, event });
  const year = Number(day.slice(0, 4));
  const changed = (expYear: number) =>
    ask("stripe", card, { type: "change", face: { ...savedFace(pick), expYear } });
  const face = { ...savedFace(pick), expYear: year + (pick % 3) };
  const opened = { type: "sessionOpened", sessionId: "cs_1", expiresAt: `${day}T14:00:00.000Z` };
  return [
    ask("portal", card, opened),
    ask("portal", card, { type: "sessionRefused", code: "amount_too_small" }),
    ask("stripe", card, { type: "saved", methodId: `pm_${machineId}`, face }),
    ask("stripe", card, { type: "expire" }),
    ...[changed(year + 2), changed(year), changed(year - 1)],
    ask("stripe", card, { type: "detach" }),
    ask("owner", card, { type: "remove" }),
    said({ type: "decline", paymentId: elsewhere.machineId, code: "lost_card" }),
    said({ type: "replace", by: elsewhere.machineId }),
  ];
}

/** Every word about a refund. */
const ofRefund = ({ day }: Occasion, refund: Target): Wish[] => [
  ask("stripe", refund, { type: "made", stripeRefundId: "re_1", madeOn: day }),
  ask("stripe", refund, { type: "succeed" }),
  ask("stripe", refund, { type: "fail", code: "declined" }),
  ask("portal", refund, { type: "refuse", code: "charge_disputed" }),
  ask("finance", refund, { type: "transferred", transferredOn: day }),
  ask("finance", refund, { type: "transferFailed", reason: "口座なし" }),
  ask("finance", refund, { type: "closeFailure", note: "再度振込み" }),
];

/** Every word about a dispute; its money moves once each way. */
function ofDispute({ part, day }: Occasion, dispute: Target): Wish[] {
  const context = part.machines.get(dispute.machineId)?.snapshot.context as unknown;
  const { amount } = context as DisputeContext;
  const row = (type: string, fee: number) => {
    const lineId = `${type} ${dispute.machineId}`;
    return ask("stripe", dispute, { type, lineId, amount, fee, movedOn: day }, `line/${lineId}`);
  };
  const say = (type: string) => ask("stripe", dispute, { type });
  return [
    ...[row("withdraw", 1300), row("reinstate", 0)],
    ...[say("review"), say("win"), say("lose")],
    ask("finance", dispute, { type: "closeLoss", note: "再請求" }),
  ];
}

/** Every word about a proposal, of who made it and of others. */
const ofApproval = (_: Occasion, approval: Target): Wish[] => [
  ask("finance", approval, { type: "withdraw" }),
  { ...approval, actor: refuser, event: { type: "refuse", reason: "金額が違う" } },
  { ...approval, actor: refuser, event: { type: "approve" } },
];

const words: Partial<Record<MachineKind, (occasion: Occasion, target: Target) => Wish[]>> = {
  ...{ card: ofCard, refund: ofRefund, dispute: ofDispute, approval: ofApproval },
};

/** Follows up what was begun about money: two words about one card, refund, dispute or proposal, in time or not. */
export function following(occasion: Occasion): Wish[] {
  const { part, customerId, pick } = occasion;
  const [of, rest] = choose(Object.entries(words), pick);
  const [kind, wordsOf] = of as [MachineKind, NonNullable<(typeof words)[MachineKind]>];
  const machines = machinesOf(part, kind).map(({ snapshot: _, ...target }) => target);
  if (machines.length === 0 || (kind === "card" && rest % 7 === 0)) {
    const card = machineOf("card", customerId, derivedId(customerId, `card ${machines.length}`));
    return [ask("billing", card, { type: "save", consentVersion: "1" })];
  }
  const [target, more] = choose(machines, rest);
  const said = wordsOf(occasion, target);
  const [first, second] = choose(said, more);
  return [first, choose(said, second)[0]];
}
