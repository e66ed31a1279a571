import { formatInstant } from "#app/i18n/format.ts";
import type { Messages } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DataTable } from "../data-table.tsx";
import { Money } from "../money.tsx";

type Words = Messages["invoice"];

/** One thing that happened to a payment; `code` is the provider's own word, for staff. */
export type PaymentAttempt = {
  key: string;
  /** ISO instant. */
  at: string;
  type: string;
  amount: number;
  decline: keyof Words["decline"] | null;
  code: string | null;
};

/** The course of an invoice's payments, with the reason of each failure and what helps. */
export function PaymentAttempts({ attempts }: { attempts: readonly PaymentAttempt[] }) {
  const { invoice: t, finance } = useMessages();
  const words: Record<string, string> = t.attempts.events;
  return (
    <DataTable
      caption={t.attempts.caption}
      empty={t.attempts.empty}
      rows={attempts}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "at",
          header: t.attempts.at,
          cell: ({ at }) => (
            <time dateTime={at} className="figures whitespace-nowrap">
              {formatInstant(at)}
            </time>
          ),
        },
        {
          key: "what",
          header: t.attempts.what,
          rowHeader: true,
          cell: ({ type, decline, code }) => (
            <>
              {words[type] ?? type}
              {decline ? (
                <span className="text-support block font-400">
                  {t.decline[decline].reason} {t.decline[decline].remedy}
                </span>
              ) : null}
              {code ? (
                <span className="text-support block font-400">
                  {finance.invoice.failureCode(code)}
                </span>
              ) : null}
            </>
          ),
        },
        {
          key: "amount",
          header: t.attempts.amount,
          figures: true,
          cell: ({ amount }) => <Money amount={amount} />,
        },
      ]}
    />
  );
}
