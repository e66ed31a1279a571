import type { ReactNode } from "react";
import { Form, Link } from "react-router";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "../button.tsx";
import { ClauseChip } from "../clause-chip.tsx";
import { DataTable } from "../data-table.tsx";
import { DescriptionList } from "../description-list.tsx";
import { Field } from "../field.tsx";
import { Money } from "../money.tsx";
import { TextInput } from "../text-input.tsx";
import {
  AppliedTable,
  DelayTable,
  rateText,
  type AppliedRow,
  type DelayRow,
} from "./damages-tables.tsx";

type Decision = {
  key: string;
  kind: "claimed" | "waived";
  day: string;
  amount: number;
  reason: string | null;
  invoice: { invoiceId: string; number: string } | null;
};

/** An invoice's damages up to a day. Amounts are yen, days ISO. */
export type ShownDamages = {
  account: {
    perMille: number;
    asOf: string;
    closedOn: string | null;
    segments: readonly DelayRow[];
    entries: readonly AppliedRow[];
    accrued: number;
    rest: number;
    open: number;
    tooMuch: number;
  };
  payDay: string;
  payDayProblem: "invalid" | "past" | "tooFar" | null;
  lastPayDay: string;
  rate: { source: "fee" | "charge" };
  decisions: readonly Decision[];
};

/** The id of the field for the day of payment, to which the page's error summary links. */
export const payDayField = "payDay";

const withClause = (amount: number, clause: string) => (
  <span className="inline-flex flex-wrap items-center gap-3">
    <Money amount={amount} />
    <ClauseChip clause={clause} />
  </span>
);

/**
 * The account of an invoice's late damages (遅延損害金, A14.3) with what payments went to (Civil Code 489), and
 * what is to be paid on a day of one's choice. Works without a script.
 *
 * @param today the earliest day of payment, ISO
 * @param invoicePage the page of an invoice by its id
 */
export function DamagesSection({
  damages,
  today,
  invoicePage,
  children,
}: {
  damages: ShownDamages;
  today: string;
  invoicePage: (invoiceId: string) => string;
  children?: ReactNode;
}) {
  const t = useMessages().damages;
  const { account, decisions, rate } = damages;
  const { accrued, rest, open, tooMuch } = account;
  const isLate = account.segments.length > 0;
  const sums = [
    { term: t.sums.accrued, description: withClause(accrued, "A14.3") },
    { term: t.sums.rest, description: withClause(rest, "A12.2") },
    { term: t.sums.open, description: withClause(open, "A14.3") },
    ...(tooMuch > 0 ? [{ term: t.sums.tooMuch, description: <Money amount={tooMuch} /> }] : []),
  ];
  return (
    <section id="damages" className="flex flex-col gap-6">
      <div className="measure flex flex-col gap-2">
        <h2>{t.title}</h2>
        <p>
          {t.lead(rateText(account.perMille))} {t.source[rate.source]} <ClauseChip clause="A14.3" />
        </p>
        {isLate ? null : <p>{t.notLate}</p>}
      </div>
      {account.closedOn === null ? <PayDay damages={damages} today={today} /> : null}
      {isLate ? (
        <>
          <div className="flex flex-col gap-2">
            <DelayTable rows={account.segments} perMille={account.perMille} asOf={account.asOf} />
            <p className="text-support">
              {t.formula} {account.segments.length > 1 ? t.segments.rounding : null}
            </p>
          </div>
          {account.entries.length > 0 ? <AppliedTable rows={account.entries} /> : null}
          <p className="measure text-support">
            {t.order} {t.separate}
          </p>
          <DescriptionList items={sums} />
        </>
      ) : null}
      {decisions.length > 0 ? <Decisions rows={decisions} invoicePage={invoicePage} /> : null}
      {children}
    </section>
  );
}

function PayDay({ damages, today }: { damages: ShownDamages; today: string }) {
  const t = useMessages().damages.ifPaid;
  const { account, payDay, payDayProblem, lastPayDay } = damages;
  const { rest, open } = account;
  return (
    <div className="flex flex-col gap-4">
      <h3>{t.title}</h3>
      <Form
        method="get"
        action="#damages"
        noValidate
        preventScrollReset
        className="flex flex-wrap items-end gap-3"
      >
        <Field
          field={{ id: payDayField, errors: payDayProblem ? [t.problems[payDayProblem]] : [] }}
          label={t.label}
          support={t.support(formatDay(today), formatDay(lastPayDay))}
          required
        >
          <TextInput
            type="date"
            name={payDayField}
            size={14}
            min={today}
            max={lastPayDay}
            defaultValue={payDay}
          />
        </Field>
        <Button look="secondary">{t.submit}</Button>
      </Form>
      <div>
        <p className="font-700">{t.result(formatDay(payDay))}</p>
        <p className="text-std-24B-150 figures">{t.total(formatYen(rest + open))}</p>
        <p className="figures">{t.parts(formatYen(rest), formatYen(open))}</p>
      </div>
    </div>
  );
}

function Decisions({
  rows,
  invoicePage,
}: {
  rows: readonly Decision[];
  invoicePage: (invoiceId: string) => string;
}) {
  const t = useMessages().damages.claims;
  return (
    <DataTable
      caption={t.caption}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "day",
          header: t.day,
          rowHeader: true,
          cell: ({ day }) => <time dateTime={day}>{formatDay(day)}</time>,
        },
        { key: "what", header: t.what, cell: ({ kind }) => t.kinds[kind] },
        {
          key: "amount",
          header: t.amount,
          figures: true,
          cell: ({ amount }) => <Money amount={amount} />,
        },
        {
          key: "invoice",
          header: t.invoice,
          cell: ({ invoice, reason }) =>
            invoice ? (
              <Link
                to={invoicePage(invoice.invoiceId)}
                className="figures inline-flex min-h-11 items-center"
              >
                {invoice.number}
              </Link>
            ) : (
              (reason ?? "–")
            ),
        },
      ]}
    />
  );
}
