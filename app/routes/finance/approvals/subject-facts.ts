import type { ReactNode } from "react";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import type { Messages } from "#app/i18n/messages.ts";
import type { ApprovalSubjectName } from "#machines/approval/subjects.ts";
import type { RefundParams } from "#machines/approval/subjects/refund.ts";
import type { ChargeParams } from "#machines/approval/subjects/charge.ts";
import type { CreditNoteParams } from "#machines/approval/subjects/credit-note.ts";

type Facts = { term: string; description: ReactNode }[];

/** What a subject's params say, line by line. */
const factsOf: Record<ApprovalSubjectName, (params: never, t: Messages["approvals"]) => Facts> = {
  charge: ({ charge, item, on, net }: ChargeParams, t) => [
    { term: t.facts.charge, description: t.charges[charge] },
    { term: t.facts.item, description: item },
    { term: t.facts.on, description: formatDay(on) },
    { term: t.facts.net, description: formatYen(net) },
  ],
  refund: ({ paymentId, fromCredit }: RefundParams, t) => [
    { term: t.facts.refundBy, description: paymentId ? t.refundBy.card : t.refundBy.transfer },
    { term: t.facts.refundOf, description: fromCredit ? t.refundOf.credit : t.refundOf.payment },
  ],
  creditNote: ({ lines, net, tax }: CreditNoteParams, t) => [
    ...lines.map(({ nameJa, amount }) => {
      return { term: t.facts.lines, description: `${nameJa} ${formatYen(amount)}` };
    }),
    { term: t.facts.net, description: formatYen(net) },
    { term: t.facts.tax, description: formatYen(tax) },
  ],
  writeOff: () => [],
};

/** What an approval is about, beside its amount, line by line. */
export function subjectFacts(
  { subject, params }: { subject: ApprovalSubjectName; params: Record<string, unknown> },
  t: Messages["approvals"],
): Facts {
  return factsOf[subject](params as never, t);
}
