import { underClause, type Derivation, type IsoDay } from "#machines/calendar/derivation.ts";
import { dayOf, explainMonthsAfter, tokyoDay } from "#machines/calendar.ts";
import type { ContractContext } from "#machines/contract/context.ts";
import { termOn } from "#machines/contract/notice.ts";
import type { CustomerWorld } from "#machines/engine/world.ts";
import { renewalNoticeDay } from "#machines/terms/a10-term.ts";
import { erasureDueDay } from "#machines/terms/a18-erasure.ts";
import { policyOn } from "#machines/terms/policy.ts";
import type { ComingInvoice } from "./coming-invoice.ts";

/** Something that a person must do by a day, or may do no later (ISO). */
export interface Duty {
  id: string;
  kind:
    | "pay"
    | "declineRenewal"
    | "saveData"
    | "returnDevices"
    | "eraseData"
    | "returnMaterials"
    | "answerWithdrawal";
  who: "customer" | "operations";
  /** The last day; of the operator's duties after an end the day from which they wait. */
  day: IsoDay;
  clause: string;
  derivation: Derivation | null;
  /** Yen, where something is to be paid. */
  amount: number | null;
}

const plusOne = (day: string) => dayOf(day).add({ days: 1 }).toString();

function toPay({ invoiceId, dueDay, dueDerivation, total }: ComingInvoice): Duty {
  const id = `pay/${invoiceId}`;
  const derivation = dueDerivation;
  return {
    id,
    kind: "pay",
    who: "customer",
    day: dueDay,
    clause: "A12.2",
    derivation,
    amount: total,
  };
}

/** Each term whose renewal comes to be fixed could have been declined up to its notice day (A10.2). */
function toDecline(part: Readonly<CustomerWorld>, { contractId, start }: ContractContext): Duty[] {
  return part.events
    .filter(({ machineId, event }) => machineId === contractId && event.type === "fixRenewal")
    .flatMap(({ at }): Duty[] => {
      const noticeDay = tokyoDay(at).subtract({ days: 1 });
      const term = termOn({ start, term: null }, noticeDay);
      const day = noticeDay.toString();
      return [
        {
          ...{ id: `declineRenewal/${day}`, kind: "declineRenewal", who: "customer", day },
          ...{ clause: "A10.2", amount: null },
          derivation: term && renewalNoticeDay(term.end).derivation,
        },
      ];
    });
}

/** What the end of a contract asks of both sides (A8.1, A14.6, A18.1, A25.5). */
function afterEnd({ ended, options }: ContractContext): Duty[] {
  if (!ended) return [];
  const { day } = ended;
  const erased = erasureDueDay(dayOf(day), policyOn(dayOf(day)));
  const back = underClause("A8.1", explainMonthsAfter(dayOf(day), 1));
  const duty = (kind: Duty["kind"], who: Duty["who"], by: string, clause: string): Duty => {
    return { id: kind, kind, who, day: by, clause, derivation: null, amount: null };
  };
  const lends = options.some(({ kind }) => kind === "device");
  return [
    duty("saveData", "customer", day, "A18.2"),
    ...(lends
      ? [
          {
            ...duty("returnDevices", "customer", back.day.toString(), "A8.1"),
            derivation: back.derivation,
          },
        ]
      : []),
    {
      ...duty("eraseData", "operations", erased.day.toString(), "A18.1"),
      derivation: erased.derivation,
    },
    duty("returnMaterials", "operations", plusOne(day), "A25.5"),
  ];
}

/** A withdrawal of a notice that waits for the other side's answer (A17.1). */
function toAnswer({ ends }: ContractContext): Duty[] {
  return ends.flatMap(({ id, by, endDay, withdrawalAskedOn }): Duty[] => {
    if (withdrawalAskedOn === null) return [];
    const who = by === "customer" ? "operations" : "customer";
    return [
      {
        ...{ id: `answerWithdrawal/${id}`, kind: "answerWithdrawal", who, day: endDay },
        ...{ clause: "A17.1", derivation: null, amount: null },
      },
    ];
  });
}

/** Who must do what by when in one future of a contract (なすべきこと), earliest first. */
export function dutiesOf(
  part: Readonly<CustomerWorld>,
  contract: ContractContext,
  invoices: readonly ComingInvoice[],
): Duty[] {
  return [
    ...invoices.filter(({ dueDay }) => dueDay !== "").map(toPay),
    ...toDecline(part, contract),
    ...afterEnd(contract),
    ...toAnswer(contract),
  ].toSorted((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)));
}
