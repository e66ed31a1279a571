import type { MachineEvent } from "#machines/engine/outgoing.ts";
import { chargeKinds } from "#machines/terms/a27-charges.ts";
import { on } from "#test/helpers/given.ts";
import type { Told } from "./lives.ts";

const [contractId, invoiceId, asker, other] = [1, 2, 3, 4].map(
  (n) => `0199aaaa-0000-7000-8000-00000000b00${n}`,
) as [string, string, string, string];

/** Days on which something is asked for and decided: the end of a month, before a holiday, in a leap year. */
const days = [
  ["2025-11-30", "2025-12-01"],
  ["2025-12-30", "2026-01-06"],
  ["2024-02-29", "2024-02-29"],
] as const;

const ways: MachineEvent[] = [
  { type: "approve", sentBy: other },
  { type: "refuse", reason: "r", sentBy: other },
  { type: "withdraw", sentBy: asker },
];

/** Charges of every kind and write-offs that are approved, refused or taken back. */
function approvalLives(): Told[] {
  return days.flatMap(([asked, decided], n) =>
    chargeKinds.flatMap((charge, kind): Told[] => {
      const params = { contractId, charge, net: 1005 + 10 * kind, on: asked, item: "VPN" };
      const lost = { invoiceId, amount: 1100 + kind };
      const propose = (subject: string, of: object) =>
        on(asked, { type: "propose", subject, params: of, reason: "r", sentBy: asker });
      const way = ways[(n + kind) % ways.length] as MachineEvent;
      return [
        { kind: "approval", events: [propose("charge", params), on(decided, way)] },
        { kind: "approval", events: [propose("writeOff", lost), on(decided, way)] },
      ];
    }),
  );
}

/** Credit notes at one rate and at two, for an end and to correct, whose lines come to their sums or not. */
function creditNoteLives(): Told[] {
  return days.flatMap(([day]) =>
    (["unearned", "correction"] as const).flatMap((cause) =>
      [1, 2, 3].flatMap((count): Told[] => {
        const lines = [10, 8, 0].slice(0, count).map((ratePercent, n) => {
          return { nameJa: "監視", nameEn: "M", amount: 1005 * (n + 1), ratePercent };
        });
        const taxes = lines.map(({ amount: taxable, ratePercent }) => {
          return { ratePercent, taxable, tax: Math.floor((taxable * ratePercent) / 100) };
        });
        const net = taxes.reduce((sum, { taxable }) => sum + taxable, 0);
        const tax = taxes.reduce((sum, one) => sum + one.tax, 0);
        const issue = (more: number) =>
          on(day, {
            ...{ type: "issue", invoiceId, contractId, invoiceNumber: "000001-0001" },
            ...{ invoiceDay: "2024-02-01", cause, clause: "A17.2", reason: null },
            ...{ approvalId: null, lines, taxes, net: net + more, tax, total: net + tax + more },
          });
        return [0, 1].map((more) => ({ kind: "creditNote", events: [issue(more)] }));
      }),
    ),
  );
}

/** Lives of approvals and of credit notes. */
export const creditLives = (): Told[] => [...approvalLives(), ...creditNoteLives()];
