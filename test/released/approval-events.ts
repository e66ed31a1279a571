import type { MachineEvent } from "#machines/engine/outgoing.ts";

const [one, other] = [
  "0199aaaa-0000-7000-8000-00000000aa01",
  "0199aaaa-0000-7000-8000-00000000aa02",
];

/** The contract that approvals of the walk are about. */
const contractId = "0199aaaa-0000-7000-8000-0000000000f1";

const charge = {
  ...{ contractId, charge: "deviceLoss", net: 1100 },
  ...{ on: "2025-03-01", item: "接続機器" },
};

const asked = (subject: string, params: Record<string, unknown>, sentBy: string | null = one) => {
  return { type: "propose", subject, params, reason: "r", sentBy };
};

/** Every event that an approval may meet in the walk: from who asked for it, from somebody else, and from nobody. */
export const approvalOffers: readonly MachineEvent[] = [
  asked("charge", charge),
  asked("charge", charge, null),
  asked("writeOff", { invoiceId: contractId, amount: 1100 }),
  ...[one, other, null].flatMap((sentBy) => [
    { type: "approve", sentBy },
    { type: "refuse", reason: "r", sentBy },
    { type: "withdraw", sentBy },
  ]),
];
