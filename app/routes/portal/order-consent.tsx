import { data, Form, redirect } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useLocale, useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { localeContext } from "#app/middleware/context.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { ClauseChip } from "#app/ui/clause-chip.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { fieldIds } from "#app/ui/field-wiring.ts";
import { FieldErrors } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { consentAgain, readAwaitedConsents } from "#app/usecases/orders/awaited-consents.ts";
import { TextDifference } from "../terms/text-difference.tsx";
import type { Route } from "./+types/order-consent.ts";

const consentId = "consent";

export async function loader({ context, params }: Route.LoaderArgs) {
  const locale = context.get(localeContext);
  return answer(() => readAwaitedConsents(principalOf(context), params.contractId, locale));
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData();
  const seen = form.getAll("version").map(String);
  const isTicked = form.get(consentId) === "on";
  const { contractId } = params;
  const fault = await answer(() => consentAgain(principalOf(context), contractId, seen, isTicked));
  if (fault === "notTicked") return data({ fault }, { status: 422 });
  if (fault === "changed") return data({ fault }, { status: 409 });
  return redirect(`/portal/contracts/${contractId}?notice=consented`, 303);
}

/** Also after a refusal: what is shown then must be what holds now. */
export const shouldRevalidate = () => true;

/** Asks for consent to what changed between an order and its acceptance (A5.1). */
export default function OrderConsent({ loaderData, actionData }: Route.ComponentProps) {
  const { contractId, number, changes } = loaderData;
  const t = useMessages();
  const words = t.terms.consent;
  const locale = useLocale();
  const isMissing = actionData?.fault === "notTicked";
  return (
    <>
      <ErrorSummary errors={isMissing ? [{ id: consentId, message: words.notTicked }] : []} />
      <PageHeader
        title={words.title}
        lead={
          <>
            {words.lead(number)} <ClauseChip clause="A5.1" />
          </>
        }
        trail={[{ to: `/portal/contracts/${contractId}`, label: t.contract.numbered(number) }]}
        failed={isMissing}
      />
      <div className="flex flex-col gap-10">
        {actionData?.fault === "changed" ? (
          <Notice kind="warning" live title={words.changed} />
        ) : null}
        {changes.map(({ name, version, difference }) => (
          <section key={version.version} className="flex flex-col gap-4">
            <h2>
              {t.terms.versionOf(name[locale], version.version)} (
              {words.effective(formatDay(version.from))})
            </h2>
            {version.summary ? <p className="measure">{version.summary[locale]}</p> : null}
            <TextDifference difference={difference} isTerms={version.document === "terms"} />
          </section>
        ))}
        <Form method="post" noValidate className="flex flex-col items-start gap-6">
          {changes.map(({ version }) => (
            <input key={version.version} type="hidden" name="version" value={version.version} />
          ))}
          <div>
            <Checkbox
              id={consentId}
              name={consentId}
              value="on"
              aria-invalid={isMissing || undefined}
              aria-describedby={isMissing ? fieldIds(consentId).error : undefined}
              label={words.agree}
            />
            {isMissing ? (
              <FieldErrors id={fieldIds(consentId).error} errors={[words.notTicked]} />
            ) : null}
          </div>
          <div className="flex flex-wrap gap-3">
            <Button size="large">{words.submit}</Button>
            <LinkButton
              to={`/portal/orders/${contractId}/withdrawal`}
              look="secondary"
              size="large"
            >
              {words.withdraw}
            </LinkButton>
          </div>
        </Form>
      </div>
    </>
  );
}
