import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { inForceOn } from "../money/dated.ts";

const days = z.int().min(0).max(366);
/** A step that can be switched off: null is off. */
const step = z.object({ daysAfterDue: days }).nullable();

/** What the operator decides where the terms leave it open. Every value holds from a first day on. */
export const policySchema = z.object({
  /** A5: an order not yet accepted may be withdrawn by the applicant. */
  orderWithdrawalAllowed: z.boolean(),
  /** A5.5: days from an order to the earliest start that can be wished for, and months to the latest. */
  orderLeadDays: days,
  orderLatestStartMonths: z.int().min(1).max(24),
  /** A7.2: days after its delivery on which the customer is reminded to install a device. */
  installationReminderDays: z.array(z.int().min(1).max(90)).max(5),
  /** A8.1: days before the last day of a return, and after it, on which the customer is reminded. */
  returnReminderDays: z.array(z.int().min(1).max(28)).max(5),
  returnOverdueReminderDays: z.array(z.int().min(2).max(90)).max(5),
  /** A8.1: a device handed to the carrier by the return day is in time. */
  returnInTimeWhenHandedToCarrier: z.boolean(),
  /** A8.1: the end of an option asks for its devices like the end of the service. */
  optionEndAsksForDevices: z.boolean(),
  /** A9: the first fee of an option counts the month of its start whole. */
  optionStartMonthCountsWhole: z.boolean(),
  /** A10.2: days before the notice day on which the customer is reminded. */
  renewalReminderDays: z.array(days),
  /** A10.2: days before the notice day on which finance is reminded. */
  renewalFinanceReminderDays: days,
  /** A11: days before and after the last day of an inspection on which the customer is reminded of it. */
  inspectionReminderDays: z.array(z.int().min(0).max(6)),
  inspectionOverdueDays: z.array(z.int().min(1).max(366)),
  /** A6, A8.4, A25.3: days after the last day of an answer on which the customer is reminded of it. */
  matterReminderDays: z.array(z.int().min(1).max(366)),
  /** A30.1(2): days before the last day of a confirmation in writing on which it is reminded of. */
  confirmationReminderDays: z.array(z.int().min(0).max(29)),
  /** A12.1: days for which a quote can be ordered. */
  quoteValidityDays: days,
  /** A12.2: what happens to a due day on which banks are closed. */
  dueDateRule: z.enum(["next_business_day", "as_is"]),
  /** A14.2: what banks usually keep of a transfer, in yen, by which a payment may fall short. */
  transferFees: z.array(z.int().min(1).max(5000)),
  /** From this confidence on (0 to 100) a receipt is applied by itself; below it a person decides. */
  confidentMatch: z.int().min(0).max(101),
  /** A12.2: hour in Tokyo at which a saved card is charged on an invoice's due day. */
  cardChargeHour: z.int().min(0).max(23),
  /** A12.2: days before the due day on which the customer is told of the charge to come. */
  cardChargeNoticeDays: days,
  /** A12.2: days after the first charge on which one that may yet succeed is made again. */
  cardRetryDays: z.array(z.int().min(1).max(90)).max(5),
  /** A12.2: days that a cardholder has to authenticate a charge that its issuer asks about. */
  cardActionDays: z.int().min(1).max(20),
  /** A12.2: days before a saved card's last day on which the customer is asked for another one. */
  cardExpiryWarningDays: z.array(days),
  /** A14.3: first and second reminder of an unpaid invoice. */
  firstReminder: step,
  secondReminder: step,
  /** A16.1(1): formal demand and the days that it leaves for payment. */
  formalDemand: step,
  formalDemandPeriodDays: days,
  /** A15.2, A16.1: what follows when the demand's period ends unpaid. */
  suspensionForNonPayment: z.enum(["task", "auto", "off"]),
  /** A17.2: the operator's ends credit the customer for the days after the end. */
  operatorEndsCreditUnearned: z.boolean(),
  /** A18.1: months after the end within which data and logs are erased. */
  erasureMonths: z.int().min(1).max(12),
  /** A14.6: days before that on which the customer is reminded to save what it wants to keep. */
  exportReminderDays: days,
  /** A19.4: a termination for a long restriction lapses where it is lifted before. */
  restrictionEndLapsesWhenLifted: z.boolean(),
  /** Hour of the day in Tokyo at which reminders go out. */
  reminderHour: z.int().min(0).max(23),
});

/** The operator's settings in force on one day. */
export type Policy = z.infer<typeof policySchema>;

/** Settings decided by the operator, as they hold from a day on; what is left out stays as it was. */
export interface PolicyChange {
  from: string;
  changes: Partial<Policy>;
}

/** The settings from the first day that the portal knows, until the operator decides otherwise. */
export const initialPolicy: { from: string } & Policy = {
  from: "2020-01-01",
  orderWithdrawalAllowed: true,
  orderLeadDays: 14,
  orderLatestStartMonths: 12,
  installationReminderDays: [7, 14],
  returnReminderDays: [14, 7, 1],
  returnOverdueReminderDays: [7, 14],
  returnInTimeWhenHandedToCarrier: true,
  optionEndAsksForDevices: true,
  optionStartMonthCountsWhole: true,
  renewalReminderDays: [30, 14, 5],
  renewalFinanceReminderDays: 30,
  inspectionReminderDays: [2],
  inspectionOverdueDays: [1, 8, 15],
  matterReminderDays: [1, 7, 14],
  confirmationReminderDays: [7, 1],
  quoteValidityDays: 30,
  dueDateRule: "next_business_day",
  transferFees: [110, 165, 220, 275, 330, 440, 550, 605, 660, 770, 880],
  confidentMatch: 90,
  cardChargeHour: 9,
  cardChargeNoticeDays: 7,
  cardRetryDays: [3, 6],
  cardActionDays: 7,
  cardExpiryWarningDays: [30, 7],
  firstReminder: { daysAfterDue: 1 },
  secondReminder: { daysAfterDue: 7 },
  formalDemand: { daysAfterDue: 14 },
  formalDemandPeriodDays: 14,
  suspensionForNonPayment: "task",
  operatorEndsCreditUnearned: true,
  erasureMonths: 2,
  exportReminderDays: 14,
  restrictionEndLapsesWhenLifted: true,
  reminderHour: 9,
};

/**
 * The operator's settings that hold on a day: the initial ones and every change up to that day, in the
 * order of their days. Throws RangeError before the first day.
 */
export function policyOn(day: Temporal.PlainDate, changes: readonly PolicyChange[] = []): Policy {
  const { from: _from, ...policy } = inForceOn([initialPolicy], day);
  const iso = day.toString();
  const made = changes.filter(({ from }) => from <= iso);
  const inOrder = made.toSorted((one, other) =>
    one.from < other.from ? -1 : one.from > other.from ? 1 : 0,
  );
  return inOrder.reduce<Policy>((sofar, { changes: change }) => ({ ...sofar, ...change }), policy);
}
