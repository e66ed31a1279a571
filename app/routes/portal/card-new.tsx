import { data, Form, redirect } from "react-router";
import { messagesFor } from "#app/i18n/messages.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { readCardPage } from "#app/usecases/cards/read-card.ts";
import { cardConsentVersion, saveCard } from "#app/usecases/cards/save-card.ts";
import type { Route } from "./+types/card-new.ts";
import { CollectedInvoices } from "./card/collected-invoices.tsx";

export async function loader({ context }: Route.LoaderArgs) {
  const page = await answer(() => readCardPage(principalOf(context)));
  return { ...page, version: cardConsentVersion };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const locale = form.get("locale") === "en" ? "en" : "ja";
  // The words that stood beside the box, whatever language the page is shown in next time.
  const wording = messagesFor(locale).cards.saving.consent.join("\n");
  const agreed = form.get("agreed") === "yes";
  const saving = await answer(() => saveCard(principalOf(context), { agreed, wording }));
  if (saving.kind === "checkout") return redirect(saving.url, 303);
  return data({ problem: saving.kind }, { status: saving.kind === "notAgreed" ? 422 : 503 });
}

const field = "agreed";

export default function CardNew({ loaderData, actionData }: Route.ComponentProps) {
  const { cards: t } = useMessages();
  const locale = useLocale();
  const words = t.saving;
  const { card, invoices, version } = loaderData;
  const problem = actionData?.problem;
  const errors = problem === "notAgreed" ? [{ id: field, message: words.problem }] : [];
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHeader
        title={words.title}
        lead={words.lead}
        trail={[{ to: "/portal/card", label: t.title }]}
        failed={problem !== undefined}
      />
      <div className="flex max-w-4xl flex-col gap-8">
        {problem === "unavailable" ? (
          <Notice kind="error" live title={words.unavailable}>
            <p>{words.unavailableText}</p>
          </Notice>
        ) : null}
        {card ? <p className="measure">{words.replaces(t.named(card.brand, card.last4))}</p> : null}
        <CollectedInvoices invoices={invoices} hasCard={false} />
        <section aria-labelledby="consent" className="flex flex-col gap-4">
          <h2 id="consent">{words.consentTitle}</h2>
          <ul className="measure flex list-disc flex-col gap-2 pl-6">
            {words.consent.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p className="text-support">{words.version(version)}</p>
          <Form method="post" className="flex flex-col items-start gap-4">
            <input type="hidden" name="locale" value={locale} />
            <Checkbox
              id={field}
              name="agreed"
              value="yes"
              aria-invalid={errors.length > 0 || undefined}
              aria-describedby={errors.length > 0 ? `${field}-error` : undefined}
              label={
                <>
                  {words.agree} <span className="text-error-2">※{words.required}</span>
                </>
              }
            />
            {errors.length > 0 ? (
              <p id={`${field}-error`} className="text-error-2">
                {words.problem}
              </p>
            ) : null}
            <div className="flex flex-wrap gap-3">
              <Button size="large">{words.submit}</Button>
              <LinkButton to="/portal/card" look="secondary" size="large">
                {words.back}
              </LinkButton>
            </div>
          </Form>
        </section>
      </div>
    </>
  );
}
