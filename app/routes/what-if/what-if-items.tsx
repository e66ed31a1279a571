import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { ClauseChip, ClauseChips } from "#app/ui/clause-chip.tsx";
import { Derivation } from "#app/ui/derivation.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import type { HistoryItem } from "#app/usecases/contracts/history.ts";
import type { ComingInvoice } from "#app/usecases/contracts/what-if/coming-invoice.ts";
import type { Duty } from "#app/usecases/contracts/what-if/duties.ts";
import { happenedWords } from "../portal/contract-words.ts";

/** Something that happens in a future, with its clauses. */
export function Happening({ item }: { item: HistoryItem }) {
  const t = useMessages();
  const locale = useLocale();
  return (
    <>
      {happenedWords(item, t, locale)} <ClauseChips clauses={item.clauses} />
    </>
  );
}

/** An invoice of a future: its period, amount, due day and how it ends; why on that day on demand. */
export function InvoiceText({ item, explained }: { item: ComingInvoice; explained: boolean }) {
  const t = useMessages();
  const words = t.whatIf.result;
  const period = t.contract.facts.period(formatDay(item.periodStart), formatDay(item.periodEnd));
  return (
    <>
      <p className="figures">{words.invoice(period, formatYen(item.total))}</p>
      <p className="figures">
        {item.dueDay ? words.due(formatDay(item.dueDay)) : null}{" "}
        <MachineStatus machine="invoice" state={item.status} />
      </p>
      {explained && item.dueDerivation ? <Derivation of={item.dueDerivation} /> : null}
    </>
  );
}

/** Who has to do what, with its clause and, on demand, why by that day. */
export function DutyText({ duty }: { duty: Duty }) {
  const { duties, who } = useMessages().whatIf;
  return (
    <>
      <p>
        <span className="font-700">{who[duty.who]}</span>{" "}
        {duties[duty.kind](formatYen(duty.amount ?? 0))} <ClauseChip clause={duty.clause} />
      </p>
      {duty.derivation ? <Derivation of={duty.derivation} /> : null}
    </>
  );
}
