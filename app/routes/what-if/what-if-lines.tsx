import { dayOfInstant, formatDay, formatInstant, formatYen } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { ClauseChip, ClauseChips } from "#app/ui/clause-chip.tsx";
import { Derivation } from "#app/ui/derivation.tsx";
import { MachineStatus } from "#app/ui/status-badge.tsx";
import type { Comparison, Pair } from "#app/usecases/contracts/what-if/compare.ts";
import type { Duty } from "#app/usecases/contracts/what-if/duties.ts";
import type { ComingInvoice } from "#app/usecases/contracts/what-if/coming-invoice.ts";
import type { HistoryItem } from "#app/usecases/contracts/history.ts";
import { happenedWords } from "../portal/contract-words.ts";
import { PairsTable } from "./pairs-table.tsx";

const instantDay = ({ at }: { at: string }) => formatDay(dayOfInstant(at));

/**
 * Both futures in four tables: what happens, invoices, what has to be done by when, mails. With
 * `differencesOnly` what is the same in both is left out, and so are the mails.
 */
export function WhatIfLines({
  comparison,
  differencesOnly = false,
}: {
  comparison: Comparison;
  differencesOnly?: boolean;
}) {
  const t = useMessages();
  const words = t.whatIf.result;
  const shown = <Item,>(pairs: readonly Pair<Item>[]) =>
    differencesOnly ? pairs.filter(({ mark }) => mark !== "same") : pairs;
  const { states, invoices, duties, mails } = comparison;
  const isShown = (pairs: readonly unknown[]) => !differencesOnly || pairs.length > 0;
  return (
    <div className="flex flex-col gap-10">
      {isShown(shown(states)) ? (
        <PairsTable
          caption={words.states}
          pairs={shown(states)}
          day={instantDay}
          show={(item) => <Happening item={item} />}
        />
      ) : null}
      {isShown(shown(invoices)) ? (
        <PairsTable
          caption={words.invoices}
          pairs={shown(invoices)}
          day={({ issueDay }) => (issueDay ? formatDay(issueDay) : "–")}
          show={(item) => <Invoice item={item} />}
        />
      ) : null}
      {isShown(shown(duties)) ? (
        <PairsTable
          caption={words.duties}
          pairs={shown(duties)}
          day={({ day }) => formatDay(day)}
          show={(item) => <DutyText duty={item} />}
        />
      ) : null}
      {differencesOnly ? null : (
        <PairsTable
          caption={words.mails}
          pairs={mails}
          day={({ at }) => formatInstant(at)}
          show={({ template, to }) =>
            t.whatIf.mailTo(t.whatIf.mails[template] ?? template, t.whatIf.recipients[to] ?? to)
          }
        />
      )}
    </div>
  );
}

function Happening({ item }: { item: HistoryItem }) {
  const t = useMessages();
  const locale = useLocale();
  return (
    <>
      {happenedWords(item, t, locale)} <ClauseChips clauses={item.clauses} />
    </>
  );
}

function Invoice({ item }: { item: ComingInvoice }) {
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
      {item.dueDerivation ? <Derivation of={item.dueDerivation} /> : null}
    </>
  );
}

function DutyText({ duty }: { duty: Duty }) {
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
