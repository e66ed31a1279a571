import { Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { ClauseChips } from "#app/ui/clause-chip.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { DemandNotice } from "#app/usecases/breaches/demands-on-customer.ts";

/** The formal demands that a customer has not met: until when, what to do, what follows (A16.1(1)). */
export function DemandNotices({ demands }: { demands: readonly DemandNotice[] }) {
  const words = useMessages().breach.portal;
  return demands.map(({ caseId, until, isOver, text, contracts }) => (
    <Notice key={caseId} kind={isOver ? "error" : "warning"} title={words.title}>
      <p className="figures">{(isOver ? words.over : words.running)(formatDay(until))}</p>
      <p className="border-line measure my-3 border-l-4 pl-4 whitespace-pre-line">{text}</p>
      <p className="flex flex-wrap items-center gap-x-3">
        {words.contracts}
        {contracts.map(({ contractId, number }) => (
          <Link
            key={contractId}
            to={`/portal/contracts/${contractId}`}
            className="figures inline-flex min-h-11 items-center"
          >
            {number}
          </Link>
        ))}
      </p>
      <p className="measure">
        {words.consequence} <ClauseChips clauses={["A16.1(1)", "A16.2"]} />
      </p>
    </Notice>
  ));
}
