import type { Messages } from "#app/i18n/messages.ts";

/** How a status looks; each tone has a sign of its own, so that it can be told without colour. */
export type Tone = "neutral" | "waiting" | "progress" | "success" | "warning" | "danger";

type Status = Messages["status"];

/** The machines whose states have a badge. */
export type StatusMachine = keyof Status;

type Tones = { [Machine in StatusMachine]: Record<keyof Status[Machine], Tone> };

/** The tone of every state that the dictionary names, by machine. */
export const tones: Tones = {
  contract: {
    draft: "neutral",
    submitted: "waiting",
    rejected: "danger",
    withdrawn: "neutral",
    accepted: "progress",
    preparing: "progress",
    active: "success",
    ended: "warning",
    closed: "neutral",
  },
  service: { running: "success", restricted: "warning", suspended: "danger" },
  term: { open: "progress", renewalFixed: "success" },
  exit: { none: "neutral", pending: "warning" },
  standing: { good: "success", demanded: "danger" },
  endCause: {
    expired: "neutral",
    cancelled: "neutral",
    terminated: "danger",
    restricted: "warning",
    discontinued: "warning",
    assigned: "neutral",
  },
  option: {
    requested: "waiting",
    rejected: "danger",
    withdrawn: "neutral",
    accepted: "progress",
    provisioning: "progress",
    active: "success",
    working: "progress",
    inspecting: "waiting",
    objected: "warning",
    done: "success",
    ended: "neutral",
  },
  device: {
    allocated: "progress",
    shipped: "progress",
    delivered: "waiting",
    installed: "progress",
    inService: "success",
    lostInTransit: "warning",
    returnDue: "waiting",
    returning: "progress",
    returned: "progress",
    checked: "neutral",
    recovering: "warning",
    recovered: "neutral",
    lost: "danger",
    found: "waiting",
    recalled: "neutral",
  },
  invoice: {
    draft: "neutral",
    issued: "waiting",
    partlyPaid: "waiting",
    paid: "success",
    overdue: "danger",
    void: "neutral",
    writtenOff: "neutral",
    disputed: "warning",
  },
  payment: {
    created: "neutral",
    requiresAction: "waiting",
    processing: "progress",
    succeeded: "success",
    failed: "danger",
    mismatched: "warning",
    cancelled: "neutral",
    refunded: "neutral",
    partlyRefunded: "neutral",
    disputed: "warning",
    won: "success",
    lost: "danger",
  },
  maintenance: {
    planned: "waiting",
    underWay: "warning",
    cancelled: "neutral",
    over: "neutral",
  },
  termsVersion: {
    draft: "neutral",
    announced: "waiting",
    effective: "success",
    withdrawn: "neutral",
  },
  breachCase: {
    draft: "neutral",
    discarded: "neutral",
    opened: "waiting",
    demanded: "progress",
    periodOver: "warning",
    uncured: "danger",
    terminated: "danger",
    cured: "success",
    closed: "neutral",
  },
  restriction: {
    planned: "waiting",
    inForce: "warning",
    cancelled: "neutral",
    lifted: "success",
    contractsEnded: "danger",
  },
  discontinuation: { announced: "warning", withdrawn: "neutral", effective: "danger" },
};
