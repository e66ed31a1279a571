import { Form } from "react-router";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";

/** The two ways on for a payment that waits for its cardholder. */
export function AuthenticationForm({ paymentId }: { paymentId: string }) {
  const t = useMessages().cards.authentication;
  return (
    <Form
      method="post"
      action={`/portal/payments/${paymentId}/authentication`}
      className="flex flex-col items-start gap-4"
    >
      <Button name="step" value="authenticate" size="large">
        {t.submit}
      </Button>
      <p className="measure">{t.otherWayText}</p>
      <Button name="step" value="giveUp" look="secondary">
        {t.otherWay}
      </Button>
    </Form>
  );
}
