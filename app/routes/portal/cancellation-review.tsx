import { Form, Link } from "react-router";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { Derivation } from "#app/ui/derivation.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Money } from "#app/ui/money.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { CancellationPreview } from "#app/usecases/contracts/cancellation-preview.ts";
import type { CancellationPage } from "#app/usecases/contracts/read-cancellation-page.ts";
import { noticeSearch } from "./notice-search.ts";
import { WhatIfSummary } from "../what-if/what-if-summary.tsx";

/** The second page: what the notice leads to, by which clause, what it costs; then one button. */
export function CancellationReview({
  page,
  preview,
  commandId,
}: {
  page: CancellationPage;
  preview: CancellationPreview;
  commandId: string;
}) {
  const words = useMessages().contract.cancellation.review;
  const { basis, endDay, derivation, deviceReturn, wish } = preview;
  const { contractId, summary } = page;
  const day = wish === "term" || wish === "earliest" ? null : wish;
  return (
    <>
      <FeeWarning preview={preview} />
      <LongerExit page={page} preview={preview} />
      <DescriptionList
        items={[
          {
            term: words.end,
            description: (
              <>
                <p className="font-700">{words.endText(formatDay(endDay))}</p>
                <p className="flex flex-wrap items-center gap-x-3">
                  {basis === "A10.2" ? words.byTerm : words.byNotice}
                  <ClauseChip clause={basis} />
                </p>
                <Derivation of={derivation} />
              </>
            ),
          },
          { term: words.owed, description: <Owed preview={preview} /> },
          {
            term: words.refund,
            description: <Sentence text={words.refundText} clause="A17.2" />,
          },
          {
            term: words.devices,
            description: deviceReturn ? (
              <>
                <Sentence text={words.devicesText(formatDay(deviceReturn.day))} clause="A8.1" />
                <Derivation of={deviceReturn.derivation} />
              </>
            ) : (
              words.noDevices
            ),
          },
          { term: words.data, description: <Sentence text={words.dataText} clause="A18.1" /> },
        ]}
      />
      {summary ? <WhatIfSummary result={summary} /> : null}
      <Form
        method="post"
        action={`?${new URLSearchParams({ wish: day ? "day" : wish, ...(day ? { day } : {}) })}`}
        className="flex flex-col items-start gap-4"
      >
        <input type="hidden" name="wish" value={day ? "day" : wish} />
        {day ? <input type="hidden" name="day" value={day} /> : null}
        <input type="hidden" name="endDay" value={endDay} />
        <input type="hidden" name="commandId" value={commandId} />
        <p className="font-700">{words.once}</p>
        <div className="flex flex-wrap gap-3">
          <Button look="danger">{words.confirm(formatDay(endDay))}</Button>
          <LinkButton to={`/portal/contracts/${contractId}/cancellation`} look="secondary">
            {words.other}
          </LinkButton>
        </div>
      </Form>
    </>
  );
}

function Sentence({ text, clause }: { text: string; clause: string }) {
  return (
    <>
      {text} <ClauseChip clause={clause} />
    </>
  );
}

/** The trap of A10.2 and A17.2, in yen, before anything else. */
function FeeWarning({ preview }: { preview: CancellationPreview }) {
  const words = useMessages().contract.cancellation.review;
  const { comingTerms } = preview;
  if (comingTerms.length === 0) return null;
  const fee = formatYen(comingTerms.reduce((sum, term) => sum + term.fee, 0));
  const renews = comingTerms.some(({ isRenewal }) => isRenewal);
  return (
    <Notice kind="warning" title={renews ? words.renewsFirst : words.startsFirst}>
      {renews ? words.renewsFirstText(fee) : words.startsFirstText(fee)}{" "}
      <ClauseChip clause={renews ? "A10.2" : "A10.1"} />
    </Notice>
  );
}

/** Where a later end costs the same: a customer that ends early gives service away. */
function LongerExit({ page, preview }: { page: CancellationPage; preview: CancellationPreview }) {
  const words = useMessages().contract.cancellation.review;
  const fees = preview.comingTerms.reduce((sum, { fee }) => sum + fee, 0);
  const longest = page.exits.exits.findLast(
    (exit) => exit.fees <= fees && exit.endDay > preview.endDay && exit.endDay <= page.latestEnd,
  );
  if (!longest) return null;
  const { endDay, fees: least } = longest;
  return (
    <Notice kind="info" title={words.longerTitle(formatDay(endDay))}>
      <p>
        {least < fees
          ? words.cheaperText(formatDay(endDay), formatYen(fees - least))
          : words.longerText(formatDay(endDay))}{" "}
        <ClauseChip clause="A17.2" />
      </p>
      <p>
        <Link to={noticeSearch(longest)} className="inline-flex min-h-11 items-center">
          {words.longerLink(formatDay(endDay))}
        </Link>
      </p>
    </Notice>
  );
}

function Owed({ preview }: { preview: CancellationPreview }) {
  const words = useMessages().contract.cancellation.review;
  const { openInvoices, comingTerms, owed, owedBy, overdue, unpaidDueDay, unpaidDerivation } =
    preview;
  if (owedBy === null) return words.owedNothing;
  const lines = [
    ...openInvoices.map(({ invoiceId: key, number, owed: amount, dueDay, dueDerivation }) => {
      return { key, text: words.invoice(number), amount, dueDay, dueDerivation };
    }),
    ...comingTerms.map(({ start, end, fee: amount, dueDay, dueDerivation, isRenewal }) => {
      const period = isRenewal ? words.renewal : words.firstTerm;
      const text = period(formatDay(start), formatDay(end));
      return { key: start, text, amount, dueDay, dueDerivation };
    }),
  ];
  return (
    <>
      <ul className="border-line border-b pb-2">
        {lines.map(({ key, text, amount, dueDay, dueDerivation }) => (
          <li key={key} className="py-0.5">
            <span className="flex flex-wrap items-baseline justify-between gap-x-6">
              <span>
                {text} <span className="text-support">{words.byDay(formatDay(dueDay))}</span>
              </span>
              <Money amount={amount} />
            </span>
            <Derivation of={dueDerivation} />
          </li>
        ))}
      </ul>
      <p className="font-700 mt-2">{words.owedTotal(formatYen(owed), formatDay(owedBy))}</p>
      {overdue ? (
        <p className="mt-1">
          <Sentence text={words.overdue} clause="A14.3" />
        </p>
      ) : null}
      <p className="mt-1">
        <Sentence text={words.unpaid(formatDay(unpaidDueDay))} clause="A17.2" />
      </p>
      <Derivation of={unpaidDerivation} />
    </>
  );
}
