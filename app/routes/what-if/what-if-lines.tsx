import type { ReactNode } from "react";
import { dayOfInstant, formatDay, formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import type { Comparison } from "#app/usecases/contracts/what-if/compare.ts";
import { PairsTable } from "./pairs-table.tsx";
import { DutyText, Happening, InvoiceText } from "./what-if-items.tsx";

/**
 * Both futures whole, each line on demand: what happens, invoices, what has to be done by when, mails.
 */
export function WhatIfLines({ comparison }: { comparison: Comparison }) {
  const t = useMessages();
  const words = t.whatIf.result;
  const { states, invoices, duties, mails } = comparison;
  const lines: { caption: string; count: number; table: ReactNode }[] = [
    {
      caption: words.states,
      count: states.length,
      table: (
        <PairsTable
          caption={words.states}
          pairs={states}
          day={({ at }) => formatDay(dayOfInstant(at))}
          show={(item) => <Happening item={item} />}
        />
      ),
    },
    {
      caption: words.invoices,
      count: invoices.length,
      table: (
        <PairsTable
          caption={words.invoices}
          pairs={invoices}
          day={({ issueDay }) => (issueDay ? formatDay(issueDay) : "–")}
          show={(item) => <InvoiceText item={item} explained />}
        />
      ),
    },
    {
      caption: words.duties,
      count: duties.length,
      table: (
        <PairsTable
          caption={words.duties}
          pairs={duties}
          day={({ day }) => formatDay(day)}
          show={(item) => <DutyText duty={item} />}
        />
      ),
    },
    {
      caption: words.mails,
      count: mails.length,
      table: (
        <PairsTable
          caption={words.mails}
          pairs={mails}
          day={({ at }) => formatInstant(at)}
          show={({ template, to }) =>
            t.whatIf.mailTo(t.whatIf.mails[template] ?? template, t.whatIf.recipients[to] ?? to)
          }
        />
      ),
    },
  ];
  return (
    <Disclosure summary={words.all}>
      {lines.map(({ caption, count, table }) => (
        <Disclosure key={caption} summary={words.whole(caption, count)}>
          {table}
        </Disclosure>
      ))}
    </Disclosure>
  );
}
