import type { Actor, CustomerRole, Role, StaffRole } from "#machines/engine/actor.ts";
import { Problem } from "./problem.ts";

/** Who asks, as the session says, and when and from where the request came in. */
export interface Principal {
  userId: string;
  /** The customer whose member this is; null for staff. */
  customerId: string | null;
  roles: readonly Role[];
  ipAddress: string;
  /** The portal clock's instant at the web edge: it decides the legal day of what is asked. */
  receivedAt: string;
}

const customerRoles: readonly CustomerRole[] = ["owner", "billing", "technical", "viewer"];

/** The actor of a member's command with its customer. Throws `notFound` for anybody else. */
export function asMember(principal: Principal): { customerId: string; actor: Actor } {
  const role = customerRoles.find((name) => principal.roles.includes(name));
  if (!principal.customerId || !role) throw new Problem("notFound", "not a member of a customer");
  return {
    customerId: principal.customerId,
    actor: { kind: "member", userId: principal.userId, role },
  };
}

/** The actor of a staff command in the role it needs. Throws `notAllowed` without that role. */
export function asStaff(principal: Principal, role: StaffRole): Actor {
  if (!principal.roles.includes(role)) throw new Problem("notAllowed", `needs the role ${role}`);
  return { kind: "staff", userId: principal.userId, role };
}
