/** Roles on the customer's side, then on the operator's. */
export type CustomerRole = "owner" | "billing" | "technical" | "viewer";
export type StaffRole = "operations" | "finance" | "admin";
export type Role = CustomerRole | StaffRole;

/**
 * Who sent an event. A closed union, made from the session, the timer row, the verified webhook or
 * the sending machine; it is never an input. It holds ids only, never personal data (A18.1).
 */
export type Actor =
  | { kind: "member"; userId: string; role: CustomerRole }
  | { kind: "staff"; userId: string; role: StaffRole }
  | { kind: "timer" }
  | { kind: "machine"; machineId: string }
  | { kind: "stripe" }
  | { kind: "resend" }
  | { kind: "portal" }
  /** The engine itself, which migrates a machine to the present version of its definition. */
  | { kind: "engine" };

/** What a machine's sender lists are written in. */
export type Sender = Role | "timer" | "machine" | "stripe" | "resend" | "portal" | "engine";

/** The word under which the sender lists know this actor. */
export function senderOf(actor: Actor): Sender {
  return actor.kind === "member" || actor.kind === "staff" ? actor.role : actor.kind;
}

/** The id of the person who acts; null where nobody does in person. */
export const personOf = (actor: Actor): string | null => ("userId" in actor ? actor.userId : null);
