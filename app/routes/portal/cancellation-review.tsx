import { Form } from "react-router";
import { formatDay, formatYen } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { Derivation } from "#app/ui/derivation.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Money } from "#app/ui/money.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { CancellationPreview } from "#app/usecases/contracts/cancellation-preview.ts";

/** The second page: what the notice leads to, by which clause, what it costs; then one button. */
export function CancellationReview({
  preview,
  contractId,
  commandId,
}: {
  preview: CancellationPreview;
  contractId: string;
  commandId: string;
}) {
  const words = useMessages().contract.cancellation.review;
  const { basis, endDay, derivation, deviceReturnDay, wish } = preview;
  const day = wish === "term" || wish === "earliest" ? null : wish;
  return (
    <>
      <FeeWarning preview={preview} />
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
            description: deviceReturnDay ? (
              <Sentence text={words.devicesText(formatDay(deviceReturnDay))} clause="A8.1" />
            ) : (
              words.noDevices
            ),
          },
          { term: words.data, description: <Sentence text={words.dataText} clause="A18.1" /> },
        ]}
      />
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

function Owed({ preview }: { preview: CancellationPreview }) {
  const words = useMessages().contract.cancellation.review;
  const { openInvoices, comingTerms, owed, owedBy, overdue, unpaidDueDay } = preview;
  if (owedBy === null) return words.owedNothing;
  const lines = [
    ...openInvoices.map(({ invoiceId, number, owed: amount, dueDay }) => {
      return { key: invoiceId, text: words.invoice(number), amount, dueDay };
    }),
    ...comingTerms.map(({ start, end, fee, dueDay, isRenewal }) => {
      const period = isRenewal ? words.renewal : words.firstTerm;
      return { key: start, text: period(formatDay(start), formatDay(end)), amount: fee, dueDay };
    }),
  ];
  return (
    <>
      <ul className="border-line border-b pb-2">
        {lines.map(({ key, text, amount, dueDay }) => (
          <li key={key} className="flex flex-wrap items-baseline justify-between gap-x-6 py-0.5">
            <span>
              {text} <span className="text-support">{words.byDay(formatDay(dueDay))}</span>
            </span>
            <Money amount={amount} />
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
    </>
  );
}
