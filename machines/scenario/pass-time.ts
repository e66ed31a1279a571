import type { Actor, Role } from "../engine/actor.ts";
import { derivedId } from "../engine/hash.ts";
import type { CustomerWorld, World } from "../engine/world.ts";
import type { PaymentContext } from "../payment/machine.ts";
import type { Step } from "./step.ts";

const staff: readonly string[] = ["operations", "finance", "admin"];

/** The one person of a role among those of a customer or of the operator. */
export function actorOf(customerId: string, sender: Step["sender"]): Actor {
  if (sender === "stripe" || sender === "resend" || sender === "portal") return { kind: sender };
  // What a machine of another customer says, such as the operator's stock.
  if (sender === "machine") return { kind: "machine", machineId: derivedId(customerId, "stock") };
  const kind = staff.includes(sender) ? "staff" : "member";
  return { kind, userId: derivedId(customerId, `user/${sender}`), role: sender as Role } as Actor;
}

/** The first Checkout session that is still open and expires by an instant. */
function nextExpiry({ machines }: Readonly<CustomerWorld>, instant: string) {
  const open = [...machines.values()]
    .filter(({ kind, view }) => kind === "payment" && view["status"] === "requiresAction")
    .map(({ snapshot }) => snapshot.context as unknown as PaymentContext)
    .map(({ paymentId, expiresAt }) => ({ paymentId, expiresAt: expiresAt ?? "" }))
    .filter(({ expiresAt }) => expiresAt <= instant);
  return open.toSorted((one, other) => (one.expiresAt < other.expiresAt ? -1 : 1))[0];
}

/** Lets time pass: deadlines fire, and the card provider reports each session that expired. */
export function passTime(world: World, customerId: string, instant: string): void {
  const customer = world.of(customerId);
  for (let next = nextExpiry(customer, instant); next; next = nextExpiry(customer, instant)) {
    world.advance(next.expiresAt);
    const outcome = world.send({
      ...{ customerId, machineId: next.paymentId, kind: "payment", commandId: "expired" },
      ...{ actor: { kind: "stripe" }, receivedAt: next.expiresAt, event: { type: "expire" } },
    });
    if (!outcome.ok) throw new Error(`A payment does not expire: ${outcome.refusal.detail}`);
  }
  world.advance(instant);
}
