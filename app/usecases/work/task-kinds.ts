import { checkReturnedPayout } from "./kinds/check-returned-payout.ts";
import { closeMonth } from "./kinds/close-month.ts";
import { answerWithdrawal } from "./kinds/answer-withdrawal.ts";
import { decideTermination, judgeDemand, recordBreach } from "./kinds/breach-case.ts";
import { decideApproval } from "./kinds/decide-approval.ts";
import { decideConsent } from "./kinds/decide-consent.ts";
import { decideReceipts, settleCredit } from "./kinds/bank-receipts.ts";
import { decideDamages } from "./kinds/decide-damages.ts";
import { decideOption } from "./kinds/decide-option.ts";
import { decideOrder } from "./kinds/decide-order.ts";
import { deliverNotice } from "./kinds/deliver-notice.ts";
import { deliverTerms } from "./kinds/deliver-terms.ts";
import { eraseData } from "./kinds/erase-data.ts";
import { explainPayout } from "./kinds/explain-payout.ts";
import { fixStart } from "./kinds/fix-start.ts";
import { followConsent } from "./kinds/follow-consent.ts";
import { followProposal } from "./kinds/follow-proposal.ts";
import { resolveEffects, retryDeadEffects, retryEvents } from "./kinds/open-work.ts";
import { answerDispute, settleBreaks, settleRefund } from "./kinds/money-back.ts";
import { prepareStart } from "./kinds/prepare-start.ts";
import { followInspection, redoWork } from "./kinds/inspections.ts";
import {
  answerDevice,
  chargeDevice,
  checkDevice,
  lendDevice,
  recoverDevice,
} from "./kinds/lent-devices.ts";
import {
  answerClaim,
  checkAnswer,
  checkInformation,
  confirmDisclosure,
  followRequest,
  returnMaterials,
} from "./kinds/matters.ts";
import { reviewRestriction } from "./kinds/review-restriction.ts";
import { settleDevices } from "./kinds/settle-devices.ts";
import { settleMaterials } from "./kinds/settle-materials.ts";
import { suspendUnpaid } from "./kinds/suspend-unpaid.ts";
import { verifyOrder } from "./kinds/verify-order.ts";
import type { TaskKind } from "./task.ts";

/** Every kind of task, in the order in which lists name them. */
export const taskKinds = [
  ...[verifyOrder, decideOrder, followConsent],
  ...[fixStart, followProposal, prepareStart, decideOption],
  ...[decideConsent, answerWithdrawal, deliverNotice, deliverTerms],
  ...[suspendUnpaid, recordBreach, judgeDemand, decideTermination],
  reviewRestriction,
  ...[followInspection, redoWork],
  ...[lendDevice, answerDevice, recoverDevice, checkDevice, chargeDevice],
  ...[answerClaim, checkInformation, checkAnswer, followRequest],
  ...[returnMaterials, confirmDisclosure],
  ...[settleDevices, eraseData, settleMaterials],
  ...[decideReceipts, settleCredit, decideDamages, decideApproval],
  ...[settleRefund, answerDispute, settleBreaks],
  ...[explainPayout, checkReturnedPayout, retryDeadEffects, resolveEffects, retryEvents],
  closeMonth,
] as const satisfies readonly TaskKind[];

export type TaskKindName = (typeof taskKinds)[number]["name"];

/** The kind of that name, or undefined. */
export const taskKindOf = (name: unknown): TaskKind<TaskKindName> | undefined =>
  taskKinds.find((kind) => kind.name === name);
