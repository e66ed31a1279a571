import { Form, Link } from "react-router";
import { formatDay } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { answer } from "#app/middleware/answer.ts";
import { principalOf } from "#app/middleware/principal.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Money } from "#app/ui/money.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { confirmReturn, type PaymentStanding } from "#app/usecases/payments/confirm-return.ts";
import { AuthenticationForm } from "./card/authentication-form.tsx";
import type { Route } from "./+types/payment.ts";

export async function loader({ params, context, request }: Route.LoaderArgs) {
  const principal = principalOf(context);
  const payment = await answer(() => confirmReturn(principal, params.paymentId));
  const mayPay = principal.roles.includes("owner") || principal.roles.includes("billing");
  const failed = new URL(request.url).searchParams.has("failed");
  return { ...payment, mayPay, failed };
}

/** States in which the payer can go to the payment once more. */
const retryable: readonly PaymentStanding["state"][] = [
  "declined",
  "waiting",
  "expired",
  "refused",
];

export default function Payment({ loaderData: payment }: Route.ComponentProps) {
  const { invoice: t, cards } = useMessages();
  const { state } = payment.standing;
  const invoice = `/portal/invoices/${payment.invoiceId}`;
  const mayRetry = payment.mayPay && payment.isOwed && retryable.includes(state);
  return (
    <>
      <PageHeader
        title={state === "action" ? t.pay.title : t.payment.title}
        failed={state === "declined" || payment.failed}
        trail={[
          { to: "/portal/invoices", label: t.title },
          { to: invoice, label: t.titleOf(payment.invoiceNumber) },
        ]}
      />
      <div className="measure flex flex-col gap-8">
        {payment.failed ? (
          <Notice kind="error" live title={cards.authentication.unavailable} />
        ) : null}
        <Standing standing={payment.standing} />
        {payment.isStale ? <Notice kind="warning" title={t.payment.stale} /> : null}
        <DescriptionList
          items={[
            {
              term: t.payment.invoice,
              description: (
                <Link to={invoice} className="figures">
                  {payment.invoiceNumber}
                </Link>
              ),
            },
            { term: t.payment.amount, description: <Money amount={payment.amount} /> },
          ]}
        />
        {state === "action" && payment.mayPay ? (
          <AuthenticationForm paymentId={payment.paymentId} />
        ) : null}
        <div className="flex flex-wrap gap-3">
          {mayRetry ? (
            <Form method="post" action={`${invoice}/payment`}>
              <Button>{t.payment.retry}</Button>
            </Form>
          ) : null}
          {state === "processing" || state === "givingUp" || payment.isStale ? (
            <LinkButton to={`/portal/payments/${payment.paymentId}`} reloadDocument>
              {t.payment.reload}
            </LinkButton>
          ) : null}
          <LinkButton to={invoice} look="secondary">
            {t.payment.backToInvoice}
          </LinkButton>
        </div>
      </div>
    </>
  );
}

function Standing({ standing }: { standing: PaymentStanding }) {
  const { invoice: t, cards } = useMessages();
  const words = t.payment.standing;
  switch (standing.state) {
    case "paid":
      return (
        <Notice kind="success" live title={words.paid}>
          <p>{words.paidText(formatDay(standing.valueDay))}</p>
        </Notice>
      );
    case "declined": {
      const { reason, remedy } = t.decline[standing.decline];
      return (
        <Notice kind="error" live title={words.declined}>
          <p>{reason}</p>
          <p>{remedy}</p>
        </Notice>
      );
    }
    case "action": {
      const { title, failed, text, once } = cards.authentication;
      return (
        <Notice kind="warning" live title={standing.hasFailed ? failed : title}>
          <p>{text(formatDay(standing.lastDay))}</p>
          <p>{once}</p>
        </Notice>
      );
    }
    case "givingUp":
      return (
        <Notice live title={cards.authentication.givingUp}>
          <p>{cards.authentication.givingUpText}</p>
        </Notice>
      );
    case "processing":
    case "waiting":
    case "expired":
    case "refused":
    case "review":
      return (
        <Notice
          kind={standing.state === "processing" ? "info" : "warning"}
          live
          title={words[standing.state]}
        >
          <p>{words[`${standing.state}Text`]}</p>
        </Notice>
      );
    default:
      return standing satisfies never;
  }
}
