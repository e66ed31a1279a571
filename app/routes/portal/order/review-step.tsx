import { Form, Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { EndingMenu } from "#app/ui/ending-menu.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { fieldIds } from "#app/ui/field-wiring.ts";
import { FieldErrors } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { formSteps } from "#app/usecases/orders/order-form/steps.ts";
import type { OrderReview } from "#app/usecases/orders/review-order.ts";
import type { Submission } from "#app/usecases/orders/submit-order.ts";
import { errorWords } from "./error-words.ts";
import { QuoteTable } from "./quote-table.tsx";
import { ReviewedStep } from "./reviewed-step.tsx";

const consentId = "review-consent";

/** Everything that was typed, what it costs, the terms, and the one button that sends it (A5.1). */
export function ReviewStep({
  contractId,
  review,
  consentMissing,
  sent,
}: {
  contractId: string;
  review: OrderReview;
  consentMissing: boolean;
  sent: Submission | undefined;
}) {
  const t = useMessages().order;
  const locale = useLocale();
  const { problems, quote, terms, ending } = review;
  const message = errorWords(t, "consent", "notTicked");
  return (
    <div className="flex flex-col gap-10">
      <ErrorSummary errors={consentMissing ? [{ id: consentId, message }] : []} />
      {sent?.outcome === "changed" ? (
        <Notice kind="warning" live title={t.review.changedTitle}>
          <ul className="list-disc pl-6">
            {sent.what.map((part) => (
              <li key={part}>{t.review.changed[part]}</li>
            ))}
          </ul>
          <p className="mt-2">{t.review.changedRemedy}</p>
        </Notice>
      ) : null}
      {problems.length > 0 ? (
        <Notice kind="error" live={sent?.outcome === "incomplete"} title={t.review.incompleteTitle}>
          <p>{t.review.incompleteLead}</p>
          <ul className="mt-2 list-disc pl-6">
            {problems.map(({ step, field, code }) => (
              <li key={`${step}${field}${code}`}>
                <Link
                  to={`/portal/orders/${contractId}/${step}#${step}-${field}`}
                  className="inline-block py-1.5 align-top"
                >
                  {t.steps[step]}: {errorWords(t, field, code)}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {formSteps.map((step) => (
        <ReviewedStep key={step} step={step} contractId={contractId} review={review} />
      ))}
      {quote ? <QuoteTable quote={quote} /> : null}
      {ending.map(({ code, name, lastDay }) => (
        <EndingMenu key={code} name={name[locale]} lastDay={lastDay} />
      ))}
      <section className="flex flex-col gap-4">
        <h2>{t.review.happensTitle}</h2>
        <ul className="measure flex list-disc flex-col gap-2 pl-6">
          {t.review.happens.map(({ text, clause }) => (
            <li key={clause}>
              {text} <ClauseChip clause={clause} />
            </li>
          ))}
        </ul>
      </section>
      <Form method="post" noValidate className="flex flex-col items-start gap-6">
        <input type="hidden" name="total" value={quote?.charge.total ?? 0} />
        <input type="hidden" name="termsVersion" value={terms.version} />
        {review.specifications.map(({ version }) => (
          <input key={version} type="hidden" name="specification" value={version} />
        ))}
        <input type="hidden" name="savedAt" value={review.savedAt} />
        <div className="border-line w-full rounded-8 border p-4">
          <h2 className="text-std-20B-160">{t.review.terms}</h2>
          <p>
            {t.review.termsVersion(terms.version, formatDay(terms.effectiveDay))}{" "}
            <a href="/terms" target="_blank" rel="noreferrer">
              {t.review.termsLink}
            </a>
          </p>
          <OrderDocuments review={review} />
          <Checkbox
            id={consentId}
            name="consent"
            value="on"
            aria-invalid={consentMissing || undefined}
            aria-describedby={consentMissing ? fieldIds(consentId).error : undefined}
            label={t.review.consent(terms.version)}
          />
          {consentMissing ? (
            <FieldErrors id={fieldIds(consentId).error} errors={[message]} />
          ) : null}
        </div>
        <Button size="large">{t.review.submit}</Button>
      </Form>
    </div>
  );
}

/** The specifications that consenting covers, and announced versions that will follow (A3, A4). */
function OrderDocuments({ review }: { review: OrderReview }) {
  const t = useMessages().order.review;
  const locale = useLocale();
  const lists = [
    { title: t.specifications, documents: review.specifications },
    { title: t.announced, documents: review.announced },
  ];
  return lists.map(({ title, documents }) =>
    documents.length > 0 ? (
      <div key={title} className="mt-3">
        <p>{title}</p>
        <ul className="list-disc pl-6">
          {documents.map(({ name, version, from }) => (
            <li key={version}>
              <a
                href={`/terms?version=${encodeURIComponent(version)}`}
                target="_blank"
                rel="noreferrer"
              >
                {t.document(name[locale], version, formatDay(from))}
              </a>
            </li>
          ))}
        </ul>
      </div>
    ) : null,
  );
}
